"""Views of a portfolio: an address saved under a name, one's own or shared."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indsatser.domain.portefoeljevisning import slet_portefoeljevisning
from indsatser.forms.portefoeljefilter import PortefoeljefilterForm
from indsatser.forms.portefoeljevisning import PortefoeljevisningForm, ren_forespoergsel
from indsatser.models import Portefoeljevisning
from indsatser.queries.grundlag import Grundlag
from indsatser.queries.portefoeljevalg import Portefoeljevalg
from indsatser.views.version import set_version
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.konflikt import vis_konflikt


@login_required
@require_http_methods(["GET", "POST"])
def portefoeljevisning_create(request: Anmodning, slug: str) -> HttpResponse:
    """`?` is the address to keep; what is no filter of the portfolio is left out."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    portefoelje = reverse("indsatser:portefoelje-aftale", args=[aftale.slug])
    grundlag = Grundlag.for_aftale(aftale, request.user)
    valg = Portefoeljevalg.laes([aftale], grundlag, grundlag.med_egen_portefoelje(aftale))
    filterform = PortefoeljefilterForm(request.GET, valg=valg)
    if filterform.errors:
        # The page itself says what in the address does not exist.
        return redirect(f"{portefoelje}?{request.GET.urlencode()}")
    forespoergsel = ren_forespoergsel(filterform)
    tilbage = f"{portefoelje}?{forespoergsel}" if forespoergsel else portefoelje
    visning = Portefoeljevisning(bruger=request.user, aftale=aftale, forespoergsel=forespoergsel)
    form = PortefoeljevisningForm(request.POST or None, instance=visning, bruger=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            form.save()
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"Visningen “{visning}” er gemt.")
            return redirect(tilbage)
    return _vis(request, form, "Gem visningen", tilbage)


@login_required
@require_http_methods(["GET", "POST"])
def portefoeljevisning_update(request: Anmodning, pk: int) -> HttpResponse:
    """Its name, and whether it is shared."""
    visning = _hent(request, pk)
    navn, tilbage = visning.navn, _adresse(visning)
    form = PortefoeljevisningForm(request.POST or None, instance=visning, bruger=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            form.save()
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=visning, titel=navn, tilbage=tilbage)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"Visningen “{visning}” er gemt.")
            return redirect(tilbage)
    return _vis(request, form, f"Rediger visningen “{navn}”", tilbage)


@login_required
@require_http_methods(["GET", "POST"])
def portefoeljevisning_delete(request: Anmodning, pk: int) -> HttpResponse:
    visning = _hent(request, pk)
    if request.method == "POST":
        try:
            slet_portefoeljevisning(visning, version=set_version(request))
        except Versionskonflikt:
            messages.error(request, f"Visningen “{visning}” er ændret siden. Se den igennem, og prøv igen.")
        else:
            messages.success(request, f"Visningen “{visning}” er slettet.")
        return redirect("indsatser:portefoelje-aftale", visning.aftale.slug)
    kontekst = {"visning": visning, "tilbage": _adresse(visning), "sti": _sti(visning.aftale)}
    return render(request, "indsatser/portefoeljevisning/slet.html", kontekst)


def _hent(request: Anmodning, pk: int) -> Portefoeljevisning:
    synlige = Portefoeljevisning.objects.synlige_for(request.user).select_related("aftale")
    return hent(
        synlige.filter(aftale__in=Aftale.objects.synlige_for(request.user)),
        request,
        "indsatser.rediger_visning",
        pk=pk,
    )


def _vis(request: Anmodning, form: PortefoeljevisningForm, titel: str, tilbage: str) -> HttpResponse:
    kontekst = {
        "form": form,
        "titel": titel,
        "tilbage": tilbage,
        "visning": form.instance,
        "sti": _sti(form.instance.aftale),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/portefoeljevisning/form.html", kontekst, status=status)


def _adresse(visning: Portefoeljevisning) -> str:
    return reverse(
        "indsatser:portefoelje-aftale", args=[visning.aftale.slug], query=QueryDict(visning.forespoergsel) or None
    )


def _sti(aftale: Aftale) -> list[tuple[str, str]]:
    return [
        (str(aftale), aftale.get_absolute_url()),
        ("Portefølje", reverse("indsatser:portefoelje-aftale", args=[aftale.slug])),
    ]
