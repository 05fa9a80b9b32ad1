"""Who was at a meeting: a row for everybody, with name, role and seat as they were that day."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from organisering.domain.laas import laas_skrivbart
from organisering.models import Bruger, Deltagelse, Medlemskab, Moede
from sundhedsaftale.faelles.dansk import sorteringsnoegle
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet

GAEST = "Gæst"
IKKE_HOLDT = "Mødet er ikke afholdt endnu."

Fremmoede = Deltagelse.Fremmoede


@dataclass(frozen=True, slots=True)
class Oenske:
    """What somebody wants a row to say, and what it said when they read it: (fremmøde, suppleant for)."""

    noegle: int
    skal_staa: tuple[str, str]
    stod: tuple[str, str]


class Fremmoedekonflikt(Versionskonflikt):
    """Others have changed `deltagelser` to something else since they were read."""

    def __init__(self, moede: Moede, deltagelser: Sequence[Deltagelse]) -> None:
        self.deltagelser = deltagelser
        super().__init__(moede)


def opret_deltagelser(moede: Moede, *, bruger: Bruger) -> list[Deltagelse]:
    """List everybody with a seat that day in the bodies that meet, each person once; nobody is marked present."""
    pladser = (
        Medlemskab.objects.filter(organ__in=moede.organnoegler)
        .gaeldende(moede.dag)
        .select_related("person", "rolle", "repraesenterer", "suppleant_for__person")
    )
    enkelte: dict[int, Medlemskab] = {}
    for plads in sorted(pladser, key=lambda plads: _sortering(plads, moede)):
        enkelte.setdefault(plads.person_id, plads)
    return [
        _opret(_deltagelse(moede, plads, nummer), bruger=bruger, hvorfor="Mødet er afholdt")
        for nummer, plads in enumerate(enkelte.values(), start=1)
    ]


@transaction.atomic
def skriv_fremmoede(moede: Moede, oensker: Sequence[Oenske], *, bruger: Bruger) -> list[Deltagelse]:
    """Save the rows that were changed, and return them; rows that were left alone keep what others have written.

    Raises Regelbrud, Fremmoedekonflikt when others have changed the same rows: then nothing is saved.
    """
    laas_holdt(moede)
    raekker = moede.deltagelser.in_bulk()
    roerte = [(raekker[et.noegle], et) for et in oensker if et.noegle in raekker and et.skal_staa != et.stod]
    nye = [(raekke, et) for raekke, et in roerte if staar(raekke) != et.skal_staa]
    if ramte := [raekke for raekke, et in nye if staar(raekke) != et.stod]:
        raise Fremmoedekonflikt(moede, ramte)
    for raekke, et in nye:
        raekke.fremmoede, raekke.suppleant_for = et.skal_staa
        raekke._history_user = bruger
        raekke.save()
    return [raekke for raekke, _ in nye]


@transaction.atomic
def tilfoej_gaest(gaest: Deltagelse, *, bruger: Bruger) -> Deltagelse:
    """Add somebody without a seat, as present. Raises Regelbrud."""
    laas_holdt(gaest.moede)
    gaest.raekkefoelge = gaest.moede.deltagelser.count() + 1
    gaest.fremmoede = Fremmoede.TIL_STEDE
    return _opret(gaest, bruger=bruger, hvorfor="Tilføjet deltagerlisten")


@transaction.atomic
def slet_gaest(gaest: Deltagelse, *, bruger: Bruger) -> None:
    """Take a guest off the list again. Raises Regelbrud for a member, and when the guest stands at an item."""
    laas_holdt(gaest.moede)
    if gaest.medlemskab_id is not None:
        raise Regelbrud("Kun gæster kan tages af listen. Et medlem, der ikke var der, er udeblevet eller har afbud.")
    if fravaer := gaest.fravaer.select_related("punkt").first():
        raise Regelbrud(f"{gaest} står ved pkt. {fravaer.punkt}. Ret det først.")
    gaest._history_user = bruger
    begrundet(gaest, "Taget af deltagerlisten").delete()


def laas_holdt(moede: Moede) -> Moede:
    """Hold a meeting whose minutes are being written. Raises Regelbrud."""
    laast = laas_skrivbart(moede)
    if not laast.er_holdt:
        raise Regelbrud(IKKE_HOLDT)
    return laast


def staar(deltagelse: Deltagelse) -> tuple[str, str]:
    """What a row says, as `Oenske` tells it."""
    return deltagelse.fremmoede, deltagelse.suppleant_for


def _sortering(plads: Medlemskab, moede: Moede) -> tuple[bool, bool, bool, bool, str, int]:
    """Chairs first, then members, secretaries and substitutes; the meeting's own body before those it meets with."""
    return (
        plads.suppleant_for_id is not None,
        plads.rolle.er_sekretaer,
        not plads.rolle.er_formand,
        plads.organ_id != moede.organ_id,
        sorteringsnoegle(plads.person.navn),
        plads.pk,
    )


def _deltagelse(moede: Moede, plads: Medlemskab, nummer: int) -> Deltagelse:
    return Deltagelse(
        moede=moede,
        medlemskab=plads,
        raekkefoelge=nummer,
        navn=plads.person.navn,
        titel=plads.person.titel,
        rolle=plads.rolle.navn,
        organisation=plads.repraesenterer.navn if plads.repraesenterer else "",
        partibogstav=plads.partibogstav,
        suppleant_for=plads.suppleant_for.person.navn if plads.suppleant_for else "",
    )


def _opret(deltagelse: Deltagelse, *, bruger: Bruger, hvorfor: str) -> Deltagelse:
    deltagelse._history_user = bruger
    begrundet(deltagelse, hvorfor).save()
    return deltagelse
