"""From the cells of a sheet to measurements: headings in any order, numbers and years as Danes write them."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from indsatser.domain.maalingsark import Arkraekke
from indsatser.models import Maaltal
from sundhedsaftale.faelles.cpr import find_cpr
from sundhedsaftale.faelles.dansk import laes_procent, laes_tal, soegenoegle
from sundhedsaftale.faelles.regneark import Celle, Raekke, er_formel
from sundhedsaftale.faelles.regnearkskrivning import uden_apostrof

_OVERSKRIFTER = {
    "noegle": ("nøgle", "id"),
    "maaltal": ("måltal", "indikator", "betegnelse"),
    "aar": ("år", "årstal"),
    "vaerdi": ("værdi", "tal", "måling", "resultat"),
    "kilde": ("kilde",),
    "kildeadresse": ("kildens adresse", "kildeadresse", "link"),
    "periode": ("periode",),
    "databrud": ("databrud",),
    "foreloebig": ("foreløbig", "foreløbigt"),
    "antal": ("antal", "antal bag tallet", "n"),
    "bemaerkning": ("bemærkning", "note"),
}
_LEDT_I = 10  # rows above the headings: a title, a date of print
_JA, _NEJ = ("ja", "x", "✓", "1", "sand"), ("nej", "0", "falsk", "-")
_AARSTAL = re.compile(r"(?:19|20)[0-9]{2}")
_TEKSTER = ("kilde", "kildeadresse", "periode", "bemaerkning")
_FOR_STORT = Decimal(10) ** 10  # what the column holds
_PROCENTCELLE = (
    "{tal} i en talcelle kan være {stort} % eller {tal} %. Formatér cellen som tekst, og skriv procenten ud, fx 82 %."
)

Celler = Mapping[str, Celle]


def forstaa_ark(ark: Sequence[Raekke], maaltal: Sequence[Maaltal]) -> list[Arkraekke]:
    """Return the rows below the headings; those with neither year nor value are left out, as in an unfilled template.

    Raises ValidationError when there are no headings or nothing below them.
    """
    plads, kolonner = _hoved(ark)
    opslag = _Opslag(maaltal)
    raekker = []
    for nummer, dens in ark[plads + 1 :]:
        felter = {navn: _i(dens, kolonne) for navn, kolonne in kolonner.items()}
        if felter["aar"] is not None or felter["vaerdi"] is not None:
            raekker.append(_raekke(nummer, felter, opslag))
    if not raekker:
        raise ValidationError("Der er ingen målinger under overskrifterne.")
    return raekker


class _Opslag:
    """The agreement's måltal by their key and by what they are called."""

    def __init__(self, maaltal: Sequence[Maaltal]) -> None:
        self._noegler = {et.pk: et for et in maaltal}
        self._navne: dict[str, list[Maaltal]] = {}
        for et in maaltal:
            for navn in {et.betegnelse, et.fuld_betegnelse}:
                self._navne.setdefault(soegenoegle(navn), []).append(et)

    def find(self, noegle: Celle, navn: Celle) -> Maaltal:
        """The key decides when it is there. Raises ValidationError."""
        if noegle is not None:
            tekst = str(int(noegle)) if isinstance(noegle, float) and noegle.is_integer() else str(noegle)
            fundet = self._noegler.get(int(tekst)) if tekst.isdecimal() and len(tekst) < 19 else None
            if fundet is None:
                raise ValidationError("Aftalen har intet måltal med den nøgle.")
            return fundet
        if navn is None:
            raise ValidationError("Skriv måltallets nøgle eller navn.")
        fundne = self._navne.get(soegenoegle(uden_apostrof(str(navn))), [])
        if not fundne:
            raise ValidationError("Aftalen har intet måltal, der hedder det.")
        if len(fundne) > 1:
            raise ValidationError("Flere måltal hedder det. Brug nøglen fra skabelonen.")
        return fundne[0]


def _hoved(ark: Sequence[Raekke]) -> tuple[int, dict[str, int]]:
    """Return where the headings stand and which columns they name. Raises ValidationError when there are none."""
    for plads, (_, celler) in enumerate(ark[:_LEDT_I]):
        kolonner = _kolonner(celler)
        if {"aar", "vaerdi"} <= set(kolonner) and {"noegle", "maaltal"} & set(kolonner):
            return plads, kolonner
    raise ValidationError("Arket mangler overskrifterne nøgle eller måltal, år og værdi.")


def _kolonner(celler: Sequence[Celle]) -> dict[str, int]:
    kendte = {ord_: navn for navn, ordene in _OVERSKRIFTER.items() for ord_ in ordene}
    kolonner: dict[str, int] = {}
    for plads, celle in enumerate(celler):
        navn = kendte.get(soegenoegle(celle).strip(" .:*")) if isinstance(celle, str) else None
        if navn is not None:
            kolonner.setdefault(navn, plads)
    return kolonner


def _i(celler: Sequence[Celle], plads: int) -> Celle:
    return celler[plads] if plads < len(celler) else None


def _raekke(nummer: int, celler: Celler, opslag: _Opslag) -> Arkraekke:
    navn = celler.get("maaltal") or celler.get("noegle")
    vist = "" if navn is None or find_cpr(str(navn)) else str(navn)
    try:
        _afvis_farligt(celler)
        maaltal = opslag.find(celler.get("noegle"), celler.get("maaltal"))
        vist = maaltal.fuld_betegnelse
        aar = _aar(celler["aar"])
        vist = f"{vist}, {aar}"
        return Arkraekke(nummer, vist, maaltal, aar, _felter(celler, maaltal))
    except ValidationError as fejl:
        return Arkraekke(nummer, vist, fejl=" ".join(fejl.messages))


def _felter(celler: Celler, maaltal: Maaltal) -> dict[str, Any]:
    felter: dict[str, Any] = {"vaerdi": _vaerdi(celler["vaerdi"], maaltal)}
    felter |= {navn: str(celle) for navn in _TEKSTER if (celle := celler.get(navn)) is not None}
    for navn, ord_ in (("databrud", "databrud"), ("foreloebig", "foreløbig")):
        if (celle := celler.get(navn)) is not None:
            felter[navn] = _ja(celle, ord_)
    if (celle := celler.get("antal")) is not None:
        felter["antal"] = _antal(celle)
    return felter


def _afvis_farligt(celler: Celler) -> None:
    for navn, celle in celler.items():
        overskrift = _OVERSKRIFTER[navn][0]
        if isinstance(celle, str | int | float) and find_cpr(str(celle)):
            raise ValidationError(
                f"Cellen under {overskrift} ser ud til at indeholde et CPR-nummer. Fjern det fra arket."
            )
        if er_formel(celle):
            raise ValidationError(f"Cellen under {overskrift} er en formel. Sæt værdien ind i stedet.")


def _aar(celle: Celle) -> int:
    if isinstance(celle, float) and celle.is_integer():
        celle = int(celle)
    if celle is None or isinstance(celle, bool) or not _AARSTAL.fullmatch(str(celle)):
        raise ValidationError("Skriv året med fire cifre, fx 2021.")
    if int(str(celle)) > timezone.localdate().year:
        raise ValidationError("Året kan ikke ligge i fremtiden.")
    return int(str(celle))


def _vaerdi(celle: Celle, maaltal: Maaltal) -> Decimal:
    procent = maaltal.enhed == Maaltal.Enhed.PROCENT
    vaerdi = _tal(celle, procent=procent)
    if vaerdi < 0:
        raise ValidationError("Skriv et tal på 0 eller mere.")
    if vaerdi >= _FOR_STORT:
        raise ValidationError("Tallet er større, end et måltal kan være.")
    if vaerdi != round(vaerdi, 2):
        raise ValidationError("Skriv højst to decimaler.")
    return vaerdi


def _tal(celle: Celle, *, procent: bool) -> Decimal:
    if isinstance(celle, str):
        return laes_procent(celle) if procent else laes_tal(celle)
    if isinstance(celle, bool) or not isinstance(celle, int | float):
        raise ValidationError("Skriv værdien som et tal, fx 12,5.")
    vaerdi = Decimal(str(celle))
    if not vaerdi.is_finite():
        raise ValidationError("Skriv værdien som et tal, fx 12,5.")
    if procent and 0 < vaerdi <= 1:
        # A cell formatted as a percentage stores 82 % as 0.82, and nothing tells it from 0.82 %.
        raise ValidationError(_PROCENTCELLE.format(tal=_dansk(vaerdi), stort=_dansk(vaerdi * 100)))
    return vaerdi


def _dansk(vaerdi: Decimal) -> str:
    return f"{vaerdi.normalize():f}".replace(".", ",")


def _antal(celle: Celle) -> int:
    vaerdi = _tal(celle, procent=False)
    if vaerdi < 0 or vaerdi != int(vaerdi):
        raise ValidationError("Antal skal være et helt tal.")
    return int(vaerdi)


def _ja(celle: Celle, overskrift: str) -> bool:
    tekst = soegenoegle(str(celle))
    if celle is True or tekst in _JA:
        return True
    if celle is False or tekst in _NEJ:
        return False
    raise ValidationError(f"Skriv ja eller nej under {overskrift}.")
