"""Acts that look before they write take turns: two at once must not both find the place free."""

from organisering.models import Aftale


def laas_aftale(aftale: Aftale) -> None:
    """Hold the agreement's row to the end of the transaction; SQLite holds the whole database already."""
    Aftale.objects.select_for_update().get(pk=aftale.pk)
