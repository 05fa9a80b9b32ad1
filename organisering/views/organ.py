from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisering.models import Organ, Organisation
from organisering.queries.organside import laes_organside
from organisering.queries.organstige import laes_organstige
from sundhedsaftale.faelles.adgang import hent


@require_safe
def organ_list(request: HttpRequest) -> HttpResponse:
    """The ladder of each region, as it stands today and with the bodies that have ended."""
    regioner = Organisation.objects.regioner().filter(regionens_organer__isnull=False).distinct()
    stiger = [(region, laes_organstige(request.user, region=region)) for region in regioner]
    return render(
        request,
        "organisering/organ/list.html",
        {"stiger": [(r, s) for r, s in stiger if s]},
    )


@require_safe
def organ_detail(request: HttpRequest, slug: str) -> HttpResponse:
    organ = hent(
        Organ.objects.synlige_for(request.user).select_related("type", "region", "refererer_til", "spejler"),
        request,
        slug=slug,
    )
    side = laes_organside(organ, bruger=request.user, dag=timezone.localdate())
    sti = [("Organer", reverse("organisering:organ-list"))]
    return render(request, "organisering/organ/detail.html", {"organ": organ, "side": side, "sti": sti})
