"""The only module that imports WeasyPrint; it fetches nothing but the bundled styles and fonts."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from rapportering.pdf.efterbehandling import efterbehandl
from rapportering.pdf.pakke import Bilag

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
TILLADTE_MAPPER = (STATIC / "pdf", STATIC / "vendor" / "dkfds" / "fonts")


class KunMedfoelgende(URLFetcher):
    """Read files of the report's own folders; every other address is refused."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=["file"], allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        dele = urlsplit(url)
        sti = Path(unquote(dele.path)).resolve()
        if dele.scheme != "file" or dele.netloc or not any(sti.is_relative_to(mappe) for mappe in TILLADTE_MAPPER):
            raise ValueError(f"Rapporten må ikke hente {url}")
        svar: URLFetcherResponse = super().fetch(url, headers)
        return svar


def dan_pdf(html: str, bilag: Sequence[Bilag]) -> tuple[bytes, int]:
    """Return PDF/UA-1 and its number of pages; the same HTML and papers give the same bytes."""
    dokument = HTML(string=html, base_url=f"{STATIC.as_uri()}/", url_fetcher=KunMedfoelgende())
    raa: bytes = dokument.write_pdf(
        pdf_variant="pdf/ua-1", pdf_identifier=hashlib.sha256(html.encode()).hexdigest()[:32].encode()
    )
    return efterbehandl(raa, bilag)
