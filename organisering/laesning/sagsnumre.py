"""Case numbers, document numbers and the marks of open and closed."""

import re

_NUMMER = r"[\w./–-]*\d[\w./–-]*"
# What an archive calls it → label; the label decides, the number is free text.
SAGSNUMMER_ETIKETTER = (
    "Sagsnr", "Sagnr", "Sags nr", "Sagsnummer", "Sagsid", "Sags-id", "J.nr", "Jnr", "Journalnr", "Journalnummer",
    "Sag nr", "Acadre-sag",
)  # fmt: skip
DOKUMENT_ETIKETTER = (
    "Dok",
    "DokID",
    "Dok-ID",
    "Dok.nr",
    "Dok.id",
    "Dok. nr",
    "Dokumentnr",
    "Dokument-id",
    "Brevid",
    "Brev-id",
)
# Numbers known by their shape alone, when they stand by themselves on a line
SAGSNUMMER_FORMER = {
    "EMN-2021-03543": re.compile(r"[A-ZÆØÅ]{2,5}-\d{4}-\d{3,6}"),
    "330-2020-164": re.compile(r"\d{3}-\d{4}-\d{1,7}"),
    "1-01-72-30-17": re.compile(r"\d{1,2}(?:-\d{1,3}){3,6}"),
    "12/838": re.compile(r"\d{2}/\d{1,6}"),
}


def _etiket(navne: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(navn).replace(r"\ ", r"\s?") for navn in sorted(navne, key=len)[::-1]) + ")"


_SAG = re.compile(
    rf"(?:{_etiket(SAGSNUMMER_ETIKETTER)}\b\.?\s*:?\s*|\bSag\s+(?=\d{{3}}-\d{{4}}-))(?P<nr>{_NUMMER})", re.IGNORECASE
)
DOKUMENT = re.compile(rf"{_etiket(DOKUMENT_ETIKETTER)}\b\.?\s*:?\s*(?P<nr>{_NUMMER})", re.IGNORECASE)


def laes_sagslinje(tekst: str) -> tuple[str, str] | None:
    """Case number and document numbers of a line that says nothing else; None for any other line."""
    if len(tekst) > 160:
        return None
    if any(form.fullmatch(tekst) for form in SAGSNUMMER_FORMER.values()):
        return tekst, ""
    sag = _SAG.search(tekst)
    dokumenter = list(DOKUMENT.finditer(tekst))
    rest = DOKUMENT.sub("", _SAG.sub("", tekst, count=1))
    if (sag is None and not dokumenter) or rest.strip(" \t,;–-()"):
        return None
    return sag["nr"] if sag else "", ", ".join(traef[0].strip() for traef in dokumenter)


def har_sagsnummer(tekst: str) -> bool:
    """Whether the line is a case number with its label, and nothing else."""
    laest = laes_sagslinje(tekst) if _SAG.match(tekst) else None
    return laest is not None and bool(laest[0])
