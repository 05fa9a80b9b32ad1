"""The steps of a task transfer: ready, settled, withdrawn, taken up again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from indsatser.domain.opgaveoverdragelse import (
    afgoer_opgaveoverdragelse,
    genoptag_opgaveoverdragelse,
    meld_klar,
    traek_opgaveoverdragelse,
)
from indsatser.forms.opgaveoverdragelse import AfgoerelseForm, GenoptagelseForm, KlarForm, TilbagetraekningForm
from indsatser.models import Opgaveoverdragelse
from indsatser.views.opgaveoverdragelse import RET, hent_overdragelse, sti_til_overdragelser
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.formular import PortalModelForm
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

_SAMTIDIG = "En anden har rettet opgaveoverdragelsen, siden du åbnede siden. Se den igennem, og prøv igen."
_Form = PortalModelForm[Opgaveoverdragelse]


@login_required
@require_POST
def opgaveoverdragelse_klar(request: Anmodning, pk: int) -> HttpResponse:
    overdragelse = hent_overdragelse(request, pk, RET)
    form = KlarForm(request.POST, instance=overdragelse)
    if not form.is_valid():
        messages.error(request, _SAMTIDIG)
        return redirect(overdragelse)
    try:
        meld_klar(form.instance)
    except Regelbrud as brud:
        messages.error(request, str(brud))
    except Versionskonflikt:
        messages.error(request, _SAMTIDIG)
    else:
        messages.success(request, f"{overdragelse} er klar til beslutning.")
    return redirect(overdragelse)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def opgaveoverdragelse_afgoer(request: Anmodning, pk: int) -> HttpResponse:
    overdragelse = hent_overdragelse(request, pk, RET)
    form = AfgoerelseForm(aabn_kladde(request), instance=overdragelse, bruger=request.user)
    return _skridt(request, form, afgoer_opgaveoverdragelse, titel="Skriv beslutningen", knap="Gem beslutningen")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def opgaveoverdragelse_traek(request: Anmodning, pk: int) -> HttpResponse:
    form = TilbagetraekningForm(aabn_kladde(request), instance=hent_overdragelse(request, pk, RET))
    return _skridt(request, form, traek_opgaveoverdragelse, titel="Træk tilbage", knap="Træk tilbage")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def opgaveoverdragelse_genoptag(request: Anmodning, pk: int) -> HttpResponse:
    form = GenoptagelseForm(aabn_kladde(request), instance=hent_overdragelse(request, pk, RET))
    return _skridt(request, form, genoptag_opgaveoverdragelse, titel="Genoptag vurderingen", knap="Genoptag")


def _skridt(request: Anmodning, form: _Form, handling: Callable[..., None], *, titel: str, knap: str) -> HttpResponse:
    """Show the form of one step, and take the step with what it holds besides the version."""
    overdragelse = form.instance
    tilbage = overdragelse.get_absolute_url()
    if request.method == "POST" and form.is_valid():
        data: dict[str, Any] = {navn: vaerdi for navn, vaerdi in form.cleaned_data.items() if navn != "version"}
        try:
            handling(overdragelse, **data)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=overdragelse, titel=overdragelse.titel, tilbage=tilbage)
        else:
            messages.success(request, f"{overdragelse}: {overdragelse.get_tilstand_display().lower()}.")
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "titel": titel,
        "undertitel": overdragelse.titel,
        "knap": knap,
        "tilbage": tilbage,
        "sti": [*sti_til_overdragelser(overdragelse.aftale), (overdragelse.titel, tilbage)],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/opgaveoverdragelse/form.html", kontekst, status=status)
