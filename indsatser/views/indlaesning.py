"""Many changes saved as one: an agreement's list of them, one of them, and its undoing."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.indlaesning import fortryd_indlaesning
from indsatser.models import Indlaesning
from indsatser.queries.indlaesning import PAA_EN_SIDE, laes_indlaesninger, laes_linjer
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud

_RET = "indsatser.rediger_portefoelje"


@login_required
@require_safe
def indlaesning_list(request: Anmodning, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    side = Paginator(laes_indlaesninger(aftale), PAA_EN_SIDE).get_page(request.GET.get("side"))
    sti = [(str(aftale), aftale.get_absolute_url())]
    return render(request, "indsatser/indlaesning/list.html", {"aftale": aftale, "side": side, "sti": sti})


@login_required
@require_safe
def indlaesning_detail(request: Anmodning, uuid: UUID) -> HttpResponse:
    indlaesning = _hent(request, uuid)
    side = Paginator(indlaesning.aendringer, PAA_EN_SIDE).get_page(request.GET.get("side"))
    kontekst = {
        "indlaesning": indlaesning,
        "side": side,
        "linjer": laes_linjer(side),
        "urorte": laes_linjer(indlaesning.urorte),
        "sti": _sti(indlaesning.aftale),
    }
    return render(request, "indsatser/indlaesning/detail.html", kontekst)


@login_required
@require_http_methods(["GET", "POST"])
def indlaesning_fortryd(request: Anmodning, uuid: UUID) -> HttpResponse:
    indlaesning = _hent(request, uuid)
    if request.method == "GET" and not indlaesning.fortrudt:
        sti = [*_sti(indlaesning.aftale), (str(indlaesning), indlaesning.get_absolute_url())]
        return render(request, "indsatser/indlaesning/fortryd.html", {"indlaesning": indlaesning, "sti": sti})
    try:
        urorte = fortryd_indlaesning(indlaesning, bruger=request.user)
    except Regelbrud as brud:
        messages.error(request, str(brud))
    else:
        besked = "Det hele er fortrudt." if not urorte else f"Fortrudt, men {urorte} af rækkerne er ladt urørt."
        messages.add_message(request, messages.WARNING if urorte else messages.SUCCESS, besked)
    return redirect(indlaesning)


def _hent(request: Anmodning, uuid: UUID) -> Indlaesning:
    synlige = Indlaesning.objects.synlige_for(request.user).select_related("aftale", "bruger")
    return hent(synlige, request, _RET, uuid=uuid)


def _sti(aftale: Aftale) -> list[tuple[str, str]]:
    return [
        (str(aftale), aftale.get_absolute_url()),
        ("Samlede ændringer", reverse("indsatser:indlaesning-list", args=[aftale.slug])),
    ]
