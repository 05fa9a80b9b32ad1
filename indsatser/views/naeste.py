"""Where a form leads when it is reached from somewhere else: `naeste` in the form or in the address."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def naeste(request: HttpRequest) -> str:
    """Return the page of this portal that is asked for; nothing when none is, or another's."""
    adresse = request.POST.get("naeste") or request.GET.get("naeste", "")
    ok = url_has_allowed_host_and_scheme(adresse, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return adresse if ok and adresse.startswith("/") else ""
