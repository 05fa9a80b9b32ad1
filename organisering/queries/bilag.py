"""Which papers a reader may fetch."""

from organisering.models import Besoegende, Bilag
from organisering.queries.indblik import indblik_i


def maa_laese_bilag(bilag: Bilag, bruger: Besoegende) -> bool:
    """An open paper of an open item is as open as the agenda; the others follow the closed items."""
    indblik = indblik_i(bilag.punkt.moede, bruger)
    aabent = bilag.aabent and not bilag.punkt.lukket
    return indblik.dagsorden and (indblik.lukkede or aabent)
