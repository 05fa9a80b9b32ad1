"""Levels, kinds of bodies, roles and competences: one page to read them, and one way to change the four."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.views.decorators.http import require_http_methods, require_safe

from organisering.domain.grunddata import gem_grunddata, slet_grunddata
from organisering.forms.grunddata import FORMER
from organisering.queries.grunddata import SLAGS, Grundobjekt, Slags, laes_grunddata
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

LISTE = reverse_lazy("organisering:grunddata")
STI = [("Organer", reverse_lazy("organisering:organ-list")), ("Grunddata", LISTE)]


@login_required
@require_safe
def grunddata(request: Anmodning) -> HttpResponse:
    _kraev_adgang(request)
    return render(request, "organisering/grunddata/list.html", {"afsnit": laes_grunddata(), "sti": STI[:1]})


@login_uden_tab
@require_http_methods(["GET", "POST"])
def grunddata_create(request: Anmodning, slags: str) -> HttpResponse:
    den = _hent_slags(request, slags)
    return _gem(request, den, den.model(), titel=den.ny)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def grunddata_update(request: Anmodning, slags: str, pk: int) -> HttpResponse:
    den = _hent_slags(request, slags)
    objekt = _hent(den, pk)
    return _gem(request, den, objekt, titel=f"Rediger {objekt.navn}")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def grunddata_delete(request: Anmodning, slags: str, pk: int) -> HttpResponse:
    den = _hent_slags(request, slags)
    objekt = _hent(den, pk)
    if request.method == "POST":
        try:
            slet_grunddata(den, objekt, bruger=request.user)
        except Regelbrud as brud:
            messages.error(request, str(brud))
        else:
            messages.success(request, f"{objekt.navn} er slettet.")
        return redirect(LISTE)
    return render(
        request, "organisering/grunddata/slet.html", {"objekt": objekt, "slags": den, "sti": STI, "tilbage": LISTE}
    )


def _gem(request: Anmodning, slags: Slags, objekt: Grundobjekt, *, titel: str) -> HttpResponse:
    form = FORMER[slags.noegle](aabn_kladde(request), instance=objekt, bruger=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            gem_grunddata(
                form.instance,
                relationer=form.relationer,
                bruger=request.user,
                begrundelse=form.cleaned_data["begrundelse"],
            )
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=titel, tilbage=str(LISTE))
        else:
            messages.success(request, f"{form.instance.navn} er gemt.")
            return redirect(LISTE)
    kontekst = {
        "form": form,
        "titel": titel,
        "slags": slags,
        "sti": STI,
        "tilbage": LISTE,
        "historik": historik_for(objekt, skjulte=["slug"]) if objekt.pk else [],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organisering/grunddata/form.html", kontekst, status=status)


def _hent(slags: Slags, pk: int) -> Grundobjekt:
    return cast(Grundobjekt, get_object_or_404(slags.model, pk=pk))


def _hent_slags(request: Anmodning, noegle: str) -> Slags:
    _kraev_adgang(request)
    if noegle not in SLAGS:
        raise Http404
    return SLAGS[noegle]


def _kraev_adgang(request: Anmodning) -> None:
    if not request.user.has_perm("organisering.rediger_grunddata"):
        raise PermissionDenied
