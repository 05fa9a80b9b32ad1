"""A meeting plan from a spreadsheet: the file, what it would change, and what was saved."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisering.domain.moedeimport import foreslaa_moeder, gem_aftalte
from organisering.forms.moedeimport import AftaleForm, PlanfilForm, underskriv
from sundhedsaftale.faelles.adgang import Anmodning


@login_required
@permission_required("organisering.indlaes_moedeplan", raise_exception=True)
@require_http_methods(["GET", "POST"])
def moedeimport(request: Anmodning) -> HttpResponse:
    if "plan" in request.POST:
        return _gem(request)
    sendt = request.method == "POST"
    form = PlanfilForm(request.POST, request.FILES) if sendt else PlanfilForm()
    if sendt and form.is_valid():
        forslag = foreslaa_moeder(form.cleaned_data["fil"], bruger=request.user)
        return _vis(request, "forslag", {"forslag": forslag, "plan": underskriv(forslag, bruger=request.user)})
    return _vis(request, "form", {"form": form}, status=422 if sendt else 200)


def _gem(request: Anmodning) -> HttpResponse:
    """Save what was agreed to; what could not be saved is listed."""
    form = AftaleForm(request.POST, bruger=request.user)
    if not form.is_valid():
        return _vis(request, "form", {"form": PlanfilForm(), "foraeldet": form.errors["plan"][0]}, status=422)
    aftalte, fejl = form.cleaned_data["plan"]
    ikke_gemt = sorted([*fejl, *gem_aftalte(aftalte, bruger=request.user)], key=lambda raekke: raekke.nummer)
    gemt = len(aftalte) + len(fejl) - len(ikke_gemt)
    if ikke_gemt:
        return _vis(request, "resultat", {"gemt": gemt, "ikke_gemt": ikke_gemt})
    messages.success(request, "1 møde er gemt." if gemt == 1 else f"{gemt} møder er gemt.")
    aar = min((aftalt.starter.year for aftalt in aftalte), default=None)
    return redirect(reverse("organisering:aarshjul", query={"aar": aar} if aar else None))


def _vis(request: Anmodning, skabelon: str, kontekst: dict[str, Any], *, status: int = 200) -> HttpResponse:
    sti = [("Møder", reverse("organisering:aarshjul"))]
    return render(request, f"organisering/moedeimport/{skabelon}.html", {**kontekst, "sti": sti}, status=status)
