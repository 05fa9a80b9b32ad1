"""Minutes from a text: paste it in, see what was understood, confirm, save. The text travels in the page."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisering.domain.referatimport import indlaes_referat
from organisering.forms.referatimport import ReferatForm, ReferattekstForm, foerste_udkast
from organisering.laesning import LaestReferat
from organisering.models import Organ
from organisering.queries.referatimport import laes_forhaandsvisning
from organisering.views.moede import sti_til_moeder
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab


@login_uden_tab
@require_http_methods(["GET", "POST"])
def referat_indlaes(request: Anmodning, slug: str) -> HttpResponse:
    organer = Organ.objects.synlige_for(request.user).select_related("region")
    organ = hent(organer, request, "organisering.skriv_moede", slug=slug)
    data = aabn_kladde(request)
    trin = data.get("trin") if data else ""
    if data and trin == "gem":
        return _gem(request, organ, data)
    if data and trin == "ret":
        return _vis_tekst(request, organ, ReferattekstForm(initial={"tekst": data.get("tekst", "")}))
    form = ReferattekstForm(data, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        bekraeft = ReferatForm(initial=foerste_udkast(form.laest, form.cleaned_data["tekst"]), organ=organ)
        return _vis_laest(request, organ, bekraeft, form.laest)
    return _vis_tekst(request, organ, form, status=422 if request.method == "POST" else 200)


def _gem(request: Anmodning, organ: Organ, data: QueryDict) -> HttpResponse:
    form = ReferatForm(data, organ=organ)
    if form.is_valid() and request.method == "POST":
        try:
            moede = indlaes_referat(form.laest, form.moede(), bruger=request.user)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            antal = len(form.laest.punkter)
            punkter = "1 punkt" if antal == 1 else f"{antal} punkter"
            messages.success(request, f"Mødet {dato(moede.dag)} er gemt med {punkter}.")
            return redirect(moede)
    laest = getattr(form, "laest", None)
    if laest is None:
        return _vis_tekst(request, organ, ReferattekstForm(data), status=422)
    return _vis_laest(request, organ, form, laest, status=422 if request.method == "POST" else 200)


def _vis_tekst(request: HttpRequest, organ: Organ, form: ReferattekstForm, *, status: int = 200) -> HttpResponse:
    return _vis(request, "form", organ, {"form": form}, status=status)


def _vis_laest(
    request: Anmodning, organ: Organ, form: ReferatForm, laest: LaestReferat, *, status: int = 200
) -> HttpResponse:
    kontekst = {
        "form": form,
        "visning": laes_forhaandsvisning(laest, organ),
        "cpr_bekraeftet": request.POST.get("cpr_bekraeftet", ""),
    }
    return _vis(request, "vis", organ, kontekst, status=status)


def _vis(request: HttpRequest, skabelon: str, organ: Organ, kontekst: dict[str, Any], *, status: int) -> HttpResponse:
    return render(
        request,
        f"organisering/referatimport/{skabelon}.html",
        {**kontekst, "organ": organ, "sti": sti_til_moeder(organ)},
        status=status,
    )
