"""Attachments: a title, the archive's document id and the journal number."""

import re
from collections.abc import Iterable
from dataclasses import replace

from organisering.laesning.dele import LaestBilag
from organisering.laesning.inventar import er_tabelstreg
from organisering.laesning.linjer import Linje, er_tomt_tegn
from organisering.laesning.sagsnumre import DOKUMENT, SAGSNUMMER_FORMER, laes_sagslinje

_LISTETEGN = re.compile(r"^(?:\d{1,3}[.)]\s*|\d{1,3}\s+(?=[A-ZÆØÅ(])|[-–*•·▪]\s+)")
_INGEN = re.compile(r"(?:ingen|ingen bilag|der er ingen bilag|intet)\.?", re.IGNORECASE)
_PARENTES_BAG = re.compile(r"\s*\((?P<indhold>[^()]*)\)\s*$")
_DOKUMENT_BAG = re.compile(rf"\s*[-–,;(]?\s*{DOKUMENT.pattern}\)?\s*$", re.IGNORECASE)
_JOURNAL = re.compile("|".join(rf"(?<![\w-]){form.pattern}(?![\w-])" for form in SAGSNUMMER_FORMER.values()))
_LUKKET = re.compile(r"\((?:lukket|lukket bilag|fortroligt?)\)", re.IGNORECASE)
_TABELHOVED = frozenset(
    ("nr", "nr.", "bilag", "titel", "navn", "dokument", "dokid", "dok.nr.", "journalnummer", "sagsnr.")
)


def laes_bilag(linjer: Iterable[Linje]) -> tuple[list[LaestBilag], list[Linje]]:
    """Read the lines under the heading Bilag; return the attachments, and the lines that are none."""
    bilag: list[LaestBilag] = []
    rest: list[Linje] = []
    for linje in linjer:
        tekst = (linje.ren or linje.tekst).strip()
        if not tekst or er_tomt_tegn(tekst) or er_tabelstreg(linje.tekst) or _INGEN.fullmatch(tekst):
            continue
        celler = tekst.split("\t")
        if len(celler) > 1:
            if {celle.casefold() for celle in celler} <= _TABELHOVED:
                continue
            tekst = " ".join(celler[1:] if celler[0].strip(".").isdigit() else celler)
        uden_tegn = _LISTETEGN.sub("", tekst, count=1)
        et = _laes_et(uden_tegn)
        if not et.titel and bilag and not bilag[-1].dokid:
            bilag[-1] = replace(bilag[-1], dokid=et.dokid, journalnummer=et.journalnummer)
        elif not et.titel or _er_prosa(tekst, uden_tegn, et):
            rest.append(linje)
        else:
            bilag.append(et)
    return bilag, rest


def _er_prosa(tekst: str, uden_tegn: str, et: LaestBilag) -> bool:
    """A sentence, which no title of an attachment is: neither in a list nor with a number, and with a full stop."""
    return tekst == uden_tegn and not et.dokid and tekst.endswith((".", ":")) and " " in tekst


def _laes_et(tekst: str) -> LaestBilag:
    aaben = not _LUKKET.search(tekst)
    parentes = _PARENTES_BAG.search(tekst[-300:])
    if parentes:
        dokid, journal, helt = _numre(parentes["indhold"])
        if helt:
            return LaestBilag(tekst[: len(tekst[:-300]) + parentes.start()].strip(" -–,"), dokid, journal, aaben)
    bag = _DOKUMENT_BAG.search(tekst[-300:])
    if bag:
        titel = tekst[: len(tekst[:-300]) + bag.start()].strip(" -–,")
        return LaestBilag(titel, bag["nr"].strip(), "", aaben)
    return LaestBilag(tekst, aaben=aaben)


def _numre(indhold: str) -> tuple[str, str, bool]:
    """Document id and journal number of what stands in brackets, and whether that is all there is."""
    dokument = DOKUMENT.search(indhold)
    rest = DOKUMENT.sub("", indhold, count=1)
    journal = _JOURNAL.search(rest)
    sag = laes_sagslinje(rest.strip(" -–,;")) if journal is None else None
    if journal:
        rest = rest[: journal.start()] + rest[journal.end() :]
    elif sag and sag[0]:
        rest = ""
    nummer = journal[0] if journal else (sag[0] if sag else "")
    # The number's own sign of a closed list, "Sagsnr.:", may be left.
    rest = re.sub(r"(?i)\b(?:sagsnr|sagnr|j\.?nr)\b\.?:?", "", rest)
    return (dokument["nr"] if dokument else ""), nummer, bool(dokument or nummer) and not rest.strip(" -–,;:.")
