from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from organisering.domain.punktplads import RETNINGER, flyt_punkt
from organisering.queries.dagsordensbygning import laes_bygning
from organisering.views.punktadgang import hent_punkt
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud


@login_required
@require_POST
def punkt_flyt(request: Anmodning, pk: int) -> HttpResponse:
    """Move an item; htmx gets the list, the rest the page with a message."""
    punkt = hent_punkt(request, pk)
    retning = request.POST.get("retning", "")
    if retning not in RETNINGER:
        return HttpResponseBadRequest()
    status = 200
    try:
        flyttet = flyt_punkt(punkt, retning, bruger=request.user)
    except Regelbrud as brud:
        besked, status = str(brud), 409
    else:
        besked = f"{flyttet.titel} er nu punkt {flyttet.nummer}."
    if request.headers.get("HX-Request"):
        kontekst = {"moede": punkt.moede, "linjer": laes_bygning(punkt.moede), "besked": besked}
        return render(request, "organisering/dagsorden/rediger.html#liste", kontekst, status=status)
    (messages.success if status == 200 else messages.error)(request, besked)
    return redirect(f"{reverse('organisering:dagsorden-rediger', args=[punkt.moede.uuid])}#linje-{pk}")
