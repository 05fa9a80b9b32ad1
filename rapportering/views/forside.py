from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rapportering.queries.forside import laes_aftaler, laes_nyeste_udgaver, laes_overblik
from sundhedsaftale.faelles.adgang import Anmodning


@require_safe
def forside(request: Anmodning) -> HttpResponse:
    return render(
        request,
        "rapportering/forside.html",
        {
            "aftaler": laes_aftaler(request.user),
            "udgaver": laes_nyeste_udgaver(),
            "overblik": laes_overblik(request.user) if request.user.is_authenticated else None,
        },
    )
