from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rapportering.forms.soegning import SoegeForm
from rapportering.queries.soegning import soeg


@require_safe
def soegning(request: HttpRequest) -> HttpResponse:
    """Search in all that the reader may read; the question stands in the address."""
    form = SoegeForm(request.GET, bruger=request.user)
    fundne = None
    if form.is_valid() and not form.spoergsmaal.er_tomt:
        fundne = soeg(
            form.spoergsmaal,
            bruger=request.user,
            slags=form.cleaned_data["slags"],
            side=request.GET.get("side", "1"),
        )
    uden_side = request.GET.copy()
    uden_side.pop("side", None)
    uden_slags = uden_side.copy()
    uden_slags.pop("slags", None)
    kontekst = {
        "form": form,
        "fundne": fundne,
        "valgt_slags": form.cleaned_data.get("slags", ""),
        "adresse": uden_side.urlencode(),
        "adresse_uden_slags": uden_slags.urlencode(),
    }
    return render(request, "rapportering/soegning/list.html", kontekst)
