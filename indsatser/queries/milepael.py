"""Milestones as they stand on a day: reached, coming, put off, or past their date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from indsatser.models import Milepael
from sundhedsaftale.faelles.dansk import dato


@dataclass(frozen=True, slots=True)
class Milepaellinje:
    """`maerke` is the kind of the badge that tells `tilstand`."""

    milepael: Milepael
    tilstand: str
    maerke: str


def laes_milepaele(milepaele: Iterable[Milepael], *, dag: date) -> list[Milepaellinje]:
    """In the order they are due; those without a date last."""
    ordnet = sorted(milepaele, key=lambda et: (et.planlagt or et.forventet or et.naaet or date.max, et.pk))
    return [Milepaellinje(et, *milepaeltilstand(et, dag=dag)) for et in ordnet]


def milepaeltilstand(milepael: Milepael, *, dag: date) -> tuple[str, str]:
    """Return the state as text and the kind of its badge; what is expected counts before what was planned."""
    planlagt, ventet = milepael.planlagt, milepael.forventet or milepael.planlagt
    if milepael.naaet is not None:
        senere = planlagt is not None and milepael.naaet > planlagt
        return f"Nået {dato(milepael.naaet)}{', senere end planlagt' if senere else ''}", "success"
    if ventet is None:
        return "Uden dato", "neutral"
    if ventet < dag:
        return "Forsinket", "error"
    if planlagt is not None and ventet > planlagt:
        return "Udskudt", "warning"
    return "Kommende", "neutral"
