"""The secret address of a user's own calendar."""

from uuid import uuid4

from organisering.models import Bruger


def ny_kalendernoegle(bruger: Bruger) -> None:
    """Give the user's calendar a new address; the old one, if there was one, is no more."""
    bruger.kalendernoegle = uuid4()
    bruger.save(update_fields=["kalendernoegle"])
