from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from indsatser.queries.aftaledel import laes_risikogrupper
from indsatser.queries.risikobillede import tegn_bred, tegn_smal
from indsatser.queries.risikofigur import FLYTTER, laes_risikotabel
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent


@require_safe
def risikogruppe_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The agreement's risk groups, lowest risk first, and who does what for them as picture and table."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    tabel = laes_risikotabel(aftale)
    overskrift = "Risikogrupper, aktører og indsatser"
    kontekst = {
        "aftale": aftale,
        "grupper": laes_risikogrupper(aftale),
        "tabel": tabel,
        "bred": tegn_bred(tabel, overskrift),
        "smal": tegn_smal(tabel, overskrift),
        "flytter": FLYTTER,
        "kan_rettes": request.user.has_perm("indsatser.rediger_portefoelje", aftale),
        "sti": [(str(aftale), aftale.get_absolute_url())],
    }
    return render(request, "indsatser/risikogruppe/list.html", kontekst)
