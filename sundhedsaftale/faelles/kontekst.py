"""What every template knows: the main navigation and the address of the accessibility statement."""

from typing import TypedDict

from django.conf import settings
from django.http import HttpRequest


class Menupunkt(TypedDict):
    tekst: str
    url_navn: str
    valgt: bool


class Portal(TypedDict):
    menu: list[Menupunkt]
    was_url: str
    indlejret: bool


_AABNE = (
    ("Portefølje", "organisering:aftale-list", ("aftaler", "poster", "indsatser", "portefoeljeversioner")),
    ("Organer", "organisering:organ-list", ("organer", "personer", "eftersyn")),
    ("Møder", "organisering:aarshjul", ("aarshjul", "moeder", "kalender", "punkter", "sager")),
)
_STATUS = ("Status", "rapportering:statusrapport-list", ("status",))
_RAPPORTER = ("Rapporter", "rapportering:afrapportering-list", ("rapporter",))


def portal(request: HttpRequest) -> Portal:
    """Return `menu`, `was_url` and `indlejret`; the chosen entry is the one whose room the address lies in."""
    rum = request.path.strip("/").split("/")[0]
    # An error page can be drawn before the session is read, and then there is no user.
    logget_ind = hasattr(request, "user") and request.user.is_authenticated
    punkter = (*_AABNE, _STATUS, _RAPPORTER) if logget_ind else (*_AABNE, _RAPPORTER)
    return {
        "menu": [{"tekst": tekst, "url_navn": navn, "valgt": rum in rummene} for tekst, navn, rummene in punkter],
        "was_url": settings.WAS_URL,
        "indlejret": settings.INDLEJRET,
    }
