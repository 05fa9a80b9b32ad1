"""The public version of an agenda: what still stands in its way, and how one tells two versions apart."""

from hashlib import sha256

from django.db.models import Q

from organisering.models import Dagsordenspunkt, Moede
from organisering.queries.punktbillede import Moedebillede


def laes_udestaaende(moede: Moede) -> list[Dagsordenspunkt]:
    """Closed items that have neither a public title nor a reason for having none."""
    uden = Q(ordlyd__isnull=True) | Q(ordlyd__titel="", ordlyd__udeladt="")
    return list(moede.punkter.filter(uden, lukket=True))


def fingeraftryk(billede: Moedebillede) -> str:
    """The same for the same content, and for nothing else."""
    return sha256(repr(billede).encode()).hexdigest()
