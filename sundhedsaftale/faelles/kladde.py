"""A login that ran out in the middle of a save must not cost the user what was typed."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict

_NOEGLE = "kladde"
_SEKUNDER = 60 * 60
_HOEJST = 200_000

View = Callable[..., HttpResponse]


def login_uden_tab(view: View) -> View:
    """Like `login_required`, but what an expired login was about to save waits in the session for `aabn_kladde`."""

    @wraps(view)
    def foerst_login(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.method == "POST":
            data = request.POST.copy()
            data.pop("csrfmiddlewaretoken", None)
            sendt = data.urlencode()
            if len(sendt) <= _HOEJST:
                request.session[_NOEGLE] = {"sti": request.get_full_path(), "data": sendt, "tid": time.time()}
        return redirect_to_login(request.get_full_path())

    return foerst_login


def aabn_kladde(request: HttpRequest) -> QueryDict | None:
    """Return the form to show: what is sent now, or what was about to be saved here when the login ran out."""
    if request.method == "POST":
        return request.POST
    kladde = request.session.get(_NOEGLE)
    if kladde is None or kladde["sti"] != request.get_full_path():
        return None
    del request.session[_NOEGLE]
    if time.time() - kladde["tid"] > _SEKUNDER:
        return None
    messages.warning(
        request, "Du blev logget ud, før der blev gemt. Det, du skrev, står her endnu. Se det igennem, og gem."
    )
    return QueryDict(kladde["data"])
