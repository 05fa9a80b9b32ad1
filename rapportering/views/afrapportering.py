"""The report from order to edition."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from organisering.models import Aftale
from rapportering.domain.afrapportering import bestil_afrapportering, udgiv_afrapportering
from rapportering.domain.rapporthtml import rapportkontekst
from rapportering.domain.tryk import opgiv_forsinkede
from rapportering.forms.afrapportering import BestilAfrapporteringForm
from rapportering.models import Afrapportering
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

BESTIL = "rapportering.bestil_afrapportering"
UDGIV = "rapportering.udgiv_afrapportering"
STI = [("Rapporter", reverse_lazy("rapportering:afrapportering-list"))]


@require_safe
def afrapportering_list(request: HttpRequest) -> HttpResponse:
    synlige = Afrapportering.objects.synlige_for(request.user).select_related("type", "aftale")
    aar = request.GET.get("aar", "").strip()
    fundne = synlige.filter(aar=int(aar)) if aar.isdecimal() and len(aar) == 4 else synlige
    return render(
        request,
        "rapportering/afrapportering/list.html",
        {
            "udgaver": fundne.udgivne().order_by("-aar", "-udgivet").defer("html", "snapshot"),
            "kladder": fundne.filter(udgivet__isnull=True).order_by("-bestilt").defer("html", "snapshot"),
            "alle_aar": synlige.udgivne().order_by("-aar").values_list("aar", flat=True).distinct(),
            "aar": aar,
            "kan_bestille": Aftale.objects.redigerbare_for(request.user).exists(),
        },
    )


@require_safe
def afrapportering_detail(request: HttpRequest, uuid: UUID) -> HttpResponse:
    rapport = hent(Afrapportering.objects.synlige_for(request.user).defer("html"), request, uuid=uuid)
    if rapport.tilstand != Afrapportering.Tilstand.FAERDIG:
        return redirect("rapportering:afrapportering-fremdrift", uuid=rapport.uuid)
    return render(
        request,
        "rapportering/afrapportering/detail.html",
        {
            **rapportkontekst(rapport.snapshot, rapport.sha256, lambda saetning: None),
            "rapport": rapport,
            "sti": STI,
        },
    )


@require_safe
def afrapportering_pdf(request: HttpRequest, uuid: UUID) -> HttpResponseBase:
    """The file; a published one may be kept by anyone, since it never changes. Its data's hash names it."""
    rapport = hent(Afrapportering.objects.synlige_for(request.user).defer("html"), request, uuid=uuid)
    if not rapport.har_fil:
        raise Http404
    etag = f'"{rapport.sha256}"'
    svar: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if not isinstance(svar, HttpResponseNotModified):
        svar = FileResponse(rapport.pdf.open("rb"), content_type="application/pdf", filename=_filnavn(rapport))
    svar["ETag"] = etag
    svar["Cache-Control"] = "public, max-age=86400" if rapport.udgivet else "private, no-store"
    return svar


@login_uden_tab
@require_http_methods(["GET", "POST"])
def afrapportering_bestil(request: Anmodning) -> HttpResponse:
    if not Aftale.objects.redigerbare_for(request.user).exists():
        raise PermissionDenied
    form = BestilAfrapporteringForm(aabn_kladde(request), bruger=request.user, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        rapport = bestil_afrapportering(
            form.cleaned_data["rapporttype"],
            form.cleaned_data["aftale"],
            form.cleaned_data["aar"],
            bruger=request.user,
        )
        return redirect("rapportering:afrapportering-fremdrift", uuid=rapport.uuid)
    return render(request, "rapportering/afrapportering/form.html", {"form": form, "sti": STI})


@login_required
@require_GET
def afrapportering_fremdrift(request: Anmodning, uuid: UUID) -> HttpResponse:
    """The page, and for htmx its changing part; 204 while there is nothing new to say."""
    synlige = Afrapportering.objects.synlige_for(request.user).defer("html", "snapshot")
    rapport = hent(synlige, request, BESTIL, uuid=uuid)
    opgiv_forsinkede(Afrapportering)
    rapport.refresh_from_db(fields=["tilstand", "fejltekst"])
    kontekst = {"rapport": rapport, "sti": STI}
    if not request.headers.get("HX-Request"):
        return render(request, "rapportering/afrapportering/fremdrift.html", kontekst)
    if rapport.er_i_gang and request.GET.get("kendt") == str(rapport.fremdrift):
        return HttpResponse(status=204)
    return render(request, "rapportering/afrapportering/fremdrift.html#fremdrift", kontekst)


@login_required
@require_http_methods(["GET", "POST"])
def afrapportering_igen(request: Anmodning, uuid: UUID) -> HttpResponse:
    """Order the same report anew, from the figures as they are now."""
    rapport = hent(Afrapportering.objects.synlige_for(request.user), request, BESTIL, uuid=uuid)
    if request.method == "GET":  # a login that ran out leads here; the button stands on the progress page
        return redirect("rapportering:afrapportering-fremdrift", uuid=uuid)
    try:
        rapport = bestil_afrapportering(rapport.type, rapport.aftale, rapport.aar, bruger=request.user)
    except Regelbrud as fejl:  # the agreement's years may have changed since
        messages.error(request, str(fejl))
    return redirect("rapportering:afrapportering-fremdrift", uuid=rapport.uuid)


@login_required
@require_http_methods(["GET", "POST"])
def afrapportering_udgiv(request: Anmodning, uuid: UUID) -> HttpResponse:
    rapport = hent(Afrapportering.objects.synlige_for(request.user), request, UDGIV, uuid=uuid)
    if request.method == "POST":
        try:
            rapport = udgiv_afrapportering(rapport, bruger=request.user)
        except Regelbrud as fejl:
            messages.error(request, str(fejl))
        else:
            messages.success(request, f"{rapport.type} {rapport.aar} er udgivet som udgave {rapport.udgave}.")
        return redirect(rapport)
    return render(
        request,
        "rapportering/afrapportering/udgiv.html",
        {
            "rapport": rapport,
            "sti": [*STI, (str(rapport), rapport.get_absolute_url())],
            "spoergsmaal": f"Udgiv {rapport.type} {rapport.aar} som udgave {rapport.snapshot['udgave']}?",
        },
    )


def _filnavn(rapport: Afrapportering) -> str:
    udgave = f"udgave {rapport.udgave}" if rapport.udgivet else "ikke udgivet"
    return f"{rapport.type} {rapport.aar} - {rapport.aftale} - {udgave}.pdf"
