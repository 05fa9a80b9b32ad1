"""A year in an address."""

from datetime import date

from organisering.forms.moede import AAR_FRA, AAR_TIL


def laes_aar(tekst: str | None) -> int | None:
    """Return the year written, or None when it is none that the portal knows."""
    aar = int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) == 4 else 0
    return aar if AAR_FRA <= aar <= AAR_TIL else None


def planaar(dag: date) -> tuple[int, ...]:
    """The years a plan is made for, the likeliest first: plans for next year are made from the summer on."""
    nu, naeste = dag.year, dag.year + 1
    return (naeste, nu, naeste + 1) if dag.month > 6 else (nu, naeste)
