"""Calendars to subscribe to: one for each body, one for each user, and the page that tells how."""

from hashlib import sha256
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_POST, require_safe

from organisering.domain.kalender import ny_kalendernoegle
from organisering.models import Bruger, Moede, Organ
from organisering.queries.kalender import Adresse, brugerkalender, egne_organer, organkalender
from sundhedsaftale.faelles.adgang import Anmodning, hent


@require_safe
def organ_kalender(request: HttpRequest, slug: str) -> HttpResponse:
    organ = hent(Organ.objects.synlige_for(request.user), request, slug=slug)
    return _svar(request, organkalender(organ, bruger=request.user, adresse=_adresse(request)), f"{organ.slug}.ics")


@require_safe
def bruger_kalender(request: HttpRequest, noegle: UUID) -> HttpResponse:
    """No login: a calendar programme has the key alone. Whoever cannot log in has no calendar either."""
    bruger = get_object_or_404(Bruger, kalendernoegle=noegle, is_active=True)
    svar = _svar(request, brugerkalender(bruger, adresse=_adresse(request)), "moeder.ics")
    svar.headers["Cache-Control"] = "private, no-cache"
    return svar


@require_safe
def kalender(request: HttpRequest) -> HttpResponse:
    """How to subscribe: to the body that the address names, to one's own bodies, to one's own calendar."""
    organ = None
    if slug := request.GET.get("organ"):
        organ = hent(Organ.objects.synlige_for(request.user), request, slug=slug)
    egne = egne_organer(request.user)
    noegle = request.user.kalendernoegle if request.user.is_authenticated else None
    return render(
        request,
        "organisering/kalender/detail.html",
        {
            "sti": [("Møder", reverse("organisering:aarshjul"))],
            "organ": organ,
            "organadresse": _organadresse(request, organ) if organ else "",
            "egne": [(et, _organadresse(request, et)) for et in egne],
            "egen": request.build_absolute_uri(reverse("organisering:bruger-kalender", args=[noegle]))
            if noegle
            else "",
        },
    )


@login_required
@require_POST
def kalender_noegle(request: Anmodning) -> HttpResponse:
    """Make the user's own address, or a new one instead of the one that somebody else got hold of."""
    havde_en = request.user.kalendernoegle is not None
    ny_kalendernoegle(request.user)
    messages.success(
        request,
        "Kalenderen har fået en ny adresse. Den gamle virker ikke mere."
        if havde_en
        else "Din kalender har fået en adresse.",
    )
    return redirect("organisering:kalender")


def _organadresse(request: HttpRequest, organ: Organ) -> str:
    return request.build_absolute_uri(reverse("organisering:organ-kalender", args=[organ.slug]))


def _adresse(request: HttpRequest) -> Adresse:
    def adresse(moede: Moede) -> str:
        return request.build_absolute_uri(moede.get_absolute_url())

    return adresse


def _svar(request: HttpRequest, indhold: bytes, filnavn: str) -> HttpResponse:
    """The calendar, or 304 when the asker has it already."""
    svar = HttpResponse(indhold, content_type="text/calendar; charset=utf-8")
    svar.headers["Content-Disposition"] = f'inline; filename="{filnavn}"'
    svar.headers["ETag"] = quote_etag(sha256(indhold).hexdigest())
    return get_conditional_response(request, etag=svar.headers["ETag"], response=svar) or svar
