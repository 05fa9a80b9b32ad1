"""From the cells of a sheet to meetings: headings in any order, dates and times as Danes write them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from organisering.domain.moedeimport import Arkraekke
from organisering.forms.moede import MoededagFelt
from organisering.models import Moede
from sundhedsaftale.faelles.cpr import find_cpr
from sundhedsaftale.faelles.dansk import KlokkeslaetFelt, soegenoegle
from sundhedsaftale.faelles.regneark import Celle, Raekke, er_formel

_OVERSKRIFTER = {
    "organ": ("organ", "forum", "udvalg", "gruppe", "mødeforum"),
    "dato": ("dato", "mødedato", "dag"),
    "fra": ("fra", "start", "starttid", "starttidspunkt", "begynder", "kl", "tid", "tidspunkt", "klokkeslæt"),
    "til": ("til", "slut", "sluttid", "sluttidspunkt", "slutter"),
    "sted": ("sted", "mødested", "lokale"),
    "slags": ("slags", "type", "mødetype"),
}
_KRAEVET = ("organ", "dato", "fra")
_LEDT_I = 10  # rows above the headings: a title, a date of print
_STED_HOEJST = 200
_INTERVAL = re.compile(r"\s*(?:-|–|—|\btil\b)\s*")
_DAG = MoededagFelt()
_KL = KlokkeslaetFelt()

Celler = Mapping[str, Celle]


def forstaa_ark(ark: Sequence[Raekke]) -> list[Arkraekke]:
    """Return the rows below the headings. Raises ValidationError when there are no headings or nothing below them."""
    for plads, (_, celler) in enumerate(ark[:_LEDT_I]):
        kolonner = _kolonner(celler)
        if all(navn in kolonner for navn in _KRAEVET):
            raekker = [
                _raekke(nummer, {navn: _i(dens, kolonne) for navn, kolonne in kolonner.items()})
                for nummer, dens in ark[plads + 1 :]
            ]
            break
    else:
        raise ValidationError("Arket mangler overskrifterne organ, dato og fra.")
    if not raekker:
        raise ValidationError("Der er ingen møder under overskrifterne.")
    return raekker


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


def _raekke(nummer: int, celler: Celler) -> Arkraekke:
    organ = celler["organ"]
    try:
        _afvis_farligt(celler)
        if organ is None:
            raise ValidationError("Skriv, hvilket organ der mødes.")
        dag = _dag(celler["dato"])
        fra, til = _tider(celler["fra"], celler.get("til"))
        if til is not None and til <= fra:
            raise ValidationError("Mødet kan ikke slutte, før det begynder.")
        return Arkraekke(
            nummer=nummer,
            organ=str(organ),
            starter=_tidspunkt(dag, fra),
            slutter=None if til is None else _tidspunkt(dag, til),
            sted=_sted(celler.get("sted")),
            slags=_slags(celler.get("slags")),
        )
    except ValidationError as fejl:
        vist = "" if organ is None or find_cpr(str(organ)) else str(organ)
        return Arkraekke(nummer=nummer, organ=vist, fejl=" ".join(fejl.messages))


def _afvis_farligt(celler: Celler) -> None:
    for navn, celle in celler.items():
        if find_cpr(str(celle)) and isinstance(celle, str | int | float):
            raise ValidationError(f"Cellen under {navn} ser ud til at indeholde et CPR-nummer. Fjern det fra arket.")
        if er_formel(celle):
            raise ValidationError(f"Cellen under {navn} er en formel. Sæt værdien ind i stedet.")


def _dag(celle: Celle) -> date:
    if isinstance(celle, datetime):
        celle = celle.date()
    if isinstance(celle, date):
        _DAG.validate(celle)
        return celle
    dag: date = _DAG.clean(None if celle is None else str(celle))
    return dag


def _tider(fra: Celle, til: Celle) -> tuple[time, time | None]:
    """A beginning and an end, which may stand in one cell: 10.00-12.00."""
    if isinstance(fra, str) and til is None and len(delt := _INTERVAL.split(fra, maxsplit=1)) == 2:
        fra, til = delt
    if fra is None:
        raise ValidationError("Skriv, hvornår mødet begynder.")
    return _kl(fra), None if til is None else _kl(til)


def _kl(celle: Celle) -> time:
    if isinstance(celle, datetime):
        return celle.time()
    if isinstance(celle, time):
        return celle
    if isinstance(celle, float) and 0 <= celle < 1:
        celle = timedelta(days=celle)
    if isinstance(celle, timedelta) and timedelta(0) <= celle < timedelta(days=1):
        # A sheet stores the time as a fraction of the day.
        return (datetime.min + timedelta(minutes=round(celle / timedelta(minutes=1)))).time()
    tekst = "?" if isinstance(celle, float | bool) else str(celle)
    kl: time = _KL.clean(tekst)
    return kl


def _sted(celle: Celle) -> str | None:
    if celle is None:
        return None
    if len(str(celle)) > _STED_HOEJST:
        raise ValidationError(f"Stedet må højst fylde {_STED_HOEJST} tegn.")
    return str(celle)


def _slags(celle: Celle) -> str | None:
    if celle is None:
        return None
    soegt = soegenoegle(str(celle))
    for slags in Moede.Slags:
        navn = soegenoegle(slags.label)
        if soegt in (navn, navn.removesuffix(" møde"), slags.value):
            return slags.value
    raise ValidationError("Slags skal være ordinært møde, ekstraordinært møde eller dialogmøde.")


def _tidspunkt(dag: date, kl: time) -> datetime:
    return timezone.make_aware(datetime.combine(dag, kl))
