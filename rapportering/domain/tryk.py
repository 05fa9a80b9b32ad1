"""The one way from a claimed row to a file: what is printed is the kind's own, all is conditional on the claim."""

from collections.abc import Callable
from typing import TypeVar, cast

import structlog
from celery import current_app
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from rapportering.domain.pdfproces import Pdf, PdfError
from rapportering.domain.trykfil import slet_filer
from rapportering.models.tryk import Tryk, trykfil
from sundhedsaftale.faelles.job import JobQuerySet

log = structlog.get_logger()

FEJL_PDF = "Siderne kunne ikke sættes op. Prøv igen, eller giv systemadministratoren besked."
FEJL_DISK = "PDF'en kunne ikke gemmes. Serverens disk er muligvis fuld: giv systemadministratoren besked."
FEJL_ANDEN = "PDF'en kunne ikke dannes. Prøv igen, eller giv systemadministratoren besked."
OVER_FRIST = "PDF'en blev ikke færdig inden for fem minutter. Prøv igen."

_T = TypeVar("_T", bound=Tryk)


class LejeTabtError(Exception):
    """Another worker has taken over, or the deadline has passed; the sweeper says which."""


class Arbejde:
    """One attempt at one document; each word of it raises LejeTabtError once the claim is lost."""

    def __init__(self, model: type[Tryk], pk: int, token: str) -> None:
        self.raekker = raekker(model)
        self.pk = pk
        self.token = token

    def hold_leje(self) -> None:
        _kraev(self.raekker.forny(self.pk, self.token))

    def meld(self, procent: int, tekst: str) -> None:
        """Say how far it is, in words and per cent."""
        self.hold_leje()
        _kraev(self.raekker.meld_fremdrift(self.pk, self.token, procent, tekst))

    def gem_html(self, html: str) -> None:
        _kraev(self.raekker.filter(pk=self.pk, lease_token=self.token).update(html=html))


def raekker(model: type[_T]) -> JobQuerySet[_T]:
    """All rows of a kind of document, as jobs."""
    return cast("JobQuerySet[_T]", model._default_manager.all())


def ring(model: type[Tryk], pk: int) -> None:
    """Tell the workers that a document waits. Nobody waits for the broker: the sweeper rings again."""
    try:
        current_app.send_task(model.OPGAVE, args=[pk])
    except Exception:
        log.warning("broker_svarer_ikke", opgave=model.OPGAVE, pk=pk, exc_info=True)


def dan_tryk(model: type[_T], pk: int, fremstil: Callable[[_T, Arbejde], Pdf]) -> bool:
    """Produce the document if it is free to take; return whether this call finished it.

    `fremstil` makes the PDF from the frozen snapshot. A failure is a sentence on the row and is raised again.
    """
    alle = raekker(model)
    token = alle.tag(pk)
    if token is None:
        return False
    tryk = alle.get(pk=pk)
    arbejde = Arbejde(model, pk, token)
    try:
        pdf = fremstil(tryk, arbejde)
        arbejde.meld(95, "Gemmer PDF'en")
        gem_fil(tryk, token, pdf)
    except LejeTabtError:
        log.warning("leje_tabt", opgave=model.OPGAVE, pk=pk)
        return False
    except Exception as fejl:
        if alle.fejl(pk, token, _fejltekst(fejl)):
            slet_filer(tryk)
        raise
    return True


def gem_fil(tryk: Tryk, token: str, pdf: Pdf) -> None:
    """Save under a name of this attempt's own, finish, and leave exactly one file: the winner's."""
    navn = default_storage.save(trykfil(tryk, f"{token}.pdf"), ContentFile(pdf.indhold))
    if not raekker(type(tryk)).afslut(tryk.pk, token, pdf=navn, sider=pdf.sider, fremdriftstekst="Færdig"):
        default_storage.delete(navn)
        raise LejeTabtError
    slet_filer(tryk, undtagen=navn)


def fej(model: type[Tryk]) -> None:
    """Fail the documents nobody can finish, and ring again for those whose worker is gone."""
    opgiv_forsinkede(model)
    for pk in raekker(model).udloebne().values_list("pk", flat=True):
        ring(model, pk)


def opgiv_forsinkede(model: type[Tryk]) -> None:
    """Fail the documents past their deadline and clear up after them; whoever looks does it, worker or not."""
    alle = raekker(model)
    over_frist = list(alle.over_frist().values_list("pk", flat=True))
    if antal := alle.opgiv(OVER_FRIST):
        log.error("tryk_over_frist", opgave=model.OPGAVE, antal=antal)
    for opgivet in alle.filter(pk__in=over_frist, tilstand=Tryk.Tilstand.FEJLET):
        slet_filer(opgivet)


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
