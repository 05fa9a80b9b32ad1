"""One item: put on the agenda, written, taken off; the draft saves itself until the agenda is published."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisering.domain.dagsordenspunkt import Indstillingslinje, gem_punkt, opret_punkt, slet_punkt
from organisering.forms.dagsordenspunkt import NytPunktForm, PunktForm
from organisering.models import Dagsordenspunkt
from organisering.queries.punktredigering import laes_punktredigering
from organisering.views.moedeside import hent_moede, sti_til_moede
from organisering.views.punktadgang import hent_punkt, sti_til_punkt
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.autogem import Gemt, gem_kladde
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

_SKABELON = "organisering/dagsordenspunkt/form.html"
_FORAELDET = "En anden har gemt ændringer i punktet. Vælg Gem for at se begge tekster."


@login_uden_tab
@require_http_methods(["GET", "POST"])
def punkt_create(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    form = NytPunktForm(aabn_kladde(request), moede=moede, bruger=request.user)
    if request.method == "POST" and form.is_valid():
        nyt = Dagsordenspunkt(moede=moede, **form.cleaned_data)
        try:
            punkt = opret_punkt(nyt, bruger=request.user)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"{punkt.titel} er sat på dagsordenen som punkt {punkt.nummer}.")
            return redirect("organisering:punkt-update", punkt.pk)
    status = 422 if request.method == "POST" else 200
    kontekst = {"form": form, "moede": moede, "sti": sti_til_moede(moede)}
    return render(request, "organisering/dagsordenspunkt/nyt.html", kontekst, status=status)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def punkt_update(request: Anmodning, pk: int) -> HttpResponse:
    """The item's form; htmx posts to it while it is being written, and gets the status line alone."""
    punkt = hent_punkt(request, pk)
    if request.method == "POST" and request.headers.get("HX-Request"):
        return _gem_kladde(request, punkt)
    if request.method == "GET" and not punkt.moede.kan_aendres:
        return redirect(punkt)
    form = PunktForm(aabn_kladde(request), instance=punkt)
    if request.method == "GET" or not form.is_valid():
        return _vis(request, punkt, form, status=200 if request.method == "GET" else 422)
    handling = request.POST.get("handling", "")
    try:
        gemt = _gem(form, _linjer(form, handling), request)
    except Regelbrud as brud:
        form.add_error(None, f"{brud} Din tekst er ikke gemt; kopiér den herfra, hvis du vil beholde den.")
        return _vis(request, punkt, form, status=409)
    except Versionskonflikt:
        tilbage = reverse("organisering:punkt-update", args=[pk])
        raekker = form.ombas()
        return vis_konflikt(request, form=form, objekt=punkt, titel=str(punkt), tilbage=tilbage, raekker=raekker)
    if handling == "raekke" or handling.startswith("fjern-"):
        return redirect(f"{reverse('organisering:punkt-update', args=[pk])}?linje=ny")
    return _videre(request, gemt)


@login_required
@require_http_methods(["GET", "POST"])
def punkt_slet(request: Anmodning, pk: int) -> HttpResponse:
    punkt = hent_punkt(request, pk)
    bygning = reverse("organisering:dagsorden-rediger", args=[punkt.moede.uuid])
    if request.method == "POST":
        try:
            slet_punkt(punkt, bruger=request.user)
        except Regelbrud as brud:
            messages.error(request, str(brud))
        else:
            messages.success(request, f"{punkt.titel} er taget af dagsordenen.")
        return redirect(bygning)
    kontekst = {"punkt": punkt, "tilbage": bygning, "sti": sti_til_punkt(punkt)}
    return render(request, "organisering/dagsordenspunkt/slet.html", kontekst)


def _linjer(form: PunktForm, handling: str) -> Sequence[Indstillingslinje]:
    """The rows that are sent, without one whose button was pressed."""
    return [linje for nummer, linje in enumerate(form.indstillinger) if handling != f"fjern-{nummer}"]


def _gem(form: PunktForm, linjer: Sequence[Indstillingslinje], request: Anmodning) -> Dagsordenspunkt:
    punkt = form.save(commit=False)
    sagsnummer = form.cleaned_data.get("sagsnummer", "")
    return gem_punkt(punkt, indstillinger=linjer, sagsnummer=sagsnummer, bruger=request.user)


def _videre(request: Anmodning, punkt: Dagsordenspunkt) -> HttpResponse:
    """Back to the agenda; from a closed item by way of what the public is to read of it."""
    messages.success(request, f"{punkt} er gemt.")
    if punkt.lukket and not hasattr(punkt, "ordlyd"):
        return redirect("organisering:punkt-ordlyd", punkt.pk)
    return redirect("organisering:dagsorden-rediger", punkt.moede.uuid)


def _gem_kladde(request: Anmodning, punkt: Dagsordenspunkt) -> HttpResponse:
    form = PunktForm(request.POST, instance=punkt)

    def gem() -> Gemt:
        nu = PunktForm(instance=_gem(form, form.indstillinger, request))
        return Gemt([nu["version"], nu["sete_indstillinger"]])

    return gem_kladde(request, form, gem, foraeldet=_FORAELDET)


def _vis(request: Anmodning, punkt: Dagsordenspunkt, form: PunktForm, *, status: int) -> HttpResponse:
    if "linje" in request.GET:
        form.fields[f"indstilling_{form.antal - 1}"].widget.attrs["autofocus"] = True
    kontekst = {"punkt": punkt, "form": form, "side": laes_punktredigering(punkt), "sti": sti_til_punkt(punkt)}
    return render(request, _SKABELON, kontekst, status=status)
