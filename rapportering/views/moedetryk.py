"""A meeting's agenda, minutes and packet as PDF: ordered, watched and fetched."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_http_methods, require_safe

from organisering.models import Moede
from organisering.views.moedeside import hent_moede, sti_til_moede
from rapportering.domain.moedetryk import bestil_moedetryk, hent_offentligt_tryk
from rapportering.domain.tryk import opgiv_forsinkede
from rapportering.models import Moedetryk
from rapportering.queries.moedetryk import maa_laese_tryk, offentlig_udgave, udgave_for
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.download import filsvar
from sundhedsaftale.faelles.fejl import Regelbrud


@login_required
@require_http_methods(["GET", "POST"])
def moedetryk_bestil(request: Anmodning, uuid: UUID, slags: str) -> HttpResponse:
    """Order the version that the reader may see; the same version made before is handed out as it is."""
    moede = hent_moede(request, uuid)
    udgave = udgave_for(moede, slags, request.user)
    if slags not in Moedetryk.Slags.values or udgave is None:
        raise Http404
    if request.method == "GET":  # a login that ran out leads here; the button stands on the meeting's page
        return redirect(moede)
    try:
        return redirect(bestil_moedetryk(moede, slags, udgave, bruger=request.user))
    except Regelbrud as fejl:
        messages.error(request, str(fejl))
        return redirect(moede)


@require_safe
def moedetryk_detail(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The page, and for htmx its changing part; 204 while there is nothing new to say."""
    tryk = _hent_tryk(request, uuid)
    opgiv_forsinkede(Moedetryk)
    tryk.refresh_from_db(fields=["tilstand", "fejltekst"])
    kontekst = {"tryk": tryk, "moede": tryk.moede, "sti": sti_til_moede(tryk.moede)}
    if not request.headers.get("HX-Request"):
        return render(request, "rapportering/moedetryk/detail.html", kontekst)
    if tryk.er_i_gang and request.GET.get("kendt") == str(tryk.fremdrift):
        return HttpResponse(status=204)
    return render(request, "rapportering/moedetryk/detail.html#fremdrift", kontekst)


@require_safe
def moedetryk_pdf(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The members' file. A public one is fetched where it always stands, so that nobody reads an older version."""
    tryk = _hent_tryk(request, uuid)
    if tryk.offentlig:
        return redirect("rapportering:moedetryk-offentlig", uuid=tryk.moede.uuid, slags=tryk.slags)
    return _fil(request, tryk, "private, no-store")


@require_safe
def moedetryk_offentlig(request: HttpRequest, uuid: UUID, slags: str) -> HttpResponseBase:
    """The public document of the meeting as it is now, ordered by whoever asks first; the same for everybody."""
    moede = hent_moede(request, uuid)
    udgave = offentlig_udgave(moede, slags)
    if slags not in Moedetryk.Slags.values or udgave is None:
        raise Http404
    tryk = hent_offentligt_tryk(moede, slags, udgave)
    if tryk.tilstand != Moedetryk.Tilstand.FAERDIG:
        return redirect(tryk)
    return _fil(request, tryk, "public, no-cache")


def _hent_tryk(request: HttpRequest, uuid: UUID) -> Moedetryk:
    synlige = Moedetryk.objects.filter(moede__in=Moede.objects.synlige_for(request.user))
    tryk = hent(
        synlige.select_related("moede__organ__region").prefetch_related("moede__faelles_med").defer("html", "snapshot"),
        request,
        uuid=uuid,
    )
    if not maa_laese_tryk(tryk, request.user):
        raise Http404
    return tryk


def _fil(request: HttpRequest, tryk: Moedetryk, gemmes: str) -> HttpResponseBase:
    etag = f'"{tryk.sha256}"'
    svar: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if not isinstance(svar, HttpResponseNotModified):
        svar = filsvar(tryk.pdf, _filnavn(tryk))
    svar["ETag"] = etag
    svar["Cache-Control"] = gemmes
    return svar


def _filnavn(tryk: Moedetryk) -> str:
    udgave = "" if tryk.offentlig else " - medlemmernes udgave"
    return f"{tryk.get_slags_display()} {tryk.moede.organ.kaldes} {tryk.moede.dag:%Y-%m-%d}{udgave}.pdf"
