"""Milestones of an initiative: add, edit, mark reached, delete."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from indsatser.domain.milepael import gem_milepael, naa_milepael, slet_milepael
from indsatser.forms.milepael import MilepaelForm
from indsatser.models import Indsats, Milepael
from indsatser.views.indsats import hent_til_rettelse, sti_til
from indsatser.views.version import set_version
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.gem import gem_form
from sundhedsaftale.faelles.historik import historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

FORAELDET = "En anden har ændret milepælen. Se den igennem, og prøv igen."


@login_uden_tab
@require_http_methods(["GET", "POST"])
def milepael_create(request: HttpRequest, pk: int) -> HttpResponse:
    indsats = hent_til_rettelse(request, pk)
    return _gem(request, Milepael(indsats=indsats), titel="Tilføj milepæl")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def milepael_update(request: HttpRequest, pk: int) -> HttpResponse:
    milepael = _hent(request, pk)
    return _gem(request, milepael, titel=f"Rediger {milepael.titel}")


@login_uden_tab
@require_POST
def milepael_naaet(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark it reached today; the day can be corrected on its own page."""
    milepael = _hent(request, pk)
    milepael.version = set_version(request)
    try:
        naa_milepael(milepael, dag=timezone.localdate())
    except Regelbrud as brud:
        messages.error(request, str(brud))
    except Versionskonflikt:
        messages.error(request, FORAELDET)
    else:
        messages.success(request, f"{milepael} er nået i dag.")
    return redirect(_tilbage(milepael.indsats))


@login_uden_tab
@require_http_methods(["GET", "POST"])
def milepael_delete(request: HttpRequest, pk: int) -> HttpResponse:
    milepael = _hent(request, pk)
    tilbage = _tilbage(milepael.indsats)
    if request.method == "POST":
        try:
            slet_milepael(milepael, version=set_version(request))
        except Versionskonflikt:
            messages.error(request, FORAELDET)
        else:
            messages.success(request, f"{milepael} er slettet.")
        return redirect(tilbage)
    return render(
        request,
        "indsatser/milepael/slet.html",
        {"milepael": milepael, "tilbage": tilbage, "sti": _sti(milepael.indsats)},
    )


def _gem(request: HttpRequest, milepael: Milepael, *, titel: str) -> HttpResponse:
    indsats, tilbage = milepael.indsats, _tilbage(milepael.indsats)
    form = MilepaelForm(aabn_kladde(request), instance=milepael)

    def gem() -> str:
        gem_milepael(form.instance, begrundelse=form.cleaned_data["begrundelse"])
        return f"{form.instance} er gemt."

    if svar := gem_form(request, form, gem, objekt=form.instance, titel=titel, tilbage=tilbage):
        return svar
    kontekst = {
        "form": form,
        "titel": titel,
        "milepael": milepael,
        "historik": historik_for(milepael) if milepael.pk else [],
        "tilbage": tilbage,
        "sti": _sti(indsats),
    }
    return render(request, "indsatser/milepael/form.html", kontekst, status=422 if request.method == "POST" else 200)


def _hent(request: HttpRequest, pk: int) -> Milepael:
    synlige = Milepael.objects.filter(indsats__in=Indsats.objects.synlige_for(request.user))
    milepael = hent(synlige.select_related("indsats__aftale"), request, pk=pk)
    hent_til_rettelse(request, milepael.indsats_id)
    return milepael


def _tilbage(indsats: Indsats) -> str:
    return f"{indsats.get_absolute_url()}#milepaele"


def _sti(indsats: Indsats) -> list[tuple[str, str]]:
    return [*sti_til(indsats.aftale), (indsats.titel, indsats.get_absolute_url())]
