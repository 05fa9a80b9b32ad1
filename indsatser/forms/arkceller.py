"""The cells of a data sheet: text, choices, X and amounts as people and spreadsheets write them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError

from sundhedsaftale.faelles.cpr import find_cpr
from sundhedsaftale.faelles.dansk import laes_tal, soegenoegle
from sundhedsaftale.faelles.heltal import HOEJST
from sundhedsaftale.faelles.regneark import Celle, rens
from sundhedsaftale.faelles.regnearkskrivning import uden_apostrof

_KRYDS = {"x", "×", "✓", "✔", "☑", "☒", "●", "•", "ja", "1", "sand", "true"}
_INTET = {"", "-", "–", "nej", "0", "falsk", "false", "☐"}
_JA_NEJ = {"ja": True, "nej": False, "x": True, "1": True, "0": False, "": None}
_BELOEB_HOEJST = Decimal("9999999.99")
_EPOKE = date(1899, 12, 30)  # day nought of a spreadsheet's calendar
_CPR_CIFRE = 8  # the fewest that a number can have: some serials hold letters
_NOEGLE_CIFRE = 20  # more than any number has that the portal has written


def tekst(celle: Celle) -> str:
    """Return the cell as text. Raises ValidationError for dates and for what looks like a CPR number."""
    if isinstance(celle, datetime | date | time | timedelta):
        raise ValidationError("står som en dato eller et klokkeslæt. Skriv den som tekst.")
    if isinstance(celle, float) and celle.is_integer():
        celle = int(celle)
    if isinstance(celle, bool):
        celle = "ja" if celle else "nej"
    skrevet = uden_apostrof("" if celle is None else str(celle))
    if sum(map(str.isdigit, skrevet)) >= _CPR_CIFRE and find_cpr(skrevet):
        raise ValidationError("ser ud til at indeholde et CPR-nummer. Fjern det fra arket.")
    return rens(skrevet)


def noegle(celle: Celle) -> int | None:
    """Return a key or a version; nothing for an empty cell."""
    skrevet = tekst(celle)
    if not skrevet:
        return None
    kort = skrevet.isascii() and skrevet.isdecimal() and len(skrevet) <= _NOEGLE_CIFRE
    if not kort or not 0 < int(skrevet) <= HOEJST:
        raise ValidationError("skal være et helt tal, som portalen har skrevet.")
    return int(skrevet)


def valg(celle: Celle, navne: Mapping[str, str]) -> str:
    """Return the key of a choice that is written by its name or its key."""
    skrevet = soegenoegle(tekst(celle))
    for vaerdi, navn in navne.items():
        if skrevet in (soegenoegle(navn), vaerdi):
            return vaerdi
    raise ValidationError(f"skal være en af disse: {', '.join(navne.values())}.")


def kryds(celle: Celle) -> bool:
    skrevet = soegenoegle(tekst(celle))
    if skrevet in _KRYDS:
        return True
    if skrevet in _INTET:
        return False
    raise ValidationError("kan ikke læses som et kryds. Skriv X, eller lad feltet være tomt.")


def ja_nej(celle: Celle) -> bool | None:
    skrevet = soegenoegle(tekst(celle))
    if skrevet not in _JA_NEJ:
        raise ValidationError("skal være ja, nej eller tomt.")
    return _JA_NEJ[skrevet]


def beloeb(celle: Celle) -> Decimal | None:
    """Return mio. kr. with at most two decimals; nothing for an empty cell."""
    if isinstance(celle, int | float) and not isinstance(celle, bool):
        tal = Decimal(str(celle))
    elif skrevet := tekst(celle):
        tal = laes_tal(skrevet)
    else:
        return None
    try:
        afrundet = tal.quantize(Decimal("0.01"))
    except InvalidOperation:
        afrundet = None
    if afrundet is None or not abs(afrundet) <= _BELOEB_HOEJST:
        raise ValidationError("er for stort et tal.")
    if afrundet != tal:
        raise ValidationError("må højst have to decimaler.")
    return afrundet


def aarstal(celle: Celle) -> int | None:
    """Return the year that a heading is: a number, text, or a date that a spreadsheet made of it."""
    if isinstance(celle, datetime | date):
        dag = celle.date() if isinstance(celle, datetime) else celle
        # A heading 2019 that somebody has shown as a date is the 2019th day: 11 July 1905.
        loebenummer = (dag - _EPOKE).days
        return loebenummer if 1900 <= loebenummer <= 2200 else dag.year
    try:
        skrevet = tekst(celle)
    except ValidationError:
        return None
    return int(skrevet) if len(skrevet) == 4 and skrevet.isascii() and skrevet.isdecimal() else None


def besked(fejl: ValidationError) -> Any:
    return fejl.messages[0]
