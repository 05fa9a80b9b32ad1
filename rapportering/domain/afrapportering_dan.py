"""Make an ordered report: write the chapters, then print."""

from rapportering.domain.pdfproces import Pdf, dan_pdf
from rapportering.domain.rapporthtml import rapport_html
from rapportering.domain.tryk import Arbejde, dan_tryk
from rapportering.models import Afrapportering


def dan_afrapportering(pk: int) -> bool:
    """Produce the report if it is free to take; return whether this call finished it."""
    return dan_tryk(Afrapportering, pk, _fremstil)


def _fremstil(rapport: Afrapportering, arbejde: Arbejde) -> Pdf:
    antal, skrevet = len(rapport.snapshot["kapitler"]), 0

    def meld(tekst: str) -> None:
        nonlocal skrevet
        arbejde.meld(5 + 45 * skrevet // max(antal, 1), tekst)
        skrevet += 1

    html = rapport_html(rapport.snapshot, rapport.sha256, meld)
    arbejde.gem_html(html)
    arbejde.meld(50, "Sætter siderne op")
    return dan_pdf(html, arbejde.hold_leje)
