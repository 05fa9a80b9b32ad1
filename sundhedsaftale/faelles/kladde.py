"""A login that ran out in the middle of a save must not cost the user what was typed.

What was about to be saved waits an hour in the cache, for the same person alone: the form's page left a signed cookie
that says whose it was, and without it nothing is kept. The session holds the key, never the text.
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict

from sundhedsaftale.faelles.cpr import find_cpr

_NOEGLE = "kladde"
_COOKIE = "kladde_for"
_SEKUNDER = 60 * 60
_TEGN_HOEJST = 400_000

View = Callable[..., HttpResponse]


def login_uden_tab(view: View) -> View:
    """Like `login_required`, but what an expired login was about to save waits for `aabn_kladde`."""

    @wraps(view)
    def foerst_login(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            if request.method == "POST":
                _gem(request)
            return redirect_to_login(request.get_full_path())
        svar = view(request, *args, **kwargs)
        svar.set_signed_cookie(
            _COOKIE, str(request.user.pk), httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
        )
        return svar

    return foerst_login


def aabn_kladde(request: HttpRequest) -> QueryDict | None:
    """Return the form to show: what is sent now, or what was about to be saved here when the login ran out."""
    if request.method == "POST":
        return request.POST
    noegle = request.session.get(_NOEGLE)
    kladde = cache.get(noegle) if noegle else None
    if kladde is None or kladde["sti"] != request.get_full_path() or kladde["bruger"] != str(request.user.pk):
        return None
    del request.session[_NOEGLE]
    cache.delete(noegle)
    messages.warning(
        request, "Du blev logget ud, før der blev gemt. Det, du skrev, står her endnu. Se det igennem, og gem."
    )
    return QueryDict(kladde["data"])


def _gem(request: HttpRequest) -> None:
    data = request.POST.copy()
    data.pop("csrfmiddlewaretoken", None)
    bruger = request.get_signed_cookie(_COOKIE, default=None)
    tekster = [tekst for _navn, vaerdier in data.lists() for tekst in vaerdier]
    if bruger is None or sum(map(len, tekster)) > _TEGN_HOEJST or any(map(find_cpr, tekster)):
        return
    request.session[_NOEGLE] = noegle = f"kladde-{secrets.token_urlsafe(16)}"
    cache.set(noegle, {"sti": request.get_full_path(), "bruger": bruger, "data": data.urlencode()}, _SEKUNDER)
