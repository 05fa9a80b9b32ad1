"""An amount in mio. kr., as Danes write it."""

from decimal import Decimal
from typing import Any

from sundhedsaftale.faelles.dansk import TalFelt

HOEJST = Decimal(10_000)
_FOR_STORT = "Beløbet er i mio. kr. og højst 10.000. Skriv 19,8 for 19.800.000 kr."


class BeloebFelt(TalFelt):
    """Not negative, at most ten milliards, so that an amount in kroner is not taken for millions."""

    def __init__(self, **kwargs: Any) -> None:
        beskeder = {
            "min_value": "Beløbet kan ikke være negativt.",
            "max_value": _FOR_STORT,
            "max_decimal_places": "Skriv højst to decimaler, fx 19,85.",
        }
        super().__init__(
            min_value=Decimal(0),
            max_value=HOEJST,
            decimal_places=2,
            error_messages={**beskeder, **kwargs.pop("error_messages", {})},
            **kwargs,
        )
