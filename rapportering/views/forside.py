from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sundhedsaftale.faelles.adgang import Anmodning


@require_safe
def forside(request: Anmodning) -> HttpResponse:
    return render(request, "rapportering/forside.html")
