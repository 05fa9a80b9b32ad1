"""The front page: what is public, and what the reader owes and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from indsatser.queries.kontrol.optaelling import Optaelling, laes_optaellinger
from organisering.models import Aftale, Besoegende, Bruger, Moede
from organisering.queries.eftersyn import Fund, eftersynsregioner, laes_eftersyn
from organisering.queries.referatgodkendelse import laes_ventende_paa
from rapportering.models import Afrapportering, Statusrapport
from rapportering.queries.statusrapport import Rapportbillede, Tur, laes_rapporter
from sundhedsaftale.faelles.dansk import dato

NYESTE = 3
FOERSTE = 3


@dataclass(frozen=True)
class Opgave:
    """Something to do: `url` leads to where it is done."""

    titel: str
    url: str
    tekst: str
    tilstand: str
    slags: str  # the badge's kind


@dataclass(frozen=True)
class Overblik:
    """`opgaver` wait for the reader; `venter` are others' that the secretariat follows; `moeder` are the next ones."""

    opgaver: tuple[Opgave, ...]
    venter: tuple[Opgave, ...]
    moeder: Sequence[Moede]
    eftersyn: "Eftersynsudsnit | None"
    kontrol: tuple[Optaelling, ...]


@dataclass(frozen=True)
class Eftersynsudsnit:
    """The first of the serious findings, and how many there are; for secretariats."""

    fund: tuple[Fund, ...]
    alvorlige: int
    ialt: int


def laes_aftaler(bruger: Besoegende) -> list[Aftale]:
    return list(Aftale.objects.synlige_for(bruger).select_related("type", "region"))


def laes_nyeste_udgaver() -> list[Afrapportering]:
    return list(Afrapportering.objects.udgivne().select_related("type", "aftale").order_by("-udgivet")[:NYESTE])


def laes_overblik(bruger: Bruger) -> Overblik:
    """Return what waits for the user, the nearest deadline first; the number of queries does not grow."""
    aabne = (*Statusrapport.SKRIVBARE, Statusrapport.Tilstand.INDSENDT)
    billeder = laes_rapporter(
        Statusrapport.objects.synlige_for(bruger).filter(tilstand__in=aabne).order_by("runde__frist", "organ__navn")
    )
    opgaver = [
        *(_referatopgave(moede) for moede in laes_ventende_paa(bruger)),
        *(opgave for billede in billeder if (opgave := _brugerens(billede, bruger))),
    ]
    venter = [
        opgave
        for billede in billeder
        if billede.rapport.organ.region_id in bruger.sekretariatsregioner and (opgave := _andres(billede, bruger))
    ]
    return Overblik(
        opgaver=tuple(opgaver),
        venter=tuple(venter),
        moeder=laes_naeste_moeder(bruger),
        eftersyn=laes_eftersynsudsnit(bruger),
        kontrol=laes_kontroltal(bruger),
    )


def laes_naeste_moeder(bruger: Bruger) -> list[Moede]:
    """The next meetings of the bodies in which the user sits, joint ones too."""
    if not bruger.organer:
        return []
    kommende = Moede.objects.kommende(timezone.now()).i_organer(bruger.organer)
    return list(kommende.select_related("organ")[:NYESTE])


def laes_eftersynsudsnit(bruger: Bruger) -> Eftersynsudsnit | None:
    """What is most wrong in the bodies the user keeps; None for whoever keeps none."""
    regioner = eftersynsregioner(bruger)
    if not regioner:
        return None
    fund = laes_eftersyn(regioner, dag=timezone.localdate())
    alvorlige = [et for et in fund if et.alvorligt]
    return Eftersynsudsnit(fund=tuple(alvorlige[:FOERSTE]), alvorlige=len(alvorlige), ialt=len(fund))


def laes_kontroltal(bruger: Bruger) -> tuple[Optaelling, ...]:
    """The findings under the agreements the user keeps, those with any; nothing for whoever keeps none."""
    if not eftersynsregioner(bruger):
        return ()
    return tuple(et for et in laes_optaellinger(list(Aftale.objects.redigerbare_for(bruger))) if et.antal)


def _referatopgave(moede: Moede) -> Opgave:
    return Opgave(
        titel=f"Godkend referatet fra {moede.organ}",
        url=moede.get_absolute_url(),
        tekst=f"Mødet blev holdt {dato(moede.dag)}. Referatet venter på din godkendelse som formand.",
        tilstand=str(Moede.Tilstand.REFERAT_UDSENDT.label),
        slags="info",
    )


def _brugerens(billede: Rapportbillede, bruger: Bruger) -> Opgave | None:
    rapport = billede.rapport
    match billede.tur:
        case Tur.GRUPPEN if rapport.organ_id in bruger.skriveorganer:
            returneret = rapport.tilstand == Statusrapport.Tilstand.RETURNERET
            return _opgave(
                billede,
                titel=f"{'Ret' if returneret else 'Skriv'} status fra {rapport.organ}",
                tekst=f"{billede.faerdige} af {billede.ialt} indsatser er færdige. {billede.frist.saetning}",
            )
        case Tur.FORMAND if billede.venter_paa(bruger):
            return _opgave(
                billede,
                titel=f"Skriv status fra {rapport.organ} under",
                tekst=f"Den anden formand har indsendt rapporten. {billede.frist.saetning}",
            )
        case Tur.SEKRETARIATET if rapport.organ.region_id in bruger.sekretariatsregioner:
            return _opgave(
                billede,
                titel=f"Godkend eller returner status fra {rapport.organ}",
                tekst=f"Formændene har skrevet under. Mødet er {dato(rapport.runde.moede.starter)}.",
            )
    return None


def _andres(billede: Rapportbillede, bruger: Bruger) -> Opgave | None:
    """A report that is late, or that only waits for a signature, and not the user's own."""
    if _brugerens(billede, bruger) is not None or not (billede.forsinket or billede.tur == Tur.FORMAND):
        return None
    return _opgave(
        billede,
        titel=str(billede.rapport),
        tekst=f"Ligger hos: {billede.ligger_hos}. {billede.frist.saetning}",
    )


def _opgave(billede: Rapportbillede, *, titel: str, tekst: str) -> Opgave:
    rapport = billede.rapport
    tilstand = Statusrapport.Tilstand(rapport.tilstand)
    if billede.forsinket:
        return Opgave(titel, rapport.get_absolute_url(), tekst, tilstand="Over fristen", slags="error")
    slags = {Statusrapport.Tilstand.RETURNERET: "warning", Statusrapport.Tilstand.INDSENDT: "info"}
    return Opgave(titel, rapport.get_absolute_url(), tekst, str(tilstand.label), slags.get(tilstand, "neutral"))
