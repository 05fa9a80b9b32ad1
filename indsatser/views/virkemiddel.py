from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from indsatser.queries.aftaledel import laes_virkemidler
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent


@require_safe
def virkemiddel_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The agreement's means and tracks, each with the initiatives that use it."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    kontekst = {
        "aftale": aftale,
        "side": laes_virkemidler(aftale),
        "kan_rettes": request.user.has_perm("indsatser.rediger_portefoelje", aftale),
        "sti": [(str(aftale), aftale.get_absolute_url())],
    }
    return render(request, "indsatser/virkemiddel/list.html", kontekst)
