"""What an agenda item concerns and what its decision changes, as its writers say it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from indsatser.domain.punktemne import fjern_emne, tilfoej_emne
from indsatser.domain.virkning import fjern_virkning
from indsatser.forms.punktemne import EmneForm
from indsatser.forms.virkning import Virkningsform
from indsatser.forms.virkningsslags import FOERSTE, FORMER
from indsatser.models import Punktemne
from indsatser.queries.beslutningsrum import laes_beslutningsrum
from indsatser.queries.punktvirkning import laes_virkningsside
from indsatser.queries.virkningsslags import EFTER_NOEGLE
from organisering.models import Dagsordenspunkt
from organisering.views.punktadgang import hent_punkt, sti_til_punkt
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab


@login_uden_tab
@require_http_methods(["GET", "POST"])
def punkt_virkninger(request: Anmodning, pk: int, slags: str = FOERSTE) -> HttpResponse:
    """The page with both lists and one tab for each kind of effect; a POST adds one of that kind."""
    punkt = hent_punkt(request, pk)
    if slags not in FORMER:
        raise Http404
    rum = laes_beslutningsrum(punkt.moede)
    form = FORMER[slags](aabn_kladde(request), rum=rum, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        try:
            form.tilfoej(punkt, bruger=request.user)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, "Virkningen er tilføjet. Den udføres, når referatet godkendes.")
            return redirect(_adresse(pk, slags))
    return _vis(request, punkt, EmneForm(rum=rum), slags, form)


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
    return _vis(request, punkt, form, FOERSTE, FORMER[FOERSTE](rum=rum))


@login_required
@require_POST
def virkning_fjern(request: Anmodning, slags: str, pk: int) -> HttpResponse:
    if slags not in EFTER_NOEGLE:
        raise Http404
    virkning = get_object_or_404(EFTER_NOEGLE[slags].model, pk=pk)
    virkning.punkt = hent_punkt(request, virkning.punkt_id)
    try:
        fjern_virkning(virkning, bruger=request.user)
    except Regelbrud as brud:
        messages.error(request, str(brud))
    else:
        messages.success(request, "Virkningen er fjernet. Beslutningen ændrer det ikke længere.")
    return redirect(_adresse(virkning.punkt_id, slags))


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


def _adresse(punkt: int, slags: str) -> str:
    """The page with the kind's tab open; the first kind has the page's own address."""
    if slags == FOERSTE:
        return reverse("indsatser:punkt-virkninger", args=[punkt])
    return reverse("indsatser:punkt-virkninger-slags", args=[punkt, slags])


def _vis(
    request: Anmodning, punkt: Dagsordenspunkt, emneform: EmneForm, slags: str, virkningsform: Virkningsform
) -> HttpResponse:
    kontekst = {
        "punkt": punkt,
        "side": laes_virkningsside(punkt),
        "emneform": emneform,
        "virkningsform": virkningsform,
        "adresse": _adresse(punkt.pk, slags),
        "faner": [
            (form.navn, f"{_adresse(punkt.pk, noegle)}#virkninger", noegle == slags) for noegle, form in FORMER.items()
        ],
        "sti": sti_til_punkt(punkt),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/punktvirkning/form.html", kontekst, status=status)
