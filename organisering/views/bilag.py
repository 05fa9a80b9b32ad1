"""Papers of an item: added, edited, moved and removed by those who write the agenda."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from organisering.domain.bilag import flyt_bilag, gem_bilag, slet_bilag
from organisering.forms.bilag import BilagForm
from organisering.models import Bilag, Dagsordenspunkt
from organisering.views.punktadgang import hent_bilag, hent_punkt, sti_til_punkt
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

_SKRIDT = {"op": -1, "ned": 1}


@login_uden_tab
@require_http_methods(["GET", "POST"])
def bilag_create(request: Anmodning, pk: int) -> HttpResponse:
    punkt = hent_punkt(request, pk)
    return _rediger(request, Bilag(punkt=punkt), punkt)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def bilag_update(request: Anmodning, uuid: UUID) -> HttpResponse:
    bilag = hent_bilag(request, uuid)
    return _rediger(request, bilag, bilag.punkt)


@login_required
@require_http_methods(["GET", "POST"])
def bilag_slet(request: Anmodning, uuid: UUID) -> HttpResponse:
    bilag = hent_bilag(request, uuid)
    tilbage = _bilagsliste(bilag.punkt)
    if request.method == "POST":
        try:
            slet_bilag(bilag, bruger=request.user)
        except Regelbrud as brud:
            messages.error(request, str(brud))
        else:
            messages.success(request, f"Bilaget {bilag.titel} er slettet.")
        return redirect(tilbage)
    kontekst = {"bilag": bilag, "tilbage": tilbage, "sti": sti_til_punkt(bilag.punkt)}
    return render(request, "organisering/bilag/slet.html", kontekst)


@login_required
@require_POST
def bilag_flyt(request: Anmodning, uuid: UUID) -> HttpResponse:
    bilag = hent_bilag(request, uuid)
    retning = request.POST.get("retning", "")
    if retning not in _SKRIDT:
        return HttpResponseBadRequest()
    try:
        flyt_bilag(bilag, _SKRIDT[retning], bruger=request.user)
    except Regelbrud as brud:
        messages.error(request, str(brud))
    return redirect(_bilagsliste(bilag.punkt))


def _rediger(request: Anmodning, bilag: Bilag, punkt: Dagsordenspunkt) -> HttpResponse:
    form = BilagForm(aabn_kladde(request), request.FILES or None, instance=bilag)
    tilbage = _bilagsliste(punkt)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            gem_bilag(form.save(commit=False), fil=form.cleaned_data["fil"], bruger=request.user)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=bilag, titel=bilag.titel, tilbage=tilbage)
        else:
            messages.success(request, f"Bilaget {bilag.titel} er gemt.")
            return redirect(tilbage)
    kontekst = {"form": form, "bilag": bilag, "punkt": punkt, "tilbage": tilbage, "sti": sti_til_punkt(punkt)}
    return render(request, "organisering/bilag/form.html", kontekst, status=status)


def _bilagsliste(punkt: Dagsordenspunkt) -> str:
    return f"{reverse('organisering:punkt-update', args=[punkt.pk])}#bilag"
