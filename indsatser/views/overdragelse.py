"""Handover to the next agreement: choose, look it through, do it as one act."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indsatser.domain.overdragelse import overdrag_indsatser
from indsatser.forms.overdragelse import UDFALD, OverdragelseForm
from indsatser.queries.overdragelse import laes_overdragelse, loebende, mulige_aftaler, mulige_organer
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab


@login_uden_tab
@require_http_methods(["GET", "POST"])
def overdragelse(request: Anmodning, slug: str) -> HttpResponse:
    """`trin` says how far: nothing shows the preview, `gem` does it, `ret` goes back to the choices."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, "indsatser.rediger_portefoelje", slug=slug)
    aftaler = mulige_aftaler(aftale, request.user)
    form = OverdragelseForm(aabn_kladde(request), fra=aftale, indsatser=loebende(aftale), aftaler=aftaler)
    kontekst = {
        "aftale": aftale,
        "aftaler": aftaler,
        "form": form,
        "udfald": UDFALD,
        "sti": [
            (str(aftale), aftale.get_absolute_url()),
            ("Portefølje", reverse("indsatser:portefoelje-aftale", args=[aftale.slug])),
        ],
    }
    if request.method == "GET" or not form.is_valid() or request.POST.get("trin") == "ret":
        status = 422 if request.method == "POST" and form.errors else 200
        return render(request, "indsatser/overdragelse/form.html", kontekst, status=status)
    data = form.cleaned_data
    til = next(en for en in aftaler if en.slug == data["til"])
    organer = mulige_organer(til, request.user)
    forslag = form.forslag(laes_overdragelse(aftale, til, data["udfald"], request.user))
    maerke = form.maerke(forslag, organer)
    fejl, status = "", 200
    if request.POST.get("trin") == "gem" and request.POST.get("maerke") != maerke:
        fejl, status = "Forslaget er ændret, siden det blev vist. Se det igennem igen.", 409
    elif request.POST.get("trin") == "gem":
        try:
            overdrag_indsatser(
                list(form.oensker(forslag, organer)),
                fra=aftale,
                til=til,
                dag=data["slutter_den"],
                begrundelse=data["begrundelse"],
                bruger=request.user,
            )
        except Regelbrud as brud:
            fejl, status = str(brud), 422
        except Versionskonflikt:
            fejl, status = "En anden har ændret en af indsatserne imens. Se forslaget igennem igen.", 409
        else:
            messages.success(request, _kvittering(len(forslag), til))
            return redirect("indsatser:portefoelje-aftale", slug=til.slug)
    antal = {navn: sum(raekke.linje.udfald == vaerdi for raekke in forslag) for vaerdi, navn in UDFALD}
    kontekst |= {"til": til, "forslag": forslag, "organer": organer, "antal": antal.items()}
    kontekst |= {"fejl": fejl, "maerke": maerke}
    return render(request, "indsatser/overdragelse/forslag.html", kontekst, status=status)


def _kvittering(antal: int, til: Aftale) -> str:
    hvad = "1 indsats er behandlet" if antal == 1 else f"{antal} indsatser er behandlet"
    return f"{hvad}. De videreførte står nu i {til}."
