"""The seats of a body: who sits there on a day; give, correct and end a seat."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from organisering.domain.medlemskab import afslut_medlemskab, gem_medlemskab, gem_medlemskab_for_ny
from organisering.domain.medlemskabsregler import Pladsbrud
from organisering.forms.medlemskab import AfslutMedlemskabForm, DagForm, RetMedlemskabForm
from organisering.forms.medlemskab_nyt import HVEM, NytMedlemskabForm
from organisering.models import Medlemskab, Organ
from organisering.queries.bemanding import laes_bemanding
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

RET = "organisering.rediger_organ"


@require_safe
def medlemskab_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The members on the day in the address, otherwise today."""
    organ = hent(Organ.objects.synlige_for(request.user).select_related("type"), request, slug=slug)
    form = DagForm(request.GET)
    dag = (form.is_valid() and form.cleaned_data["dag"]) or timezone.localdate()
    kontekst = {
        "organ": organ,
        "form": form,
        "bemanding": laes_bemanding(organ, dag=dag),
        "er_i_dag": dag == timezone.localdate(),
        "kan_rettes": request.user.has_perm(RET, organ),
        "sti": _sti(organ)[:-1],
    }
    return render(request, "organisering/medlemskab/list.html", kontekst, status=200 if form.is_valid() else 422)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def medlemskab_create(request: Anmodning, slug: str) -> HttpResponse:
    """With htmx the same address answers with those whose name begins like what is being typed."""
    organ = _hent_organ(request, slug)
    form = NytMedlemskabForm(
        aabn_kladde(request),
        organ=organ,
        bruger=request.user,
        instance=Medlemskab(organ=organ),
        initial={"navn": request.GET.get("navn", "")},
    )
    if request.method == "GET" and request.headers.get("HX-Request"):
        return render(request, HVEM, {"form": form})
    if request.method == "POST" and form.is_valid():
        valgt, data = form.valgt, form.cleaned_data
        try:
            if valgt is None:
                gem_medlemskab_for_ny(
                    form.instance, form.ny_person(), kompetencer=data["kompetencer"], bruger=request.user
                )
            else:
                form.instance.person = valgt
                gem_medlemskab(form.instance, kompetencer=data["kompetencer"], bruger=request.user)
        except Pladsbrud as brud:
            form.afvis(brud)
        else:
            messages.success(request, f"{form.instance.person} er nu {form.instance.rolle.navn.lower()} i {organ}.")
            return redirect("organisering:medlemskab-list", slug=organ.slug)
    return _vis(request, "nyt", {"form": form, "organ": organ, "sti": _sti(organ)})


@login_uden_tab
@require_http_methods(["GET", "POST"])
def medlemskab_update(request: Anmodning, slug: str, pk: int) -> HttpResponse:
    organ = _hent_organ(request, slug)
    medlemskab = _hent_plads(organ, pk)
    tilbage = reverse("organisering:medlemskab-list", args=[organ.slug])
    form = RetMedlemskabForm(aabn_kladde(request), organ=organ, instance=medlemskab)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        if not form.er_rettet:
            messages.success(request, "Der var ingen ændringer at gemme.")
            return redirect(tilbage)
        try:
            gem_medlemskab(
                form.instance, kompetencer=data["kompetencer"], bruger=request.user, begrundelse=data["begrundelse"]
            )
        except Pladsbrud as brud:
            form.afvis(brud)
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=str(medlemskab.person), tilbage=tilbage)
        else:
            messages.success(request, f"Pladsen for {medlemskab.person} er gemt.")
            return redirect(tilbage)
    kontekst = {"form": form, "organ": organ, "medlemskab": medlemskab, "tilbage": tilbage, "sti": _sti(organ)}
    return _vis(request, "form", kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def medlemskab_afslut(request: Anmodning, slug: str, pk: int) -> HttpResponse:
    organ = _hent_organ(request, slug)
    medlemskab = _hent_plads(organ, pk)
    tilbage = reverse("organisering:medlemskab-list", args=[organ.slug])
    form = AfslutMedlemskabForm(aabn_kladde(request), instance=_hent_plads(organ, pk))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        medlemskab.version = form.instance.version
        try:
            afslut_medlemskab(medlemskab, sidste_dag=data["til"], begrundelse=data["begrundelse"], bruger=request.user)
        except Regelbrud as brud:
            form.add_error("til", str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=str(medlemskab.person), tilbage=tilbage)
        else:
            messages.success(request, f"Pladsen for {medlemskab.person} er afsluttet.")
            return redirect(tilbage)
    kontekst = {"form": form, "organ": organ, "medlemskab": medlemskab, "tilbage": tilbage, "sti": _sti(organ)}
    return _vis(request, "afslut", kontekst)


def _hent_organ(request: HttpRequest, slug: str) -> Organ:
    return hent(Organ.objects.synlige_for(request.user).select_related("type"), request, RET, slug=slug)


def _hent_plads(organ: Organ, pk: int) -> Medlemskab:
    return get_object_or_404(
        Medlemskab.objects.select_related("person", "rolle", "organ", "repraesenterer").prefetch_related(
            "suppleanter__person"
        ),
        organ=organ,
        pk=pk,
    )


def _sti(organ: Organ) -> list[tuple[str, str]]:
    return [
        ("Organer", reverse("organisering:organ-list")),
        (organ.navn, organ.get_absolute_url()),
        ("Medlemmer", reverse("organisering:medlemskab-list", args=[organ.slug])),
    ]


def _vis(request: HttpRequest, skabelon: str, kontekst: dict[str, Any]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, f"organisering/medlemskab/{skabelon}.html", kontekst, status=status)
