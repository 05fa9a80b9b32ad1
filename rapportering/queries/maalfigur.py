"""Where the points of a small target curve stand; the numbers themselves are written beside it."""

from dataclasses import dataclass
from typing import Any

BREDDE, HOEJDE, KANT, BUND = 120, 44, 6, 12


@dataclass(frozen=True)
class Maalfigur:
    """Coordinates as text with a point, ready for SVG; `streger` breaks where the data breaks."""

    beskrivelse: str
    punkter: list[tuple[str, str]]
    streger: list[str]
    maallinje: str | None
    foerste_aar: int
    sidste_aar: int


def maalfigur(maaltal: dict[str, Any]) -> Maalfigur | None:
    """Return the figure of one target of a snapshot, or None when there are fewer than two measurements."""
    maalinger = maaltal["maalinger"]
    if len(maalinger) < 2:
        return None
    maal = float(maaltal["maalgraense"]) if maaltal["maalgraense"] else None
    tal = [float(m["tal"]) for m in maalinger]
    lav, hoej = (
        min([*tal, *([] if maal is None else [maal])]),
        max([*tal, *([] if maal is None else [maal])]),
    )
    aar = [m["aar"] for m in maalinger]

    def x(et_aar: int) -> str:
        return f"{KANT + (et_aar - aar[0]) / (aar[-1] - aar[0]) * (BREDDE - 2 * KANT):.1f}"

    def y(vaerdi: float) -> str:
        andel = (vaerdi - lav) / (hoej - lav) if hoej > lav else 0.5
        return f"{HOEJDE - BUND - KANT / 2 - andel * (HOEJDE - BUND - KANT):.1f}"

    punkter = [(x(et_aar), y(vaerdi)) for et_aar, vaerdi in zip(aar, tal, strict=True)]
    streger: list[list[str]] = []
    for maaling, (px, py) in zip(maalinger, punkter, strict=True):
        if maaling["databrud"] or not streger:
            streger.append([])
        streger[-1].append(f"{px},{py}")
    historie = "; ".join(f"{m['vaerdi']} i {m['aar']}" for m in maalinger)
    return Maalfigur(
        beskrivelse=f"Udvikling for {maaltal['betegnelse']}: {historie}. Mål: {maaltal['maal']}.",
        punkter=punkter,
        streger=[" ".join(streg) for streg in streger if len(streg) > 1],
        maallinje=None if maal is None else y(maal),
        foerste_aar=aar[0],
        sidste_aar=aar[-1],
    )
