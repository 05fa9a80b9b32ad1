"""The portfolio of an agreement and of a body as a spreadsheet, with the page's filter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from indsatser.forms.portefoeljefilter import PortefoeljefilterForm
from indsatser.queries.afsnit import Portefoelje
from indsatser.queries.dataark import dataark
from indsatser.queries.grundlag import Grundlag
from indsatser.queries.portefoelje import aftalens_portefoelje, organets_portefoelje
from indsatser.queries.portefoeljevalg import Portefoeljevalg
from indsatser.queries.tillaegsark import tillaegsark
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.download import arksvar, kraev_arkendelse


@require_safe
def regneark_aftale(request: HttpRequest, slug: str, endelse: str) -> HttpResponse:
    """The whole agreement, or what the filter leaves of it; `?opstilling=data` is the layout that can be read back."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    data = _er_data(request, endelse)
    grundlag = Grundlag.for_aftale(aftale, request.user)
    valg = Portefoeljevalg.laes([aftale], grundlag, grundlag.med_egen_portefoelje(aftale))
    form = PortefoeljefilterForm(request.GET, valg=valg)
    if form.errors:
        return _til_siden(request, "indsatser:portefoelje-aftale", slug)
    portefoelje = aftalens_portefoelje(aftale, grundlag, form.filter)
    return _data(portefoelje, slug, endelse) if data else _tillaeg(portefoelje, str(aftale), slug, endelse)


@require_safe
def regneark_organ(request: HttpRequest, slug: str, endelse: str) -> HttpResponse:
    """One body, agreement by agreement."""
    organ = hent(Organ.objects.synlige_for(request.user).select_related("spejler"), request, slug=slug)
    data = _er_data(request, endelse)
    aftaler = list(Aftale.objects.synlige_for(request.user).filter(region=organ.region_id))
    grundlag = Grundlag.for_organ(organ, aftaler, request.user)
    form = PortefoeljefilterForm(request.GET, valg=Portefoeljevalg.laes(aftaler, grundlag))
    if form.errors:
        return _til_siden(request, "indsatser:portefoelje-organ", slug)
    portefoelje = organets_portefoelje(organ, grundlag, form.filter)
    return _data(portefoelje, slug, endelse) if data else _tillaeg(portefoelje, str(organ), slug, endelse)


def _til_siden(request: HttpRequest, navn: str, slug: str) -> HttpResponse:
    """A filter that does not exist is told where one can choose another."""
    return redirect(f"{reverse(navn, args=[slug])}?{request.GET.urlencode()}")


def _er_data(request: HttpRequest, endelse: str) -> bool:
    """Which layout is asked for. Raises Http404 for one that is not made, before the portfolio is read."""
    kraev_arkendelse(endelse)
    opstilling = request.GET.get("opstilling", "tillaeg")
    if opstilling not in ("tillaeg", "data"):
        raise Http404
    return opstilling == "data"


def _data(portefoelje: Portefoelje, slug: str, endelse: str) -> HttpResponse:
    return arksvar(dataark(portefoelje), f"portefoeljedata-{slug}-{timezone.localdate():%Y-%m-%d}", endelse)


def _tillaeg(portefoelje: Portefoelje, navn: str, slug: str, endelse: str) -> HttpResponse:
    note = f"Hentet {dato(timezone.localdate())} fra Sundhedsaftaleportalen. {_omfang(portefoelje)}"
    return arksvar(tillaegsark(portefoelje, titel=f"Portefølje: {navn}", note=note), f"portefoelje-{slug}", endelse)


def _omfang(portefoelje: Portefoelje) -> str:
    antal, i_alt = portefoelje.antal, portefoelje.i_alt
    return f"{antal} af {i_alt} rækker." if antal != i_alt else "1 række." if antal == 1 else f"{antal} rækker."
