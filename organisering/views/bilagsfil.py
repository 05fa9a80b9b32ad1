from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from organisering.models import Bilag, Moede
from organisering.queries.bilag import maa_laese_bilag
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.download import filsvar


@require_safe
def bilag_fil(request: HttpRequest, uuid: UUID) -> FileResponse:
    """The file of a paper, for those who may read it; everybody else is told that there is none."""
    synlige = Bilag.objects.filter(punkt__moede__in=Moede.objects.synlige_for(request.user))
    bilag = hent(
        synlige.select_related("punkt__moede__organ").prefetch_related("punkt__moede__faelles_med"), request, uuid=uuid
    )
    if not maa_laese_bilag(bilag, request.user):
        raise Http404
    svar = filsvar(bilag.fil, bilag.filnavn)
    if not request.user.is_authenticated:
        svar["Cache-Control"] = "no-cache"  # a paper that is public today may be closed tomorrow
    return svar
