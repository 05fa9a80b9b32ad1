"""Make a meeting's agenda, minutes or packet."""

from pathlib import Path
from tempfile import TemporaryDirectory

from rapportering.domain.moedehtml import moede_html
from rapportering.domain.moedepakke import saml_pakke
from rapportering.domain.pdfproces import Pdf, dan_pakke, dan_pdf
from rapportering.domain.tryk import Arbejde, dan_tryk
from rapportering.models import Moedetryk


def dan_moedetryk(pk: int) -> bool:
    """Produce the document if it is free to take; return whether this call finished it."""
    return dan_tryk(Moedetryk, pk, _fremstil)


def _fremstil(tryk: Moedetryk, arbejde: Arbejde) -> Pdf:
    if tryk.slags == Moedetryk.Slags.PAKKE:
        return _fremstil_pakke(tryk, arbejde)
    arbejde.meld(10, "Skriver punkterne")
    html = moede_html(tryk.snapshot, tryk.sha256)
    arbejde.gem_html(html)
    arbejde.meld(50, "Sætter siderne op")
    return dan_pdf(html, arbejde.hold_leje)


def _fremstil_pakke(tryk: Moedetryk, arbejde: Arbejde) -> Pdf:
    with TemporaryDirectory(prefix="pakke-") as mappe:
        pakke = saml_pakke(tryk.snapshot["pakke"], Path(mappe), arbejde)
        html = moede_html(tryk.snapshot, tryk.sha256, pakke)
        arbejde.gem_html(html)
        arbejde.meld(55, "Sætter siderne op og lægger bilagene ind")
        return dan_pakke(html, pakke.medtaget, arbejde.hold_leje)
