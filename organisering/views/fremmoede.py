"""Who was at the meeting: the whole list in one form that saves itself, and the guests."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisering.domain.fremmoede import Fremmoedekonflikt, skriv_fremmoede, slet_gaest, tilfoej_gaest
from organisering.forms.fremmoede import FremmoedeForm, GaestForm
from organisering.models import Deltagelse, Moede
from organisering.queries.referat import laes_referat
from organisering.views.moedeside import hent_moede
from organisering.views.referat import sti_til_referat
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.autogem import Gemt, gem_kladde
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

RESTEN = "resten"


@login_uden_tab
@require_http_methods(["GET", "POST"])
def fremmoede_update(request: Anmodning, uuid: UUID) -> HttpResponse:
    """The list's form; htmx posts to it while it is being filled in, and gets the status line alone."""
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    if request.method == "GET" and moede.tilstand != Moede.Tilstand.AFHOLDT:
        return redirect("organisering:referat", uuid)
    form = FremmoedeForm(aabn_kladde(request), deltagelser=laes_referat(moede).deltagelser)

    def gem() -> Gemt:
        oensker = form.oensker_med_resten() if request.POST.get("handling") == RESTEN else form.oensker()
        skriv_fremmoede(moede, oensker, bruger=request.user)
        nu = FremmoedeForm(deltagelser=laes_referat(moede).deltagelser)
        return Gemt([raekke.foer for raekke in nu.raekker])

    if request.method == "POST" and request.headers.get("HX-Request"):
        return gem_kladde(request, form, gem, linje="kladde-fremmoede")
    if request.method == "GET" or not form.is_valid():
        return _vis(request, moede, form, status=200 if request.method == "GET" else 422)
    try:
        gem()
    except Regelbrud as fejl:
        form.add_error(None, f"{fejl} Intet er gemt.")
        return _vis(request, moede, form, status=409)
    except Fremmoedekonflikt as konflikt:
        form.vis_konflikt(konflikt.deltagelser)
        return _vis(request, moede, form, status=409)
    messages.success(request, "Fremmødet er gemt.")
    return redirect(_til_listen(moede))


@login_uden_tab
@require_http_methods(["GET", "POST"])
def gaest_create(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    form = GaestForm(aabn_kladde(request), instance=Deltagelse(moede=moede))
    if request.method == "POST" and form.is_valid():
        try:
            gaest = tilfoej_gaest(form.save(commit=False), bruger=request.user)
        except Regelbrud as fejl:
            form.add_error(None, str(fejl))
        else:
            messages.success(request, f"{gaest} står på listen som til stede.")
            return redirect(_til_listen(moede))
    kontekst = {"moede": moede, "form": form, "tilbage": _til_listen(moede), "sti": sti_til_referat(moede)}
    status = 422 if request.method == "POST" else 200
    return render(request, "organisering/fremmoede/gaest.html", kontekst, status=status)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def gaest_delete(request: Anmodning, uuid: UUID, pk: int) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    gaest = get_object_or_404(moede.deltagelser, pk=pk)
    if request.method == "POST":
        try:
            slet_gaest(gaest, bruger=request.user)
        except Regelbrud as fejl:
            messages.warning(request, str(fejl))
        else:
            messages.success(request, f"{gaest} er taget af listen.")
        return redirect(_til_listen(moede))
    kontekst = {"gaest": gaest, "tilbage": _til_listen(moede), "sti": sti_til_referat(moede)}
    return render(request, "organisering/fremmoede/gaest_slet.html", kontekst)


def _til_listen(moede: Moede) -> str:
    return f"{reverse('organisering:referat', args=[moede.uuid])}#fremmoede"


def _vis(request: Anmodning, moede: Moede, form: FremmoedeForm, *, status: int) -> HttpResponse:
    kontekst = {"moede": moede, "fremmoede": form, "tilbage": _til_listen(moede), "sti": sti_til_referat(moede)}
    return render(request, "organisering/fremmoede/form.html", kontekst, status=status)
