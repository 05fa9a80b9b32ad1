"""The words and signs that a portfolio table is recognised by. A new spelling is a word here and a row in a test."""

import re

from organisering.laesning.overskrifter import noegle as _noegle

# The roles of columns.
INDSATS, MAAL, ORGAN, SLAGS, AARLISTE, FRA, TIL = "indsats", "maal", "organ", "slags", "aarliste", "fra", "til"
_ROLLER = {
    INDSATS: "indsats indsatser indsatsen indsatsens delindsats delindsatser initiativ initiativer initiativet "
    "aktivitet aktiviteter opgave opgaver tiltag projekt projekter handling handlinger leverance leverancer titel",
    MAAL: "målsætning målsætninger målsætningen mål målene delmål pejlemærke pejlemærker vision visioner ambition",
    ORGAN: "organ gruppe følgegruppe følgegrupper implementeringsgruppe arbejdsgruppe styregruppe forum udvalg "
    "ansvarlig ansvarlige ansvarligt forankring forankret samordningsforum",
    SLAGS: "slags type art",
    AARLISTE: "år årstal årene periode tidsplan hvornår tidspunkt ressourcetræk",
    FRA: "start startår begynder opstart fra",
    TIL: "slut slutår sluttidspunkt afsluttes til",
}
_ROLLE = {ord_: rolle for rolle, alle in _ROLLER.items() for ord_ in alle.split()}
_MOEBLER = {"ressourcetræk", "ressourceforbrug", "årstal", "år", "tidsplan", "periode", "tidsperiode", "hvornår"}

# The second x is a Cyrillic letter, and the last four are signs of a symbol font.
_MAERKER = {*"xх×✓✔✅☑☒✗✘●•⬤◉■▪◼⬛+*j1", "ja", "xx", "true", "sand", "\uf0fc", "\uf0fe", "\uf0fd", "\uf06c"}
_INTET = {"", *"-–—‐−/.○□☐◯0n", "nej", "ingen", "n/a", "./.", "false", "falsk", "\uf0a8"}

_AAR = r"(?:19|20)\d\d"
_ENKELT = re.compile(rf"(?:år(?:et)?|i|primo|ultimo)?\s*({_AAR})\s*[.:*]?", re.IGNORECASE)
_DEL_AF = r"(?:[1-4]\.?\s*(?:kvartal|kvt|halvår|hå)\.?|[qkh][1-4])"
_DELAAR = re.compile(rf"{_DEL_AF}\s*({_AAR})|({_AAR})\s*[,:-]?\s*{_DEL_AF}", re.IGNORECASE)
_KUN_DEL = re.compile(rf"{_DEL_AF}|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|forår|efterår|sommer", re.IGNORECASE)
_SPAND = re.compile(rf"({_AAR})\s*[/–-]\s*({_AAR}|\d\d)")
_AAR_I_TEKST = re.compile(rf"(?<!\d)({_AAR})(?:\s*[–-]\s*({_AAR}|\d\d)(?!\d))?(?!\d)")

_EKSISTERENDE = {"eksisterende", "igangværende", "nuværende", "videreført", "videreførte", "løbende", "bestående"}
_NYE = {"ny", "nye", "nyt"}


def noegle(tekst: str) -> str:
    """Compare words without case, accents and a closing colon."""
    return _noegle(tekst)


def aarslabel(tekst: str) -> tuple[int, ...] | None:
    """The years that a column with this label covers; None when it is no label of years."""
    ren = tekst.strip().strip("()[]'\"")
    if not 4 <= len(ren) <= 24:
        return None
    if traef := _ENKELT.fullmatch(ren):
        return (int(traef[1]),)
    if traef := _DELAAR.fullmatch(ren):
        return (int(traef[1] or traef[2]),)
    if traef := _SPAND.fullmatch(ren):
        return _fra_til(int(traef[1]), traef[2])
    return None


def er_del_af_aar(tekst: str) -> bool:
    """Whether it is a label under the label of a year: a quarter, a month."""
    return _KUN_DEL.fullmatch(tekst.strip(" .")) is not None


def aar_i_tekst(tekst: str) -> tuple[int, ...]:
    """The years of `2024`, `2024, 2025 og 2027` or `2024-2026`, ascending."""
    fundne = {aar for fra, til in _AAR_I_TEKST.findall(tekst) for aar in (_fra_til(int(fra), til) or ())}
    return tuple(sorted(fundne))


def _fra_til(fra: int, til: str) -> tuple[int, ...] | None:
    slut = int(til) if len(til) == 4 else fra // 100 * 100 + int(til) if til else fra
    return tuple(range(fra, slut + 1)) if fra <= slut <= fra + 20 else None


def er_maerke(tekst: str) -> bool | None:
    """True for a mark, False for none, None for what is neither."""
    ren = tekst.strip().casefold().strip("[]").strip()
    if ren in _INTET:
        return False
    dele = ren.split()
    return True if dele and all(delen in _MAERKER for delen in dele) else None


def kolonnerolle(label: str) -> str:
    """What a column with this label holds; empty when it is not known."""
    ord_ = re.findall(r"\w+", noegle(label))
    if len(ord_) > 8:
        return ""
    return next((_ROLLE[et] for et in ord_ if et in _ROLLE), "")


def er_moebel(tekst: str) -> bool:
    """Whether the cell only says that years stand below it."""
    ord_ = re.findall(r"[^\W\d]+", noegle(tekst))
    return bool(ord_) and len(ord_) <= 4 and ord_[0] in _MOEBLER


def slags_i(tekst: str) -> str:
    """`ny` or `eksisterende` when the short text says so of initiatives, else empty."""
    ord_ = re.findall(r"\w+", noegle(tekst))
    if not ord_ or len(ord_) > 12 or not any(_ROLLE.get(et) == INDSATS for et in ord_):
        return ""
    foran = set(ord_)
    return "eksisterende" if foran & _EKSISTERENDE else "ny" if foran & _NYE else ""


def slags_i_felt(tekst: str) -> str:
    """The same for a cell of a column that holds nothing else."""
    ord_ = set(re.findall(r"\w+", noegle(tekst)))
    return "eksisterende" if ord_ & _EKSISTERENDE else "ny" if ord_ & _NYE else ""
