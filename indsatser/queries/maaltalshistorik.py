"""The life of a måltal: its own changes and those of its measurements, as one list. For the region's own alone."""

from collections.abc import Iterable
from typing import Any

from indsatser.models import Maaling, Maaltal
from sundhedsaftale.faelles.dansk import tal
from sundhedsaftale.faelles.historik import Aendring, Historiklinje, historik_for, hvem

_HAENDELSER = {"+": "oprettet", "~": "ændret", "-": "slettet"}


def laes_maaltalshistorik(maaltal: Maaltal) -> list[Historiklinje]:
    """Return the saves, newest first. The number of queries does not grow with the number of measurements."""
    linjer = [*historik_for(maaltal), *_maalingernes(maaltal)]
    return sorted(linjer, key=lambda linje: linje.hvornaar, reverse=True)


def _maalingernes(maaltal: Maaltal) -> Iterable[Historiklinje]:
    foer: dict[int, str] = {}
    for raekke in Maaling.historik.filter(maaltal_id=maaltal.pk).select_related("history_user").order_by("history_id"):
        efter = "" if raekke.history_type == "-" else _tekst(raekke)
        yield Historiklinje(
            hvornaar=raekke.history_date,
            hvem=hvem(raekke.history_user),
            hvorfor=raekke.history_change_reason or "",
            haendelse=_HAENDELSER[raekke.history_type],
            version=raekke.version,
            aendringer=(Aendring(f"Måling {raekke.aar}", foer.get(raekke.id, ""), efter),),
        )
        foer[raekke.id] = efter


def _tekst(raekke: Any) -> str:
    """Everything that was said of one measurement, so that no change goes untold."""
    dele = [
        tal(raekke.vaerdi),
        raekke.periode,
        raekke.kilde,
        raekke.kildeadresse,
        "" if raekke.antal is None else f"antal {raekke.antal}",
        "foreløbig" if raekke.foreloebig else "",
        "databrud" if raekke.databrud else "",
        raekke.bemaerkning,
    ]
    return ", ".join(filter(None, dele))
