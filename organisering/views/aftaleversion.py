"""One version of an agreement: its public page at an address that never changes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from organisering.models import Aftaleversion
from sundhedsaftale.faelles.adgang import hent


@require_safe
def aftaleversion_detail(request: HttpRequest, slug: str, nummer: int) -> HttpResponse:
    version = hent(
        Aftaleversion.objects.synlige_for(request.user).select_related("aftale__region"),
        request,
        aftale__slug=slug,
        nummer=nummer,
    )
    sti = [(version.aftale.titel, version.aftale.get_absolute_url())]
    return render(request, "organisering/aftaleversion/detail.html", {"version": version, "sti": sti})
