"""The parties' answers to a version: all of them at once, or one with everything there is to say."""

from typing import cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisering.domain.partsgodkendelse import noter_partsgodkendelse, noter_partsgodkendelser
from organisering.forms.partsgodkendelse import PartsgodkendelseForm, PartsskemaForm
from organisering.models import Partsgodkendelse
from organisering.queries.aftaleversion import laes_godkendelser
from organisering.views.aftaleversion import hent_til_rettelse, sti_til
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt
from sundhedsaftale.faelles.sporet import Sporet


@login_uden_tab
@require_http_methods(["GET", "POST"])
def partsgodkendelse_skema(request: Anmodning, slug: str, nummer: int) -> HttpResponse:
    """A row for each party, saved together; only what was changed is written."""
    version = hent_til_rettelse(request, slug, nummer)
    form = PartsskemaForm(aabn_kladde(request), version=version, parter=laes_godkendelser(version))
    tilbage = version.get_absolute_url()
    if request.method == "POST" and form.is_valid():
        try:
            antal = noter_partsgodkendelser(
                version, form.aendrede, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"]
            )
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt as konflikt:
            uenige = form.ombas(laes_godkendelser(version))
            return vis_konflikt(
                request,
                form=form,
                objekt=cast(Sporet, konflikt.objekt),
                titel=f"Parternes godkendelser af {version}",
                tilbage=tilbage,
                raekker=uenige,
            )
        else:
            messages.success(request, _kvittering(antal))
            return redirect(tilbage)
    return render(
        request,
        "organisering/aftaleversion/parter.html",
        {"form": form, "version": version, "tilbage": tilbage, "sti": sti_til(version)},
        status=422 if request.method == "POST" else 200,
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def partsgodkendelse_update(request: Anmodning, slug: str, nummer: int, pk: int) -> HttpResponse:
    version = hent_til_rettelse(request, slug, nummer)
    part = hent(
        Partsgodkendelse.objects.filter(aftaleversion=version).select_related("organisation", "aftaleversion"),
        request,
        pk=pk,
    )
    form = PartsgodkendelseForm(aabn_kladde(request), instance=part)
    navn, tilbage = part.organisation.navn, version.get_absolute_url()
    if request.method == "POST" and form.is_valid():
        try:
            noter_partsgodkendelse(form.instance, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=f"{navn}, {version}", tilbage=tilbage)
        else:
            messages.success(request, f"{navn} er gemt.")
            return redirect(tilbage)
    return render(
        request,
        "organisering/aftaleversion/form.html",
        {
            "form": form,
            "titel": navn,
            "undertitel": str(version),
            "knap": "Gem",
            "tilbage": tilbage,
            "sti": sti_til(version),
        },
        status=422 if request.method == "POST" else 200,
    )


def _kvittering(antal: int) -> str:
    if antal == 0:
        return "Der var ingen ændringer at gemme."
    return "1 part er gemt." if antal == 1 else f"{antal} parter er gemt."
