"""How a line says that an item begins: its number, its title, open or closed, and of which kind."""

import re
from dataclasses import dataclass

from organisering.laesning.dele import Slags
from organisering.laesning.linjer import Linje
from organisering.laesning.overskrifter import noegle

_NR = r"(?P<nr>\d{1,4}(?:\.\d{1,3})?)"
_AABENHED = r"\((?P<aabenhed>(?:åben|åbent|lukket)(?:\s+(?:punkt|sag))?)\)"
# form → pattern, the surest first
PUNKTFORMER = {
    "1 (Åben) Titel": re.compile(
        rf"^(?:(?:punkt|pkt\.?)\s*)?{_NR}[.):]?\s*{_AABENHED}\s*[-–:]?\s*(?P<titel>.*)$", re.IGNORECASE
    ),
    "Punkt 4. Titel": re.compile(
        rf"^(?:ad\s+)?(?:dagsordenspunkt|dagsordenens\s+punkt|punkt|pkt\.?|ad|sag\s+nr\.?)\s*(?:nr\.?\s*)?{_NR}"
        r"(?P<skel>\s*[.:)]|\s+[-–—])?(?:\s+(?P<titel>\S.*))?$",
        re.IGNORECASE,
    ),
    "4.": re.compile(rf"^{_NR}[.)](?P<titel>)$"),
    "4. Titel": re.compile(rf"^{_NR}(?P<skel>[.):]\s*|\s+[-–—]\s+|\s)(?P<titel>\S.*)$"),
}
_LUKKET_FORAN = re.compile(r"^lukket\s+(?:punkt|sag)\s*[-–—:]\s*", re.IGNORECASE)
_LUKKET_UDEN_NUMMER = re.compile(
    r"^(?:LUKKET (?:PUNKT|SAG)(?=[ :–—-]|$)|[Ll]ukket (?:punkt|sag)(?= ?[-–—:]))[ :–—-]*(?P<titel>.*)$"
)
_LUKKET_ALENE = re.compile(
    r"^\(?(?P<aabenhed>lukket|lukket\s+(?:punkt|sag)|åben|åbent|åbent\s+punkt|åben\s+sag)\)?\.?$", re.IGNORECASE
)
_AABENHED_BAG = re.compile(rf"\s*[-–—]?\s*{_AABENHED}$", re.IGNORECASE)
_AABENHED_FORAN = re.compile(rf"^{_AABENHED}\s*[-–:]?\s*", re.IGNORECASE)
_SLAGSORD: dict[str, Slags] = {
    "beslutning": "beslutning", "til beslutning": "beslutning", "beslutningspunkt": "beslutning",
    "godkendelse": "beslutning", "til godkendelse": "beslutning",
    "drøftelse": "droeftelse", "til drøftelse": "droeftelse", "drøftelsespunkt": "droeftelse",
    "orientering": "orientering", "til orientering": "orientering", "orienteringspunkt": "orientering",
    "til efterretning": "orientering",
}  # fmt: skip
_SLAGS_I_TITEL = re.compile(
    r"\s*[-–—]?\s*[(\[](?P<slags>(?:til )?(?:beslutning|drøftelse|orientering|godkendelse|efterretning)|"
    r"(?:beslutnings|drøftelses|orienterings)punkt)[)\]]\s*",
    re.IGNORECASE,
)
_SLAGSLINJE = re.compile(
    r"^(?:(?:type|punkttype|sagstype|slags|art|punktets karakter)\s*[:\t]\s*)(?P<slags>[\w -]{5,20})\.?$", re.IGNORECASE
)
SLAGSLINJER = frozenset(o for o in _SLAGSORD if o.startswith("til ") or o.endswith("punkt"))
# A heading over several items; what it says holds until the next one.
GRUPPER: dict[str, tuple[bool, Slags]] = {
    "Åbne punkter": (True, ""), "Åben dagsorden": (True, ""), "Åbne sager": (True, ""),
    "Lukkede punkter": (False, ""), "Lukket dagsorden": (False, ""), "Lukkede sager": (False, ""),
    "Beslutningspunkter": (True, "beslutning"), "Beslutningssager": (True, "beslutning"),
    "Punkter til beslutning": (True, "beslutning"), "Drøftelsespunkter": (True, "droeftelse"),
    "Punkter til drøftelse": (True, "droeftelse"), "Orienteringspunkter": (True, "orientering"),
    "Orienteringssager": (True, "orientering"), "Punkter til orientering": (True, "orientering"),
}  # fmt: skip
GRUPPE_AF = {noegle(navn): gruppe for navn, gruppe in GRUPPER.items()}
FASTE_TITLER = frozenset(
    noegle(titel)
    for titel in (
        "Eventuelt", "Evt", "Næste møde", "Kommende møder", "Godkendelse af dagsorden", "Godkendelse af dagsordenen",
        "Godkendelse af referat", "Meddelelser", "Skriftlige beretninger", "Velkomst", "Underskriftsark",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Kandidat:
    """A line that may begin an item. `sted` is its place among the lines; `form` the name of its form.

    `sikker` tells that it is set as a heading, `bekraeftet` that the list of contents names it.
    """

    sted: int
    form: str
    nummer: tuple[int, ...]
    titel: str
    aaben: bool | None = None
    sikker: bool = False
    bekraeftet: bool = False

    @property
    def nummertekst(self) -> str:
        return ".".join(str(del_) for del_ in self.nummer)

    @property
    def er_kun_lukket(self) -> bool:
        """A line "LUKKET PUNKT" with neither number nor title."""
        return not self.nummer and noegle(self.titel) in ("lukket punkt", "lukket sag")


def find_kandidat(sted: int, linje: Linje) -> Kandidat | None:
    """Read a line as the beginning of an item; None for lines of any other form."""
    ren = linje.ren
    if not ren or len(ren) > 300:
        return None
    for form, moenster in PUNKTFORMER.items():
        traef = moenster.match(ren)
        if traef is None:
            continue
        titel = (traef["titel"] or "").strip()
        if form == "1 (Åben) Titel":
            return Kandidat(sted, form, _tal(traef["nr"]), titel, er_aaben(traef["aabenhed"]))
        if form == "Punkt 4. Titel":
            if titel and not traef["skel"] and not titel[0].isupper():
                return None
            return Kandidat(sted, form, _tal(traef["nr"]), titel)
        if titel and not (titel[0].isupper() or titel[0] in "\"'”»“(["):
            return None
        return Kandidat(sted, form, _tal(traef["nr"]), titel, sikker=linje.fremhaevet)
    traef = _LUKKET_UDEN_NUMMER.match(ren)
    if traef:
        return Kandidat(sted, "LUKKET PUNKT", (), traef["titel"].strip() or ren, aaben=False)
    return None


def _tal(nummer: str) -> tuple[int, ...]:
    return tuple(int(del_) for del_ in nummer.split("."))


def er_aaben(ord_: str) -> bool:
    return not ord_.casefold().startswith("lukket")


def laes_titel(titel: str) -> tuple[str, bool | None, Slags]:
    """The title without its marks, whether it says open or closed, and the kind it names."""
    aaben: bool | None = None
    uden_lukket = _LUKKET_FORAN.sub("", titel)
    if uden_lukket != titel:
        aaben, titel = False, uden_lukket
    for moenster in (_AABENHED_FORAN, _AABENHED_BAG):
        traef = moenster.search(titel)
        if traef:
            aaben = er_aaben(traef["aabenhed"])
            titel = titel[: traef.start()] + titel[traef.end() :]
    slags: Slags = ""
    traef = _SLAGS_I_TITEL.search(titel)
    if traef:
        slags = _SLAGSORD[traef["slags"].casefold()]
        titel = f"{titel[: traef.start()]} {titel[traef.end() :]}"
    return titel.strip(), aaben, slags


def laes_aabenhed(ren: str) -> bool | None:
    """Whether a line that says nothing else says open or closed."""
    traef = _LUKKET_ALENE.match(ren)
    return er_aaben(traef["aabenhed"]) if traef else None


def laes_slags(ren: str) -> Slags:
    """The kind of item a line names that says nothing else: "Type: Beslutning", "Til orientering"."""
    traef = _SLAGSLINJE.match(ren)
    if traef:
        return _SLAGSORD.get(traef["slags"].strip().casefold(), "")
    rent = ren.strip(" .()[]").casefold()
    return _SLAGSORD[rent] if rent in SLAGSLINJER else ""
