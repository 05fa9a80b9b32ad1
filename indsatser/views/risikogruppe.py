from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from indsatser.models import Indsats
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent


@require_safe
def risikogruppe_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The agreement's risk groups with the efforts that fit, lowest risk first."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    grupper = aftale.risikogrupper.prefetch_related(Prefetch("indsatser", queryset=Indsats.objects.order_by("titel")))
    return render(
        request,
        "indsatser/risikogruppe/list.html",
        {"aftale": aftale, "grupper": grupper, "sti": [(str(aftale), aftale.get_absolute_url())]},
    )
