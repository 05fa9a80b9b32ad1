from pathlib import PurePath

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from organisering.models import Dokument, Dokumentversion
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.download import filsvar


@require_safe
def dokumentversion_fil(request: HttpRequest, pk: int, nummer: int) -> HttpResponseBase:
    """The file of one version. It never changes, but who may see it can: caches ask each time."""
    synlige = Dokumentversion.objects.filter(dokument__in=Dokument.objects.synlige_for(request.user))
    version = hent(synlige, request, dokument__pk=pk, nummer=nummer)
    etag = f'"{PurePath(version.fil.name or "").stem}"'
    svar: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if not isinstance(svar, HttpResponseNotModified):
        svar = filsvar(version.fil, version.filnavn)
    svar["ETag"] = etag
    offentlig = Dokument.objects.synlige_for(AnonymousUser()).filter(pk=pk).exists()
    svar["Cache-Control"] = "public, no-cache" if offentlig else "private, no-store"
    return svar
