"""Task transfers: an agreement's, one with its assessment, create and edit."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.opgaveoverdragelse import AABNE, gem_opgaveoverdragelse, mangler
from indsatser.forms.opgaveoverdragelse import KlarForm, OpgaveoverdragelseForm
from indsatser.models import Opgaveoverdragelse
from indsatser.queries.beslutning import laes_overdragelsens_beslutninger
from indsatser.queries.opgaveoverdragelse import laes_overdragelse, laes_overdragelser
from organisering.models import Aftale
from organisering.queries.sagsgang import laes_sagsgang
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.gem import gem_form
from sundhedsaftale.faelles.historik import historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

RET = "indsatser.rediger_portefoelje"


@require_safe
def opgaveoverdragelse_list(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    return render(
        request,
        "indsatser/opgaveoverdragelse/list.html",
        {
            "aftale": aftale,
            "linjer": laes_overdragelser(aftale, bruger=request.user),
            "kan_rettes": request.user.has_perm(RET, aftale),
            "sti": sti_til_overdragelser(aftale)[:1],
        },
    )


@require_safe
def opgaveoverdragelse_detail(request: HttpRequest, pk: int) -> HttpResponse:
    overdragelse = hent_overdragelse(request, pk)
    kan_rettes = request.user.has_perm(RET, overdragelse)
    maa_se_historik = request.user.has_perm("indsatser.laes_historik", overdragelse)
    sag = overdragelse.sag
    return render(
        request,
        "indsatser/opgaveoverdragelse/detail.html",
        {
            "overdragelse": overdragelse,
            "linje": laes_overdragelse(overdragelse, bruger=request.user),
            "sagsgang": laes_sagsgang(sag, bruger=request.user) if sag else None,
            "beslutninger": laes_overdragelsens_beslutninger(overdragelse, bruger=request.user),
            "mangler": mangler(overdragelse),
            "er_aaben": overdragelse.tilstand in AABNE,
            "kan_rettes": kan_rettes,
            "klar": KlarForm(instance=overdragelse) if kan_rettes else None,
            # Their names may be those of closed items; the page cites them as far as the reader sees.
            "historik": historik_for(overdragelse, skjulte=("besluttet_i", "sag")) if maa_se_historik else [],
            "sti": sti_til_overdragelser(overdragelse.aftale),
        },
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def opgaveoverdragelse_create(request: Anmodning, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, RET, slug=slug)
    ny = Opgaveoverdragelse(aftale=aftale)
    form = OpgaveoverdragelseForm(aabn_kladde(request), instance=ny, bruger=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            gem_opgaveoverdragelse(form.instance, begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"{form.instance} er oprettet.")
            return redirect(form.instance)
    tilbage = reverse("indsatser:opgaveoverdragelse-list", args=[aftale.slug])
    return _vis(
        request,
        {"form": form, "titel": "Ny opgaveoverdragelse", "tilbage": tilbage, "sti": sti_til_overdragelser(aftale)},
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def opgaveoverdragelse_update(request: Anmodning, pk: int) -> HttpResponse:
    overdragelse = hent_overdragelse(request, pk, RET)
    titel, tilbage = overdragelse.titel, overdragelse.get_absolute_url()
    form = OpgaveoverdragelseForm(aabn_kladde(request), instance=overdragelse, bruger=request.user)

    def gem() -> str:
        gem_opgaveoverdragelse(form.instance, begrundelse=form.cleaned_data["begrundelse"])
        return f"{form.instance} er gemt."

    if svar := gem_form(request, form, gem, objekt=form.instance, titel=titel, tilbage=tilbage):
        return svar
    sti = [*sti_til_overdragelser(overdragelse.aftale), (titel, tilbage)]
    return _vis(request, {"form": form, "titel": f"Rediger {titel}", "tilbage": tilbage, "sti": sti})


def hent_overdragelse(request: HttpRequest, pk: int, tilladelse: str | None = None) -> Opgaveoverdragelse:
    synlige = Opgaveoverdragelse.objects.synlige_for(request.user).select_related("aftale", "indsats", "sag")
    return hent(synlige, request, tilladelse, pk=pk)


def sti_til_overdragelser(aftale: Aftale) -> list[tuple[str, str]]:
    return [
        (str(aftale), aftale.get_absolute_url()),
        ("Opgaveoverdragelser", reverse("indsatser:opgaveoverdragelse-list", args=[aftale.slug])),
    ]


def _vis(request: HttpRequest, kontekst: dict[str, Any]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/opgaveoverdragelse/form.html", kontekst, status=status)
