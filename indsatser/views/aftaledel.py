"""Risk groups, actors, means and tracks of an agreement: add, edit, move and delete one, in one way for the four."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from indsatser.domain.aftaledel import flyt_aftaledel, gem_aftaledel, slet_aftaledel
from indsatser.forms.aftaledel import FORMER
from indsatser.models import Risikogruppe
from indsatser.queries.aftaledel import SLAGS, Aftaledel, Slags, brugt_af
from indsatser.views.version import set_version
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.gem import gem_form
from sundhedsaftale.faelles.historik import historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_SKRIDT = {"op": -1, "ned": 1}


@login_uden_tab
@require_http_methods(["GET", "POST"])
def aftaledel_create(request: HttpRequest, slug: str, slags: str) -> HttpResponse:
    aftale, den = _hent_aftale(request, slug, slags)
    return _gem(request, den, den.model(aftale=aftale), titel=den.ny)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def aftaledel_update(request: HttpRequest, slug: str, slags: str, pk: int) -> HttpResponse:
    den, objekt = _hent(request, slug, slags, pk)
    return _gem(request, den, objekt, titel=f"Rediger {objekt.navn}")


@login_uden_tab
@require_POST
def aftaledel_flyt(request: HttpRequest, slug: str, slags: str, pk: int) -> HttpResponse:
    """One place up or down, by the name of the button."""
    den, objekt = _hent(request, slug, slags, pk)
    if isinstance(objekt, Risikogruppe):
        raise Http404  # risk groups stand in the order of their level
    skridt = _SKRIDT.get(request.POST.get("retning", ""))
    if skridt is None:
        messages.error(request, "Vælg, om den skal flyttes op eller ned.")
    elif flyt_aftaledel(objekt, skridt=skridt):
        messages.success(request, f"{objekt.navn} er flyttet.")
    return redirect(_tilbage(den, objekt.aftale))


@login_uden_tab
@require_http_methods(["GET", "POST"])
def aftaledel_delete(request: HttpRequest, slug: str, slags: str, pk: int) -> HttpResponse:
    den, objekt = _hent(request, slug, slags, pk)
    tilbage = _tilbage(den, objekt.aftale)
    if request.method == "POST":
        try:
            slet_aftaledel(objekt, version=set_version(request))
        except Regelbrud as brud:
            messages.error(request, str(brud))
        except Versionskonflikt:
            messages.error(request, f"En anden har ændret {objekt.navn}. Se den igennem, og prøv igen.")
        else:
            messages.success(request, f"{objekt.navn} er slettet.")
        return redirect(tilbage)
    kontekst = {"objekt": objekt, "brugt": brugt_af(objekt), "sti": _sti(den, objekt.aftale), "tilbage": tilbage}
    return render(request, "indsatser/aftaledel/slet.html", kontekst)


def _gem(request: HttpRequest, slags: Slags, objekt: Aftaledel, *, titel: str) -> HttpResponse:
    tilbage = _tilbage(slags, objekt.aftale)
    form = FORMER[slags.noegle](aabn_kladde(request), instance=objekt)

    def gem() -> str:
        gem_aftaledel(form.instance, relationer=form.relationer, begrundelse=form.cleaned_data["begrundelse"])
        return f"{form.instance.navn} er gemt."

    if svar := gem_form(request, form, gem, objekt=form.instance, titel=titel, tilbage=tilbage):
        return svar
    kontekst: dict[str, Any] = {
        "form": form,
        "titel": titel,
        "slags": slags,
        "objekt": objekt,
        "historik": historik_for(objekt) if objekt.pk else [],
        "sti": _sti(slags, objekt.aftale),
        "tilbage": tilbage,
    }
    return render(request, "indsatser/aftaledel/form.html", kontekst, status=422 if request.method == "POST" else 200)


def _hent_aftale(request: HttpRequest, slug: str, noegle: str) -> tuple[Aftale, Slags]:
    synlige = Aftale.objects.synlige_for(request.user)
    aftale = hent(synlige, request, "indsatser.rediger_portefoelje", slug=slug)
    if noegle not in SLAGS:
        raise Http404
    return aftale, SLAGS[noegle]


def _hent(request: HttpRequest, slug: str, noegle: str, pk: int) -> tuple[Slags, Aftaledel]:
    aftale, slags = _hent_aftale(request, slug, noegle)
    return slags, cast(Aftaledel, get_object_or_404(slags.model, aftale=aftale, pk=pk))


def _tilbage(slags: Slags, aftale: Aftale) -> str:
    return reverse(slags.side, args=[aftale.slug])


def _sti(slags: Slags, aftale: Aftale) -> list[tuple[str, str]]:
    sidenavn = "Virkemidler og spor" if slags.side == "indsatser:virkemiddel-list" else "Risikogrupper"
    return [(str(aftale), aftale.get_absolute_url()), (sidenavn, _tilbage(slags, aftale))]
