"""Make an ordered report: claim the row, write the chapters, print, finish. Everything is conditional on the claim."""

import structlog
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from rapportering.domain.pdfproces import Pdf, PdfError, dan_pdf
from rapportering.domain.rapportfil import mappe_til, slet_filer
from rapportering.domain.rapporthtml import rapport_html
from rapportering.models import Afrapportering

log = structlog.get_logger()

FEJL_PDF = "Rapportens sider kunne ikke sættes op. Prøv igen, eller giv systemadministratoren besked."
FEJL_DISK = "Rapporten kunne ikke gemmes. Serverens disk er muligvis fuld: giv systemadministratoren besked."
FEJL_ANDEN = "Rapporten kunne ikke dannes. Prøv igen, eller giv systemadministratoren besked."


class LejeTabtError(Exception):
    """Another worker has taken over, or the deadline has passed; the sweeper says which."""


def dan_afrapportering(pk: int) -> bool:
    """Produce the report if it is free to take; return whether this call finished it.

    A failure is written on the row as a sentence and raised again. Reads nothing but the frozen snapshot.
    """
    token = Afrapportering.objects.tag(pk)
    if token is None:
        return False
    try:
        _dan(Afrapportering.objects.get(pk=pk), token)
    except LejeTabtError:
        log.warning("leje_tabt", rapport=pk)
        return False
    except Exception as fejl:
        if Afrapportering.objects.fejl(pk, token, _fejltekst(fejl)):
            slet_filer(Afrapportering.objects.get(pk=pk))
        raise
    return True


def _dan(rapport: Afrapportering, token: str) -> None:
    antal, skrevet = len(rapport.snapshot["kapitler"]), 0

    def meld(tekst: str) -> None:
        nonlocal skrevet
        _kraev(Afrapportering.objects.forny(rapport.pk, token))
        _kraev(Afrapportering.objects.meld_fremdrift(rapport.pk, token, 5 + 45 * skrevet // max(antal, 1), tekst))
        skrevet += 1

    def hold_leje() -> None:
        _kraev(Afrapportering.objects.forny(rapport.pk, token))

    html = rapport_html(rapport.snapshot, rapport.sha256, meld)
    _kraev(Afrapportering.objects.filter(pk=rapport.pk, lease_token=token).update(html=html))
    _kraev(Afrapportering.objects.meld_fremdrift(rapport.pk, token, 50, "Sætter siderne op"))
    pdf = dan_pdf(html, hold_leje)
    _kraev(Afrapportering.objects.meld_fremdrift(rapport.pk, token, 95, "Gemmer rapporten"))
    gem_fil(rapport, token, pdf)


def gem_fil(rapport: Afrapportering, token: str, pdf: Pdf) -> None:
    """Save under a name of this attempt's own, finish, and leave exactly one file: the winner's."""
    navn = default_storage.save(f"{mappe_til(rapport)}/{token}.pdf", ContentFile(pdf.indhold))
    if not Afrapportering.objects.afslut(rapport.pk, token, pdf=navn, sider=pdf.sider, fremdriftstekst="Færdig"):
        default_storage.delete(navn)
        raise LejeTabtError
    slet_filer(rapport, undtagen=navn)


def _kraev(skrevet: int) -> None:
    if not skrevet:
        raise LejeTabtError


def _fejltekst(fejl: Exception) -> str:
    match fejl:
        case PdfError():
            return FEJL_PDF
        case OSError():
            return FEJL_DISK
        case _:
            return FEJL_ANDEN
