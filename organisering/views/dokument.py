"""Standing papers of a body or an agreement: the page, its versions, and adding to it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from organisering.domain.dokument import opret_dokument, ret_dokument, tilfoej_dokumentversion
from organisering.forms.dokument import DokumentForm, NyDokumentversionForm, NytDokumentForm
from organisering.models import Aftale, Dokument, Organ
from organisering.queries.dokument import laes_dokument
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Versionskonflikt
from sundhedsaftale.faelles.historik import historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt
from sundhedsaftale.faelles.opbevaring import Lagerfejl

RET = "organisering.rediger_dokument"


@require_safe
def dokument_detail(request: HttpRequest, pk: int) -> HttpResponse:
    dokument = _hent(request, pk)
    kan_rettes = request.user.has_perm(RET, dokument)
    return render(
        request,
        "organisering/dokument/detail.html",
        {
            "dokument": dokument,
            "linje": laes_dokument(dokument, dag=timezone.localdate()),
            "kan_rettes": kan_rettes,
            "historik": historik_for(dokument) if kan_rettes else [],
            "sti": _sti(dokument)[:1],
        },
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def dokument_create_organ(request: Anmodning, slug: str) -> HttpResponse:
    organ = hent(Organ.objects.synlige_for(request.user), request, RET, slug=slug)
    return _opret(request, Dokument(organ=organ), organ)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def dokument_create_aftale(request: Anmodning, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, RET, slug=slug)
    return _opret(request, Dokument(aftale=aftale), aftale)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def dokument_update(request: Anmodning, pk: int) -> HttpResponse:
    dokument = _hent(request, pk, RET)
    sti, titel, tilbage = _sti(dokument), dokument.titel, dokument.get_absolute_url()
    form = DokumentForm(aabn_kladde(request), instance=dokument)
    if request.method == "POST" and form.is_valid():
        try:
            ret_dokument(form.instance, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"])
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=titel, tilbage=tilbage)
        messages.success(request, f"{dokument} er gemt.")
        return redirect(tilbage)
    return _vis(
        request,
        {"form": form, "titel": f"Ret {titel}", "her": "Ret", "knap": "Gem", "tilbage": tilbage, "sti": sti},
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def dokumentversion_create(request: Anmodning, pk: int) -> HttpResponse:
    dokument = _hent(request, pk, RET)
    titel, tilbage = dokument.titel, dokument.get_absolute_url()
    form = NyDokumentversionForm(aabn_kladde(request), request.FILES or None, instance=dokument)
    if request.method == "POST" and form.is_valid():
        try:
            version = tilfoej_dokumentversion(
                form.instance, form.ny_version(), fil=form.cleaned_data["fil"], bruger=request.user
            )
        except Lagerfejl as fejl:
            form.add_error("fil", str(fejl))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=titel, tilbage=tilbage)
        else:
            messages.success(request, f"Version {version.nummer} er tilføjet.")
            return redirect(tilbage)
    return _vis(
        request,
        {
            "form": form,
            "titel": "Ny version",
            "undertitel": titel,
            "her": "Ny version",
            "tekst": "De tidligere versioner bliver stående og kan stadig hentes.",
            "knap": "Tilføj versionen",
            "tilbage": tilbage,
            "sti": _sti(dokument),
        },
    )


def _opret(request: Anmodning, dokument: Dokument, ejer: Organ | Aftale) -> HttpResponse:
    form = NytDokumentForm(aabn_kladde(request), request.FILES or None, instance=dokument)
    if request.method == "POST" and form.is_valid():
        try:
            opret_dokument(form.instance, form.ny_version(), fil=form.cleaned_data["fil"], bruger=request.user)
        except Lagerfejl as fejl:
            form.add_error("fil", str(fejl))
        else:
            messages.success(request, f"{dokument} er tilføjet.")
            return redirect(dokument)
    return _vis(
        request,
        {
            "form": form,
            "titel": "Tilføj dokument",
            "undertitel": str(ejer),
            "her": "Tilføj dokument",
            "knap": "Tilføj dokumentet",
            "tilbage": ejer.get_absolute_url(),
            "sti": [(str(ejer), ejer.get_absolute_url())],
        },
    )


def _hent(request: HttpRequest, pk: int, tilladelse: str | None = None) -> Dokument:
    synlige = Dokument.objects.synlige_for(request.user).select_related("organ", "aftale")
    return hent(synlige, request, tilladelse, pk=pk)


def _sti(dokument: Dokument) -> list[tuple[str, str]]:
    return [
        (str(dokument.ejer), dokument.ejer.get_absolute_url()),
        (dokument.titel, dokument.get_absolute_url()),
    ]


def _vis(request: HttpRequest, kontekst: dict[str, Any]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "organisering/dokument/form.html", kontekst, status=status)
