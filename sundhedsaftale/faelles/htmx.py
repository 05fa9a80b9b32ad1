"""An expired login inside an htmx request must never put the login page inside a cell."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url


class HtmxLoginMiddleware:
    """Answer a redirect to the login page with `HX-Redirect`, so that the whole page goes there and back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        login = resolve_url(settings.LOGIN_URL)
        if not request.headers.get("HX-Request") or not 300 <= response.status_code < 400:
            return response
        if urlsplit(response.headers.get("Location", "")).path != login:
            return response
        # Back to the page the user stood on; the fragment's own address is no page.
        naeste = _side(request.headers.get("HX-Current-URL", ""))
        maal = f"{login}?{urlencode({'next': naeste})}" if naeste else login
        return HttpResponse(status=204, headers={"HX-Redirect": maal})


def _side(adresse: str) -> str:
    """The path and query of an address; nothing of one that is none."""
    try:
        dele = urlsplit(adresse)
    except ValueError:
        return ""
    return f"{dele.path}?{dele.query}" if dele.query else dele.path
