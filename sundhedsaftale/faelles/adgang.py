"""Line one of a view: what the reader may not see is 404, what they see but may not do is 403."""

from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

if TYPE_CHECKING:  # this package knows no domain word at run time
    from organisering.models import Bruger

    class Anmodning(HttpRequest):
        """A request from someone logged in."""

        user: Bruger

else:
    Anmodning = HttpRequest

_M = TypeVar("_M", bound=models.Model)


def hent(queryset: models.QuerySet[_M], request: HttpRequest, tilladelse: str | None = None, **opslag: Any) -> _M:
    """Return one row of a queryset that is already `synlige_for(request.user)`.

    Raises Http404 when it is not in the queryset, PermissionDenied when the user sees it but lacks `tilladelse`.
    Whether an anonymous visitor is sent to the login page instead is the view's to say, with `@login_required`.
    """
    objekt = get_object_or_404(queryset, **opslag)
    if tilladelse is not None and not request.user.has_perm(tilladelse, objekt):
        raise PermissionDenied
    return objekt
