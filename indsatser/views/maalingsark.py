"""Measurements from a spreadsheet: the template, the file, what it would change, and what was saved."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.maalingsark import foreslaa_maalinger, gem_aftalte
from indsatser.forms.maalingsark import AftalteMaalingerForm, MaalingsfilForm, underskriv
from indsatser.models import Maaltal
from indsatser.queries.maalingsskabelon import laes_skabelon
from indsatser.views.maalformular import sti_til_maal
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.download import arksvar, kraev_arkendelse

_RET = "indsatser.rediger_maal"


@login_required
@require_http_methods(["GET", "POST"])
def maalingsark(request: Anmodning, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    if "forslag" in request.POST:
        return _gem(request, aftale)
    sendt = request.method == "POST"
    maaltal = Maaltal.objects.synlige_for(request.user).filter(maalsaetning__aftale=aftale)
    form = (
        MaalingsfilForm(request.POST, request.FILES, maaltal=list(maaltal.prefetch_related("maalinger")))
        if sendt
        else MaalingsfilForm(maaltal=[])
    )
    if sendt and form.is_valid():
        forslag = foreslaa_maalinger(form.cleaned_data["fil"])
        underskrevet = underskriv(forslag, kilde=form.filnavn, aftale=aftale, bruger=request.user)
        return _vis(request, aftale, "forslag", {"forslag": forslag, "underskrevet": underskrevet})
    return _vis(request, aftale, "form", {"form": form}, status=422 if sendt else 200)


@login_required
@require_safe
def maalingsskabelon(request: Anmodning, slug: str, endelse: str) -> HttpResponse:
    """The agreement's måltal as rows to fill in."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    kraev_arkendelse(endelse)
    return arksvar(laes_skabelon(aftale, bruger=request.user), f"maalinger-{aftale.slug}", endelse)


def _gem(request: Anmodning, aftale: Aftale) -> HttpResponse:
    """Save what was agreed to; what could not be saved is listed."""
    form = AftalteMaalingerForm(request.POST, aftale=aftale, bruger=request.user)
    if not form.is_valid():
        foraeldet = {"form": MaalingsfilForm(maaltal=[]), "foraeldet": form.errors["forslag"][0]}
        return _vis(request, aftale, "form", foraeldet, status=422)
    data = form.cleaned_data["forslag"]
    indlaesning, ikke = gem_aftalte(aftale, data["aftalte"], kilde=data["kilde"], bruger=request.user)
    ikke_gemt = sorted([*data["fejl"], *ikke], key=lambda raekke: raekke.nummer)
    gemt = len(data["aftalte"]) - len(ikke)
    if ikke_gemt:
        kontekst = {"gemt": gemt, "ikke_gemt": ikke_gemt, "indlaesning": indlaesning if indlaesning.pk else None}
        return _vis(request, aftale, "resultat", kontekst)
    messages.success(request, "1 måling er gemt." if gemt == 1 else f"{gemt} målinger er gemt.")
    return redirect(indlaesning if indlaesning.pk else reverse("indsatser:maaltal-list", args=[aftale.slug]))


def _vis(
    request: Anmodning, aftale: Aftale, skabelon: str, kontekst: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    kontekst = {**kontekst, "aftale": aftale, "sti": sti_til_maal(aftale)}
    return render(request, f"indsatser/maalingsark/{skabelon}.html", kontekst, status=status)
