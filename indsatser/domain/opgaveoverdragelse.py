"""A task's way from one sector to another: assessed, ready, settled; withdrawn, or taken up again."""

from django.core.exceptions import ValidationError
from django.db import transaction

from indsatser.domain.laas import laas_aftale
from indsatser.models import Opgaveoverdragelse
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.dansk import opremset
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

Tilstand = Opgaveoverdragelse.Tilstand
AABNE = (Tilstand.VURDERES, Tilstand.TIL_BESLUTNING)
UDFALD = (Tilstand.BESLUTTET, Tilstand.AFVIST)
VURDERINGER = (
    "patientgruppe",
    "faglige_konsekvenser",
    "oekonomiske_konsekvenser",
    "kvalitet",
    "omkostningsniveau",
    "ansvar",
)
"""What is to be written before anybody decides: the patients, the consequences, the three principles."""


def mangler(overdragelse: Opgaveoverdragelse) -> list[str]:
    """The names of what is not yet written, as they stand on the page."""
    return [
        str(overdragelse._meta.get_field(felt).verbose_name)  # type: ignore[union-attr]  # none is a relation
        for felt in VURDERINGER
        if not getattr(overdragelse, felt).strip()
    ]


@transaction.atomic
def gem_opgaveoverdragelse(overdragelse: Opgaveoverdragelse, *, begrundelse: str = "") -> None:
    """Create it or save an edit. Raises Regelbrud, Versionskonflikt."""
    if overdragelse.tilstand not in AABNE:
        raise Regelbrud("Opgaveoverdragelsen er afsluttet. Genoptag den, før den rettes.")
    if overdragelse.tilstand == Tilstand.TIL_BESLUTNING:
        _kraev_vurdering(overdragelse)
    laas_aftale(overdragelse.aftale)
    try:
        overdragelse.validate_constraints()
    except ValidationError as fejl:
        raise Regelbrud(" ".join(fejl.messages)) from fejl
    begrundet(overdragelse, begrundelse).save()


@transaction.atomic
def meld_klar(overdragelse: Opgaveoverdragelse) -> None:
    """Say that it can be decided. Raises Regelbrud that names what is not written, Versionskonflikt."""
    if overdragelse.tilstand != Tilstand.VURDERES:
        raise Regelbrud("Kun en opgaveoverdragelse, der vurderes, kan meldes klar til beslutning.")
    _kraev_vurdering(overdragelse)
    overdragelse.tilstand = Tilstand.TIL_BESLUTNING
    begrundet(overdragelse, "Klar til beslutning").save()


@transaction.atomic
def afgoer_opgaveoverdragelse(
    overdragelse: Opgaveoverdragelse, *, udfald: str, besluttet_i: Dagsordenspunkt | None, begrundelse: str = ""
) -> None:
    """Settle it: the task moves (`besluttet`) or stays (`afvist`). Raises Regelbrud, Versionskonflikt."""
    if udfald not in UDFALD:
        raise Regelbrud("Vælg, om opgaven overdrages eller ej.")
    if overdragelse.tilstand != Tilstand.TIL_BESLUTNING:
        raise Regelbrud("Kun en opgaveoverdragelse, der er klar til beslutning, kan afgøres.")
    if besluttet_i is None and not begrundelse.strip():
        raise Regelbrud("Vælg den beslutning, afgørelsen hviler på, eller skriv en begrundelse.")
    overdragelse.tilstand, overdragelse.besluttet_i = udfald, besluttet_i
    begrundet(overdragelse, begrundelse).save()


@transaction.atomic
def traek_opgaveoverdragelse(overdragelse: Opgaveoverdragelse, *, begrundelse: str) -> None:
    """Withdraw it before anybody has decided. Raises Regelbrud, Versionskonflikt."""
    if overdragelse.tilstand not in AABNE:
        raise Regelbrud("Opgaveoverdragelsen er allerede afsluttet.")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor opgaveoverdragelsen trækkes tilbage.")
    overdragelse.tilstand = Tilstand.TRUKKET
    begrundet(overdragelse, begrundelse).save()


@transaction.atomic
def genoptag_opgaveoverdragelse(overdragelse: Opgaveoverdragelse, *, begrundelse: str) -> None:
    """Assess it again; it then rests on no decision. Raises Regelbrud, Versionskonflikt."""
    if overdragelse.tilstand == Tilstand.VURDERES:
        raise Regelbrud("Opgaveoverdragelsen vurderes allerede.")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor opgaveoverdragelsen genoptages.")
    overdragelse.tilstand, overdragelse.besluttet_i = Tilstand.VURDERES, None
    begrundet(overdragelse, begrundelse).save()


def _kraev_vurdering(overdragelse: Opgaveoverdragelse) -> None:
    if savnes := mangler(overdragelse):
        raise Regelbrud(f"Før der kan besluttes, mangler: {opremset(savnes)}.")
