"""Where a form leads when it is reached from somewhere else: `?naeste=`."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def naeste(request: HttpRequest) -> str:
    """Return the page of this portal that the address asks to go on to; nothing when it asks for none, or another's."""
    adresse = request.GET.get("naeste", "")
    ok = url_has_allowed_host_and_scheme(adresse, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return adresse if ok and adresse.startswith("/") else ""
