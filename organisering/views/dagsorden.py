"""The agenda as its writers arrange it, sending it out and publishing it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisering.domain.dagsorden import opret_faste_punkter, udgiv_dagsorden, udsend_dagsorden
from organisering.models import Moede
from organisering.queries.dagsordensbygning import laes_bygning
from organisering.queries.dagsordensudgave import fingeraftryk, laes_udestaaende
from organisering.queries.indblik import OFFENTLIG_DAGSORDEN
from organisering.queries.moedebillede import laes_moedebillede
from organisering.views.moedeside import hent_moede, sti_til_moede
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

_AENDRET = "Dagsordenen er ændret, siden du så den igennem. Se den nye udgave, og offentliggør den så."


@login_required
@require_safe
def dagsorden_rediger(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    if not moede.kan_aendres:
        messages.info(request, f"Dagsordenen kan ikke ændres: {moede.get_tilstand_display().lower()}.")
        return redirect(moede)
    return vis_bygning(request, moede)


def vis_bygning(request: Anmodning, moede: Moede, *, status: int = 200) -> HttpResponse:
    kontekst = {"moede": moede, "linjer": laes_bygning(moede), "sti": sti_til_moede(moede)}
    return render(request, "organisering/dagsorden/rediger.html", kontekst, status=status)


@login_required
@require_POST
def dagsorden_begynd(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    try:
        opret_faste_punkter(moede, bruger=request.user)
    except Regelbrud as brud:
        messages.error(request, str(brud))
    return redirect("organisering:dagsorden-rediger", uuid)


@login_required
@require_http_methods(["GET", "POST"])
def dagsorden_udsend(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    if request.method == "POST":
        try:
            udsend_dagsorden(moede, bruger=request.user)
        except Regelbrud as brud:
            messages.error(request, str(brud))
        else:
            messages.success(request, "Dagsordenen er sendt ud. Medlemmerne kan læse den i portalen.")
        return redirect(moede)
    kontekst = {"moede": moede, "linjer": laes_bygning(moede), "sti": sti_til_moede(moede)}
    return render(request, "organisering/dagsorden/udsend.html", kontekst)


@login_required
@require_http_methods(["GET", "POST"])
def dagsorden_udgiv(request: Anmodning, uuid: UUID) -> HttpResponse:
    """Show exactly what everybody will read, and publish just that."""
    moede = hent_moede(request, uuid, "organisering.udgiv_moede")
    fejl, status = "", 200
    if request.method == "POST":
        try:
            udgiv_dagsorden(moede, set_udgave=request.POST.get("udgave", ""), bruger=request.user)
        except Regelbrud as brud:
            fejl, status = str(brud), 409
        except Versionskonflikt:
            fejl, status = _AENDRET, 409
        else:
            messages.success(request, "Dagsordenen er offentliggjort. Alle kan læse den her.")
            return redirect(moede)
    billede = laes_moedebillede(moede, bruger=AnonymousUser(), indblik=OFFENTLIG_DAGSORDEN)
    kontekst = {
        "moede": moede,
        "billede": billede,
        "udgave": fingeraftryk(billede),
        "mangler": laes_udestaaende(moede),
        "fejl": fejl,
        "sti": sti_til_moede(moede),
    }
    return render(request, "organisering/dagsorden/udgiv.html", kontekst, status=status)
