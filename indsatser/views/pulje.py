"""Pools: an agreement's by year, one with its lines and whether it closes, create and edit."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.pulje import gem_pulje
from indsatser.forms.pulje import PuljeForm
from indsatser.models import Pulje
from indsatser.queries.pulje import laes_puljer
from indsatser.queries.puljeside import laes_puljeside
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.gem import gem_form
from sundhedsaftale.faelles.historik import historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

RET = "indsatser.rediger_portefoelje"
# Their names may be those of closed items and papers; the page cites them as far as the reader sees.
SKJULT_I_HISTORIK = ("besluttet_i", "ansoegning")


@require_safe
def pulje_list(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    return render(
        request,
        "indsatser/pulje/list.html",
        {
            "aftale": aftale,
            "puljer": laes_puljer(aftale),
            "kan_rettes": request.user.has_perm(RET, aftale),
            "sti": sti_til_puljer(aftale)[:1],
        },
    )


@require_safe
def pulje_detail(request: HttpRequest, pk: int) -> HttpResponse:
    pulje = hent_pulje(request, pk)
    maa_se_historik = request.user.has_perm("indsatser.laes_historik", pulje)
    return render(
        request,
        "indsatser/pulje/detail.html",
        {
            "pulje": pulje,
            "side": laes_puljeside(pulje, bruger=request.user),
            "kan_rettes": request.user.has_perm(RET, pulje),
            "historik": historik_for(pulje, skjulte=SKJULT_I_HISTORIK) if maa_se_historik else [],
            "sti": sti_til_puljer(pulje.aftale),
        },
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def pulje_create(request: Anmodning, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, RET, slug=slug)
    form = PuljeForm(aabn_kladde(request), instance=Pulje(aftale=aftale), bruger=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            gem_pulje(form.instance, begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"{form.instance} er oprettet. Skriv nu, hvad den går til.")
            return redirect("indsatser:pulje-linjer", pk=form.instance.pk)
    return _vis(
        request,
        {
            "form": form,
            "titel": "Ny pulje",
            "undertitel": str(aftale),
            "tilbage": reverse("indsatser:pulje-list", args=[aftale.slug]),
            "sti": sti_til_puljer(aftale),
        },
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def pulje_update(request: Anmodning, pk: int) -> HttpResponse:
    pulje = hent_pulje(request, pk, RET)
    titel, tilbage = str(pulje), pulje.get_absolute_url()
    form = PuljeForm(aabn_kladde(request), instance=pulje, bruger=request.user)

    def gem() -> str:
        gem_pulje(form.instance, begrundelse=form.cleaned_data["begrundelse"])
        return f"{form.instance} er gemt."

    if svar := gem_form(request, form, gem, objekt=form.instance, titel=titel, tilbage=tilbage):
        return svar
    sti = [*sti_til_puljer(pulje.aftale), (titel, tilbage)]
    return _vis(request, {"form": form, "titel": f"Rediger {titel}", "tilbage": tilbage, "sti": sti})


def hent_pulje(request: HttpRequest, pk: int, tilladelse: str | None = None) -> Pulje:
    synlige = Pulje.objects.synlige_for(request.user).select_related("aftale")
    return hent(synlige, request, tilladelse, pk=pk)


def sti_til_puljer(aftale: Aftale) -> list[tuple[str, str]]:
    return [
        (str(aftale), aftale.get_absolute_url()),
        ("Puljer", reverse("indsatser:pulje-list", args=[aftale.slug])),
    ]


def _vis(request: HttpRequest, kontekst: dict[str, Any]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/pulje/form.html", kontekst, status=status)
