from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from organisering.models import Sag
from organisering.queries.sagsgang import laes_sagsgang
from sundhedsaftale.faelles.adgang import hent


@require_safe
def sag_detail(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The case with each of its treatments; unknown to those who may read none of them."""
    sag = hent(Sag.objects.all(), request, uuid=uuid)
    gang = laes_sagsgang(sag, bruger=request.user)
    if gang is None:
        raise Http404
    return render(request, "organisering/sag/detail.html", {"sag": sag, "gang": gang})
