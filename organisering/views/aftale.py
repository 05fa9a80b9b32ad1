from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisering.models import Aftale
from organisering.queries.dokument import laes_aftalens_dokumenter
from organisering.queries.organstige import laes_organstige
from organisering.queries.parter import laes_parter
from sundhedsaftale.faelles.adgang import hent


@require_safe
def aftale_list(request: HttpRequest) -> HttpResponse:
    aftaler = Aftale.objects.synlige_for(request.user).select_related("type", "region")
    return render(request, "organisering/aftale/list.html", {"aftaler": aftaler})


@require_safe
def aftale_detail(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(
        Aftale.objects.synlige_for(request.user).select_related(
            "type", "region", "forgaenger", "forankret_i", "modtager"
        ),
        request,
        slug=slug,
    )
    kontekst = {
        "aftale": aftale,
        "parter": laes_parter(aftale),
        "versioner": aftale.versioner.synlige_for(request.user),
        "dokumenter": laes_aftalens_dokumenter(aftale, bruger=request.user, dag=timezone.localdate()),
        "kan_rettes": request.user.has_perm("organisering.rediger_aftale", aftale),
        "stige": laes_organstige(request.user, region=aftale.region, dag=aftale.gyldig_fra),
        "sti": [("Aftaler", reverse("organisering:aftale-list"))],
    }
    return render(request, "organisering/aftale/detail.html", kontekst)
