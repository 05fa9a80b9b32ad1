"""An initiative: read it, edit it, close it, reopen it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.indsats import afslut_indsats, gem_indsats, genoptag_indsats
from indsatser.forms.afslutning import AfslutForm, GenoptagForm
from indsatser.forms.indsats import RetIndsatsForm
from indsatser.models import Indsats
from indsatser.queries.indsatshistorik import laes_indsatshistorik
from indsatser.queries.indsatsside import laes_indsatsside
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.gem import gem_form
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt


@require_safe
def indsats_detail(request: HttpRequest, pk: int) -> HttpResponse:
    synlige = Indsats.objects.synlige_for(request.user).select_related("aftale", "overordnet", "tovholder")
    indsats = hent(synlige, request, pk=pk)
    maa_se_note = request.user.has_perm("indsatser.laes_intern_note", indsats)
    maa_se_historik = request.user.has_perm("indsatser.laes_historik", indsats)
    return render(
        request,
        "indsatser/indsats/detail.html",
        {
            "indsats": indsats,
            "side": laes_indsatsside(indsats, bruger=request.user, dag=timezone.localdate()),
            "intern_note": indsats.intern_note if maa_se_note else "",
            "historik": laes_indsatshistorik(indsats) if maa_se_historik else [],
            "kan_rettes": request.user.has_perm("indsatser.rediger_portefoelje", indsats),
            "sti": sti_til(indsats.aftale),
        },
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def indsats_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about an initiative but its years, which stand in each body's portfolio."""
    indsats = hent_til_rettelse(request, pk)
    titel, tilbage = indsats.titel, indsats.get_absolute_url()
    form = RetIndsatsForm(aabn_kladde(request), instance=indsats)

    def gem() -> str:
        skrevet = gem_indsats(form.instance, relationer=form.relationer, begrundelse=form.cleaned_data["begrundelse"])
        return f"{indsats.titel} er gemt." if skrevet else "Der var ingen ændringer at gemme."

    if svar := gem_form(request, form, gem, objekt=form.instance, titel=titel, tilbage=tilbage):
        return svar
    kontekst = {"form": form, "titel": f"Rediger {titel}", "her": "Rediger", "knap": "Gem indsatsen"}
    return _vis(request, {**kontekst, "tilbage": tilbage, "sti": [*sti_til(indsats.aftale), (titel, tilbage)]})


@login_uden_tab
@require_http_methods(["GET", "POST"])
def indsats_genoptag(request: HttpRequest, pk: int) -> HttpResponse:
    indsats = hent_til_rettelse(request, pk)
    titel, tilbage = indsats.titel, indsats.get_absolute_url()
    if not indsats.er_afsluttet and request.method == "GET":
        messages.error(request, "Indsatsen er ikke afsluttet.")
        return redirect(tilbage)
    form = GenoptagForm(aabn_kladde(request), instance=indsats)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        gemt = Indsats.objects.select_related("aftale").get(pk=pk)
        gemt.version = indsats.version
        try:
            genoptag_indsats(gemt, fase=data["fase"], begrundelse=data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=titel, tilbage=tilbage)
        else:
            messages.success(request, f"{titel} er genoptaget.")
            return redirect(tilbage)
    kontekst = {"form": form, "titel": f"Genoptag {titel}", "her": "Genoptag", "knap": "Genoptag indsatsen"}
    return _vis(request, {**kontekst, "tilbage": tilbage, "sti": [*sti_til(indsats.aftale), (titel, tilbage)]})


@login_uden_tab
@require_http_methods(["GET", "POST"])
def indsats_afslut(request: HttpRequest, pk: int) -> HttpResponse:
    indsats = hent_til_rettelse(request, pk)
    tilbage = indsats.get_absolute_url()
    if indsats.er_afsluttet and request.method == "GET":
        messages.error(request, "Indsatsen er allerede afsluttet.")
        return redirect(tilbage)
    form = AfslutForm(aabn_kladde(request), instance=indsats)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        gemt = Indsats.objects.select_related("aftale").get(pk=pk)
        gemt.version = indsats.version
        try:
            afslut_indsats(gemt, udfald=data["udfald"], dag=data["afsluttet_den"], begrundelse=data["begrundelse"])
        except Regelbrud as brud:
            form.add_error("afsluttet_den", str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=indsats, titel=indsats.titel, tilbage=tilbage)
        else:
            messages.success(request, f"{indsats.titel} er afsluttet.")
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "indsats": indsats,
        "tilbage": tilbage,
        "sti": [*sti_til(indsats.aftale), (str(indsats), tilbage)],
    }
    return render(request, "indsatser/indsats/afslut.html", kontekst, status=422 if request.method == "POST" else 200)


def hent_til_rettelse(request: HttpRequest, pk: int) -> Indsats:
    """The initiative for those who may edit it."""
    synlige = Indsats.objects.synlige_for(request.user).select_related("aftale", "overordnet", "tovholder")
    return hent(synlige, request, "indsatser.rediger_portefoelje", pk=pk)


def sti_til(aftale: Aftale) -> list[tuple[str, str]]:
    """The breadcrumbs of an initiative's agreement and its portfolio."""
    return [
        (str(aftale), aftale.get_absolute_url()),
        ("Portefølje", reverse("indsatser:portefoelje-aftale", args=[aftale.slug])),
    ]


def _vis(request: HttpRequest, kontekst: dict[str, Any]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/indsats/form.html", kontekst, status=status)
