"""The headings inside an item, with the ways they are spelled."""

import re
from dataclasses import dataclass
from functools import lru_cache

from organisering.laesning.datoer import find_dato

# field → spellings; compared without case, accents and a closing colon
OVERSKRIFTER: dict[str, tuple[str, ...]] = {
    "sagsresume": (
        "Sagsresumé", "Resumé", "Resume", "Kort resumé", "Sammendrag", "Kort sagsresumé", "Beslutningstema",
        "Sagens kerne",
    ),
    "sagsfremstilling": (
        "Sagsfremstilling", "Sagsbeskrivelse", "Beskrivelse", "Baggrund", "Sagens baggrund", "Redegørelse",
        "Problemstilling", "Fremstilling", "Sagens indhold", "Sagsbehandling",
        "Løsning", "Handlemuligheder", "Vurdering",
    ),
    "oekonomi": (
        "Økonomi", "Økonomiske konsekvenser", "Økonomiske forhold", "Økonomi og finansiering", "Finansiering",
        "Økonomiske og personalemæssige konsekvenser", "Økonomi og personaleforhold", "Bevillingsmæssige konsekvenser",
    ),
    "koordinering": (
        "Koordinering med andre afdelinger", "Koordinering", "Høring", "Inddragelse", "Inddragelse og høring",
        "Konsekvenser for andre udvalg",
    ),
    "godkendt_af": ("Godkendt af",),
    "indstilling": (
        "Indstilling", "Indstillinger", "Det indstilles", "Forslag til beslutning", "Beslutningsforslag", "Anbefaling",
        "Forslag", "Administrationens indstilling", "Forvaltningens indstilling", "Direktionens indstilling",
        "Sekretariatets indstilling", "Indstilling til beslutning",
    ),
    "tidligere_beslutninger": (
        "Tidligere beslutninger", "Tidligere beslutning", "Tidligere behandling", "Sagens tidligere behandling",
        "Sagens gang", "Historik", "Beslutningshistorik",
    ),
    "beslutning": (
        "Beslutning", "Beslutninger", "Konklusion", "Referat", "Vedtagelse", "Udvalgets beslutning", "Afgørelse",
        "Beslutningsreferat", "Mødets beslutning", "Udfald",
    ),
    "droeftelse": ("Drøftelse", "Drøftelser", "Diskussion"),
    "lovgrundlag": (
        "Lovgrundlag", "Retsgrundlag", "Retligt grundlag", "Juridiske forhold", "Juridiske konsekvenser", "Hjemmel",
    ),
    "formaal": ("Formål", "Formål med punktet"),
    "videre_forloeb": (
        "Videre forløb", "Det videre forløb", "Videre proces", "Den videre proces", "Næste skridt", "Opfølgning",
        "Tidsplan",
    ),
    "kommunikation": ("Kommunikation", "Kommunikationsplan"),
    "bemaerkninger": ("Bemærkninger", "Bemærkning", "Protokoltilførsel", "Protokolbemærkning"),
    "uenighed": ("Uenighed", "Mindretalsudtalelse", "Mindretalsindstilling", "Uenighed mellem parterne"),
    "inhabilitet": ("Inhabilitet", "Habilitet"),
    "naeste_moede": ("Næste møde", "Kommende møder"),
    "deltagere": ("Deltagere", "Mødedeltagere", "Til stede", "Tilstede", "Fremmødte", "Deltagere under punktet"),
    "fravaerende": (
        "Fraværende", "Afbud", "Afbud fra", "Ikke til stede", "Ikke mødt", "Fraværende medlemmer", "Udeblevet",
    ),
    "bilag": (
        "Bilag", "Bilagsoversigt", "Bilagsliste", "Vedlagte bilag", "Vedhæftede filer", "Vedhæftede bilag", "Vedlagt",
    ),
}  # fmt: skip
_LANGE = re.compile(r"(?:Beslutning|Vedtagelse|Behandling|Indstilling)\s+(?:fra|i|for|på|den|d\.)?\b", re.IGNORECASE)
_EFTER_DATO = re.compile(r"[ :.,()]*(?:pkt\. ?\d{1,3}(?:\.\d{1,3})?[ :.]*)?")
_ACCENTER = str.maketrans("éèêÉÈÊ", "eeeEEE")


def noegle(tekst: str) -> str:
    """The spelling that headings and labels are compared by."""
    return " ".join(tekst.translate(_ACCENTER).casefold().split()).rstrip(" :.")


_FELT_AF = {noegle(stavning): felt for felt, stavninger in OVERSKRIFTER.items() for stavning in stavninger}


@dataclass(frozen=True)
class Overskrift:
    """`felt` names the field; `ord` is the heading as written; `rest` what follows it on the line."""

    felt: str
    ord: str
    rest: str = ""


# A line is asked about more than once: for the items first, then for the fields.
@lru_cache(maxsize=4096)
def find_overskrift(ren: str) -> Overskrift | None:
    """Read a line that is a heading, alone or with text after a colon or in the next cell; None for other lines."""
    if not ren:
        return None
    felt = _FELT_AF.get(noegle(ren)) if len(ren) <= 60 else None
    if felt and not ren.endswith("."):
        return Overskrift(felt, ren)
    for skel in (":", "\t"):
        foran, fundet, _ = ren[:80].partition(skel)
        felt = _FELT_AF.get(noegle(foran)) if fundet and foran[:1].isupper() else None
        if felt:
            return Overskrift(felt, foran, ren[len(foran) + 1 :].strip())
    return _med_dato(ren)


def _med_dato(ren: str) -> Overskrift | None:
    """ "Beslutning fra udvalget den 3. maj 2019": the line's date tells whether the decision is this meeting's."""
    traef = _LANGE.match(ren) if len(ren) <= 120 else None
    fund = find_dato(ren) if traef else None
    if traef is None or fund is None or not _EFTER_DATO.fullmatch(ren[fund.til :]):
        return None
    return Overskrift("indstilling" if ren[0] in "iI" else "beslutning", ren)
