from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisering.domain.ordlyd import gem_ordlyd
from organisering.forms.ordlyd import OrdlydForm
from organisering.models import Ordlyd
from organisering.views.punktadgang import hent_punkt, sti_til_punkt
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt


@login_uden_tab
@require_http_methods(["GET", "POST"])
def punkt_ordlyd(request: Anmodning, pk: int) -> HttpResponse:
    """What the public reads of a closed item."""
    punkt = hent_punkt(request, pk)
    ordlyd = Ordlyd.objects.filter(punkt=punkt).first() or Ordlyd(punkt=punkt)
    form = OrdlydForm(aabn_kladde(request), instance=ordlyd)
    tilbage = punkt.get_absolute_url()
    if punkt.moede.kan_aendres:
        tilbage = reverse("organisering:dagsorden-rediger", args=[punkt.moede.uuid])
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        ordlyd = form.save(commit=False)
        ordlyd.punkt = punkt
        try:
            gem_ordlyd(ordlyd, bruger=request.user)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=ordlyd, titel=str(punkt), tilbage=tilbage)
        else:
            messages.success(request, f"Den offentlige ordlyd af punkt {punkt.nummer} er gemt.")
            return redirect(tilbage)
    kontekst = {"form": form, "punkt": punkt, "tilbage": tilbage, "sti": sti_til_punkt(punkt)}
    return render(request, "organisering/dagsordenspunkt/ordlyd.html", kontekst, status=status)
