"""What a reading of minutes would become in the portal: the same for the preview and for the act that saves it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from organisering.laesning import LaestDeltager, LaestPunkt, LaestReferat
from organisering.laesning.navne import navnenoegle
from organisering.laesning.overskrifter import noegle
from organisering.models import Dagsordenspunkt, Deltagelse, Medlemskab, Organ

_EGNE_FELTER = {
    "sagsresume": "Sagsresumé",
    "sagsfremstilling": "Sagsfremstilling",
    "oekonomi": "Økonomi",
    "koordinering": "Koordinering",
    "godkendt_af": "Godkendt af",
    "tidligere_beslutninger": "Tidligere beslutninger",
    "uenighed": "Uenighed mellem parterne",
}
# Fields of the text that an item of the portal has no room of its own for: where they go, under which words.
_MED_I = {
    "sagsfremstilling": {
        "oevrigt": "",
        "formaal": "Formål",
        "lovgrundlag": "Lovgrundlag",
        "kommunikation": "Kommunikation",
        "videre_forloeb": "Videre forløb",
        "dokumentnumre": "Dokumentnumre",
        "indstilling": "Indstillingens ordlyd",
    },
    "beslutning": {
        "droeftelse": "Drøftelse",
        "deltagere": "Deltagere",
        "fravaerende": "Fraværende",
        "inhabilitet": "Inhabilitet",
        "bemaerkninger": "Bemærkninger",
        "naeste_moede": "Næste møde",
    },
}
_FREMMOEDE = dict(Deltagelse.Fremmoede.choices)
_SLAGS = dict(Dagsordenspunkt.Slags.choices)


@dataclass(frozen=True, slots=True)
class Afsnit:
    overskrift: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Punktvisning:
    """An item as it would be saved; `slags` is in words, empty when the text names none."""

    laest: LaestPunkt
    slags: str
    afsnit: tuple[Afsnit, ...]
    beslutning: str


@dataclass(frozen=True, slots=True)
class Deltagervisning:
    laest: LaestDeltager
    fremmoede: str
    har_plads: bool


@dataclass(frozen=True, slots=True)
class Forhaandsvisning:
    """`advarsel` says when the text names another body than the one it is read in to."""

    laest: LaestReferat
    advarsel: str
    deltagere: tuple[Deltagervisning, ...]
    punkter: tuple[Punktvisning, ...]
    antal_bilag: int


def laes_forhaandsvisning(laest: LaestReferat, organ: Organ) -> Forhaandsvisning:
    """What a writer of the body looks through before it is saved."""
    pladser = pladser_ved_navn(organ, laest.dato) if laest.dato else {}
    return Forhaandsvisning(
        laest=laest,
        advarsel=_advarsel(laest, organ),
        deltagere=tuple(
            Deltagervisning(person, _FREMMOEDE[person.fremmoede], navnenoegle(person.navn) in pladser)
            for person in laest.deltagere
        ),
        punkter=tuple(_punktvisning(punkt) for punkt in laest.punkter),
        antal_bilag=sum(len(punkt.bilag) for punkt in laest.punkter),
    )


def _advarsel(laest: LaestReferat, organ: Organ) -> str:
    if not laest.organ or noegle(laest.organ) in (noegle(organ.navn), noegle(organ.kortnavn)):
        return ""
    return f"I teksten står »{laest.organ}«. Mødet bliver gemt i {organ.navn}. Se efter, at det er det rigtige organ."


def punkttekster(punkt: LaestPunkt) -> dict[str, str]:
    """The texts of an item by the field they go to. An item without any heading is minutes from end to end."""
    felter = punkt.felter
    tekster = {navn: felter.get(navn, "") for navn in _EGNE_FELTER}
    tekster["beslutning"] = punkt.beslutning
    uden_overskrifter = not (punkt.beslutning or punkt.indstillinger or any(tekster.values()))
    for navn, med in _MED_I.items():
        for kilde, overskrift in med.items():
            if kilde == "oevrigt" and uden_overskrifter:
                continue
            tekster[navn] = _foej_til(tekster[navn], overskrift, felter.get(kilde, ""))
    if uden_overskrifter:
        tekster["beslutning"] = _foej_til(felter.get("oevrigt", ""), "", tekster["beslutning"])
    return tekster


def pladser_ved_navn(organ: Organ, dag: date) -> Mapping[str, Medlemskab]:
    """The seats of a body on a day by the name of who has it."""
    pladser = Medlemskab.objects.filter(organ=organ).gaeldende(dag).select_related("person").order_by("pk")
    return {navnenoegle(plads.person.navn): plads for plads in pladser}


def _punktvisning(punkt: LaestPunkt) -> Punktvisning:
    tekster = punkttekster(punkt)
    beslutning = tekster.pop("beslutning")
    afsnit = tuple(Afsnit(_EGNE_FELTER[navn], tekst) for navn, tekst in tekster.items() if tekst)
    return Punktvisning(punkt, _SLAGS[punkt.slags] if punkt.slags else "", afsnit, beslutning)


def _foej_til(tekst: str, overskrift: str, mere: str) -> str:
    if not mere:
        return tekst
    return "\n\n".join(filter(None, (tekst, f"{overskrift}\n{mere}" if overskrift else mere)))
