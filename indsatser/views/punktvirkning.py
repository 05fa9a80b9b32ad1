"""What an agenda item concerns and what its decision changes, as its writers say it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from indsatser.domain.cellevirkning import fjern_virkning, tilfoej_virkninger
from indsatser.domain.punktemne import fjern_emne, tilfoej_emne
from indsatser.forms.punktvirkning import EmneForm, VirkningForm
from indsatser.models import Cellevirkning, Punktemne
from indsatser.queries.beslutningsrum import Beslutningsrum, laes_beslutningsrum
from indsatser.queries.punktvirkning import laes_virkningsside
from organisering.models import Dagsordenspunkt
from organisering.views.punktadgang import hent_punkt, sti_til_punkt
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab


@login_uden_tab
@require_http_methods(["GET", "POST"])
def punkt_virkninger(request: Anmodning, pk: int) -> HttpResponse:
    """The page with both lists; a POST adds what the decision changes."""
    punkt = hent_punkt(request, pk)
    rum = laes_beslutningsrum(punkt.moede)
    form = VirkningForm(aabn_kladde(request), rum=rum)
    if request.method == "POST" and form.is_valid():
        try:
            tilfoej_virkninger(punkt, form.cleaned_data["post"], form.aendringer, bruger=request.user)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, "Virkningen er tilføjet. Den udføres, når referatet godkendes.")
            return redirect("indsatser:punkt-virkninger", pk)
    return _vis(request, punkt, rum, EmneForm(rum=rum), form)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def punkt_emner(request: Anmodning, pk: int) -> HttpResponse:
    """Add what the item concerns; the form stands on the page of `punkt_virkninger`."""
    punkt = hent_punkt(request, pk)
    rum = laes_beslutningsrum(punkt.moede)
    form = EmneForm(aabn_kladde(request), rum=rum)
    if request.method == "POST" and form.is_valid():
        try:
            emne = tilfoej_emne(punkt, form.emne, bruger=request.user)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"Punktet handler nu om {emne}.")
            return redirect("indsatser:punkt-virkninger", pk)
    return _vis(request, punkt, rum, form, VirkningForm(rum=rum))


@login_required
@require_POST
def virkning_fjern(request: Anmodning, pk: int) -> HttpResponse:
    virkning = get_object_or_404(Cellevirkning, pk=pk)
    virkning.punkt = hent_punkt(request, virkning.punkt_id)
    try:
        fjern_virkning(virkning, bruger=request.user)
    except Regelbrud as brud:
        messages.error(request, str(brud))
    else:
        messages.success(request, f"Beslutningen ændrer ikke længere {virkning.aar}.")
    return redirect("indsatser:punkt-virkninger", virkning.punkt_id)


@login_required
@require_POST
def emne_fjern(request: Anmodning, pk: int) -> HttpResponse:
    emne = get_object_or_404(Punktemne, pk=pk)
    emne.punkt = hent_punkt(request, emne.punkt_id)
    try:
        fjern_emne(emne, bruger=request.user)
    except Regelbrud as brud:
        messages.error(request, str(brud))
    else:
        messages.success(request, f"Punktet handler ikke længere om {emne}.")
    return redirect("indsatser:punkt-virkninger", emne.punkt_id)


def _vis(
    request: Anmodning, punkt: Dagsordenspunkt, rum: Beslutningsrum, emneform: EmneForm, virkningsform: VirkningForm
) -> HttpResponse:
    kontekst = {
        "punkt": punkt,
        "side": laes_virkningsside(punkt),
        "emneform": emneform,
        "virkningsform": virkningsform,
        "har_poster": bool(rum.aar),
        "sti": sti_til_punkt(punkt),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/punktvirkning/form.html", kontekst, status=status)
