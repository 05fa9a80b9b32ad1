from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from organisering.domain.sag import send_videre
from organisering.forms.sag import SendForm
from organisering.models import Sag
from organisering.queries.modtagermoede import laes_modtagermoeder
from organisering.queries.sagsgang import laes_sagsgang
from organisering.views.punktadgang import hent_punkt, sti_til_punkt
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_SAMTIDIG = "En anden har ændret punktet, mens du sendte det. Se det igennem, og prøv igen."


@require_safe
def sag_detail(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The case with each of its treatments; unknown to those who may read none of them."""
    sag = hent(Sag.objects.all(), request, uuid=uuid)
    gang = laes_sagsgang(sag, bruger=request.user)
    if gang is None:
        raise Http404
    return render(request, "organisering/sag/detail.html", {"sag": sag, "gang": gang})


@login_uden_tab
@require_http_methods(["GET", "POST"])
def punkt_send(request: Anmodning, pk: int) -> HttpResponse:
    """Put the item's case on the next body's agenda."""
    punkt = hent_punkt(request, pk)
    moeder = laes_modtagermoeder(punkt)
    form = SendForm(aabn_kladde(request), moeder=moeder)
    if request.method == "POST" and form.is_valid():
        moede = form.cleaned_data["moede"]
        try:
            send_videre(punkt, moede=moede, bruger=request.user)
        except Regelbrud as brud:
            form.add_error("moede", str(brud))
        except Versionskonflikt:
            form.add_error(None, _SAMTIDIG)
        else:
            messages.success(request, f"{punkt.titel} er sendt til {moede}.")
            return redirect(punkt)
    status = 422 if request.method == "POST" else 200
    kontekst = {"form": form, "punkt": punkt, "moeder": moeder, "sti": sti_til_punkt(punkt)}
    return render(request, "organisering/sag/send.html", kontekst, status=status)
