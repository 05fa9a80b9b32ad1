from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.dansk import dato


def citat(punkt: Dagsordenspunkt) -> str:
    """How a remark cites what it is about: `bemærkning til pkt. 9 i referatet af 4. december 2020`."""
    sted = f"pkt. {punkt.nummer}" if punkt.nummer else f"»{punkt.titel}«"
    return f"bemærkning til {sted} i referatet af {dato(punkt.moede.dag)}"
