"""A year in an address."""

from datetime import date

from organisering.forms.moede import AAR_FRA, AAR_TIL


def laes_aar(tekst: str | None) -> int | None:
    """Return the year written, or None when it is none that the portal knows."""
    aar = int(tekst) if tekst and tekst.isascii() and tekst.isdigit() and len(tekst) == 4 else 0
    return aar if AAR_FRA <= aar <= AAR_TIL else None


def planaar(dag: date) -> int:
    """The year a plan is most likely for: the next one from the summer on."""
    return dag.year + 1 if dag.month > 6 else dag.year
