"""Danish text, numbers and dates: the same in page, spreadsheet and PDF."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import slugify

FOERSTE_AAR, SIDSTE_AAR = 1900, 2999
HAARDT_MELLEMRUM = "\u00a0"
_MAANEDER = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
_RAEKKEFOELGE = "0123456789abcdefghijklmnopqrstuvwxyzæøå"
_FREMMEDE = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y", "đ": "d", "ð": "d", "þ": "t", "œ": "ø", "ł": "l"})
_I_ADRESSER = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_TAL = re.compile(r"[-−]?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_PROCENTTEGN = re.compile(r"\s*(?:%|pct\.?|procent)$", re.IGNORECASE)
_UKLART_PUNKTUM = re.compile(r"[-−]?[0-9]+\.[0-9]+")


def soegenoegle(tekst: str) -> str:
    """Fold case for a search column that answers alike on both databases."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", tekst).casefold())


def sorteringsnoegle(tekst: str) -> str:
    """Danish alphabetical order as a string of digits, two for each character, so that every collation agrees.

    a-z, æ, ø, å; Aa counts as Å and comes last; other marks count as a space, and case does not count.
    """
    ord_ = soegenoegle(tekst).translate(_FREMMEDE).replace("aa", "å")
    return "".join(_plads(bogstav) for bogstav in " ".join(ord_.split()))


def _plads(bogstav: str) -> str:
    if bogstav not in _RAEKKEFOELGE:
        bogstav = unicodedata.normalize("NFKD", bogstav)[0]
    plads = _RAEKKEFOELGE.find(bogstav)
    return f"{plads + 20}" if plads >= 0 else "10"


def opremset(ord_: Sequence[str]) -> str:
    """Write `a`, `a og b` or `a, b og c`; nothing for none."""
    return " og ".join(filter(None, (", ".join(ord_[:-1]), *ord_[-1:])))


def adresseord(tekst: str, hoejst: int) -> str:
    """Write a text as part of an address, `Følgegruppen for børn` as `foelgegruppen-for-boern`; it may become empty."""
    return slugify(soegenoegle(tekst).translate(_I_ADRESSER))[:hoejst].strip("-")


def laes_tal(tekst: str) -> Decimal:
    """Read `12`, `12,5` or `1.234,5`. Raises ValidationError, also when a point could mean either thing."""
    ren = tekst.strip()
    if _UKLART_PUNKTUM.fullmatch(ren):
        raise ValidationError(
            "Et punktum alene kan læses på to måder. Skriv decimaler med komma, fx 12,5, og tusinder uden punktum."
        )
    if not _TAL.fullmatch(ren):
        raise ValidationError("Skriv et tal, fx 12 eller 12,5.")
    return Decimal(ren.replace("−", "-").replace(".", "").replace(",", "."))


def laes_procent(tekst: str) -> Decimal:
    """Read a percentage as Danes write it: `82`, `82 %`, `75 pct.` or `12,5 procent`. Raises ValidationError."""
    return laes_tal(_PROCENTTEGN.sub("", tekst.strip()))


def tal(vaerdi: Decimal | float | None) -> str:
    """Write `12.345,6`, with the decimals there are and no trailing zeros; nothing for None. Not for years."""
    if vaerdi is None:
        return ""
    helt, _, decimaler = f"{Decimal(str(vaerdi)):,f}".partition(".")
    decimaler = decimaler.rstrip("0")
    return helt.replace(",", ".") + (f",{decimaler}" if decimaler else "")


def procent(vaerdi: Decimal | float | None) -> str:
    """Write 82 as `82 %` with a non-breaking space."""
    return "" if vaerdi is None else f"{tal(vaerdi)}{HAARDT_MELLEMRUM}%"


def dato(dag: date | None) -> str:
    """Write `1. februar 2021`; a moment is read in Danish time."""
    if dag is None:
        return ""
    if isinstance(dag, datetime):
        dag = _dansk_tid(dag)
    return f"{dag.day}. {_MAANEDER[dag.month - 1]} {dag.year}"


def dato_kl(tidspunkt: datetime | None) -> str:
    """Write `1. februar 2021 kl. 14.30` in Danish time."""
    if tidspunkt is None:
        return ""
    return f"{dato(tidspunkt)} kl. {_dansk_tid(tidspunkt):%H.%M}"


def _dansk_tid(tidspunkt: datetime) -> datetime:
    return timezone.localtime(tidspunkt) if timezone.is_aware(tidspunkt) else tidspunkt


class TalFelt(forms.DecimalField):
    """A number as Danes write it; shown again the same way."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs say int
        if value in self.empty_values:
            return None
        return value if isinstance(value, Decimal) else laes_tal(str(value))

    def prepare_value(self, value: Any) -> Any:
        # Without thousand separators: 1.234 alone would be refused when it comes back.
        return tal(value).replace(".", "") if isinstance(value, int | float | Decimal) else value


class ProcentFelt(TalFelt):
    """A percentage; the sign may stand after it."""

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # the stubs say int
        return laes_procent(value) if isinstance(value, str) and value.strip() else super().to_python(value)


class DatoFelt(forms.DateField):
    """A date written 21-08-2012, 21.08.2012, 21/8 2012 or 2012-08-21."""

    widget = forms.DateInput(format="%d-%m-%Y", attrs={"placeholder": "dd-mm-åååå"})
    input_formats = ("%d-%m-%Y", "%d.%m.%Y", "%d/%m %Y", "%d/%m/%Y", "%d. %m. %Y", "%Y-%m-%d")
    default_error_messages = {
        "required": "Skriv en dato.",
        "invalid": "Skriv en dato, fx 31-12-2021.",
        "aar": f"Skriv et årstal fra {FOERSTE_AAR} til {SIDSTE_AAR}.",
    }

    def to_python(self, value: Any) -> date | None:
        dag = super().to_python(value)
        if dag is not None and not FOERSTE_AAR <= dag.year <= SIDSTE_AAR:
            raise ValidationError(self.error_messages["aar"], code="aar")
        return dag


class KlokkeslaetFelt(forms.TimeField):
    """A time of day written 10.00, 10:00, 10 or kl. 10."""

    widget = forms.TimeInput(format="%H.%M", attrs={"placeholder": "tt.mm"})
    input_formats = ("%H.%M", "%H:%M", "%H:%M:%S", "%H")
    default_error_messages = {"invalid": "Skriv et klokkeslæt, fx 10.00."}

    def to_python(self, value: Any) -> time | None:
        ren = re.sub(r"^kl\.?\s*", "", value.strip(), flags=re.IGNORECASE) if isinstance(value, str) else value
        return super().to_python(ren)
