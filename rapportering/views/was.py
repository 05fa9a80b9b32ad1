from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe


@require_safe
def was(request: HttpRequest) -> HttpResponse:
    """The accessibility statement lives at the address its authority gives it (`WAS_URL`)."""
    if not settings.WAS_URL:
        raise Http404
    return redirect(settings.WAS_URL)
