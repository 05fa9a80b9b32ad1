"""Approving minutes: by each chair, and with the last one what was decided is locked and carried out."""

from django.db import transaction
from django.utils import timezone

from organisering.domain.referat import laas_som_laest, skift
from organisering.models import Bruger, Medlemskab, Moede, Referatgodkendelse
from organisering.queries.referatgodkendelse import laes_godkendelser
from organisering.udvidelser import tilmeldte
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

Tilstand = Moede.Tilstand


@transaction.atomic
def godkend_referat(moede: Moede, *, bruger: Bruger, medlemskab: Medlemskab, noteret: str = "") -> Moede:
    """Approve for one chair's seat: one's own, or as the secretariat another's, with where it was given.

    The last approval locks every item and carries out what the decisions change; when that cannot be done, nothing is
    approved. Raises Regelbrud, Versionskonflikt.
    """
    laast = _laas_udsendt(moede)
    billede = laes_godkendelser(laast)
    if medlemskab.pk in {godkendelse.medlemskab_id for godkendelse in billede.godkendelser}:
        raise Regelbrud(f"Referatet er allerede godkendt af {medlemskab.person}.")
    if medlemskab not in billede.mangler:
        raise Regelbrud("Kun organets formænd godkender referatet.")
    if medlemskab not in billede.mangler_fra(bruger):
        _kraev_noteret(laast, bruger, noteret)
    godkendelse = Referatgodkendelse(
        moede=laast, medlemskab=medlemskab, tidspunkt=timezone.now(), noteret=noteret.strip()
    )
    godkendelse._history_user = bruger
    godkendelse.save()
    if laes_godkendelser(laast).mangler:
        return laast
    return _vedtag(laast, bruger=bruger, hvorfor="Referatet er godkendt af formændene")


@transaction.atomic
def godkend_referat_uden_formand(moede: Moede, *, bruger: Bruger, begrundelse: str) -> Moede:
    """Approve, as the secretariat, minutes of a body that had no chair on the meeting's day.

    Raises Regelbrud, Versionskonflikt.
    """
    laast = _laas_udsendt(moede)
    if not laes_godkendelser(laast).uden_formand:
        raise Regelbrud("Organet havde en formand på mødets dag, og formanden skal godkende referatet.")
    _kraev_noteret(laast, bruger, begrundelse)
    return _vedtag(laast, bruger=bruger, hvorfor=begrundelse)


def _laas_udsendt(laest: Moede) -> Moede:
    laast = laas_som_laest(laest)
    if laast.tilstand == Tilstand.REFERAT_GODKENDT:
        raise Regelbrud("Referatet er allerede godkendt.")
    if laast.tilstand != Tilstand.REFERAT_UDSENDT:
        raise Regelbrud("Kun et referat, der er sendt ud, kan godkendes.")
    return laast


def _kraev_noteret(moede: Moede, bruger: Bruger, noteret: str) -> None:
    if not bruger.has_perm("organisering.noter_godkendelse", moede):
        raise Regelbrud("Du kan kun godkende som formand. Sekretariatet kan notere en andens godkendelse.")
    if not noteret.strip():
        raise Regelbrud("Skriv, hvor og hvordan godkendelsen er givet.")


def _vedtag(moede: Moede, *, bruger: Bruger, hvorfor: str) -> Moede:
    """Lock first: what is carried out may then change anything but the items it follows from."""
    skift(moede, Tilstand.REFERAT_GODKENDT, bruger=bruger, hvorfor=hvorfor)
    punkter = list(moede.punkter.select_related("sag", "moede__organ"))
    for punkt in punkter:
        punkt.laast = True
        punkt._history_user = bruger
        begrundet(punkt, "Referatet er godkendt").save()
    for udvidelse in tilmeldte():
        udvidelse.udfoer(punkter, bruger=bruger)
    return moede
