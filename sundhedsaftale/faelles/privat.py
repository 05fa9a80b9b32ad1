"""What a page shows to somebody logged in stays out of every cache, also the browser's on a shared machine."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class PrivatMiddleware:
    """Answer a user who is logged in with `private, no-store`, unless the view has said otherwise."""

    def __init__(self, naeste: Callable[[HttpRequest], HttpResponse]) -> None:
        self.naeste = naeste

    def __call__(self, request: HttpRequest) -> HttpResponse:
        svar = self.naeste(request)
        if request.user.is_authenticated and "Cache-Control" not in svar.headers:
            svar.headers["Cache-Control"] = "private, no-store"
        return svar
