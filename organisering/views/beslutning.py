"""What was decided on one item: the form that saves itself on the page of the minutes, and its own page."""

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisering.domain.beslutning import skriv_beslutning
from organisering.forms.beslutning import BeslutningForm
from organisering.models import Dagsordenspunkt, Moede
from organisering.views.punktadgang import hent_punkt
from organisering.views.referat import sti_til_referat
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.autogem import Gemt, gem_kladde
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt


@login_uden_tab
@require_http_methods(["GET", "POST"])
def beslutning_update(request: Anmodning, pk: int) -> HttpResponse:
    """The item's form; htmx posts to it while it is being written, and gets the status line alone."""
    punkt = hent_punkt(request, pk)
    if request.method == "GET" and punkt.moede.tilstand != Moede.Tilstand.AFHOLDT:
        return redirect("organisering:referat", punkt.moede.uuid)
    form = BeslutningForm(aabn_kladde(request), instance=punkt, deltagelser=list(punkt.moede.deltagelser.all()))

    def gem() -> Gemt:
        gemt = skriv_beslutning(form.save(commit=False), bruger=request.user, fravaer=form.fravaer)
        return Gemt([BeslutningForm(instance=gemt, deltagelser=[])["version"]])

    if request.method == "POST" and request.headers.get("HX-Request"):
        return gem_kladde(request, form, gem, linje=f"kladde-{punkt.pk}")
    if request.method == "GET" or not form.is_valid():
        return _vis(request, punkt, form, status=200 if request.method == "GET" else 422)
    try:
        gem()
    except Regelbrud as fejl:
        form.add_error(None, f"{fejl} Din tekst er ikke gemt; kopiér den herfra, hvis du vil beholde den.")
        return _vis(request, punkt, form, status=409)
    except Versionskonflikt:
        return vis_konflikt(
            request,
            form=form,
            objekt=punkt,
            titel=f"Pkt. {punkt}",
            tilbage=til_punktet(punkt),
            raekker=form.fravaerskonflikt(),
        )
    messages.success(request, f"Pkt. {punkt} er gemt.")
    return redirect(til_punktet(punkt))


def til_punktet(punkt: Dagsordenspunkt) -> str:
    """The item's place on the page of the minutes."""
    return f"{reverse('organisering:referat', args=[punkt.moede.uuid])}#{punkt.anker}"


def _vis(request: Anmodning, punkt: Dagsordenspunkt, form: BeslutningForm, *, status: int) -> HttpResponse:
    prefetch_related_objects([punkt], "indstillinger", "bemaerkninger")
    kontekst = {"punkt": punkt, "form": form, "tilbage": til_punktet(punkt), "sti": sti_til_referat(punkt.moede)}
    return render(request, "organisering/beslutning/form.html", kontekst, status=status)
