from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from rapportering.domain.statusrapport import (
    UfaerdigeLinjer,
    godkend_statusrapport,
    indsend_statusrapport,
    returner_statusrapport,
    underskriv_statusrapport,
)
from rapportering.forms.statusrapport import IndsendForm, ReturForm, SkridtForm, UnderskriftForm
from rapportering.models import Statusrapport
from rapportering.queries.statusforloeb import laes_forloeb, uden_begrundelser
from rapportering.queries.statusrapport import laes_rapport, laes_rapporter
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_AENDRET = "Rapporten er ændret, siden du åbnede siden. Læs den igen, før du går videre."


def hent_rapport(request: Anmodning, pk: int, tilladelse: str | None = None) -> Statusrapport:
    return hent(Statusrapport.objects.synlige_for(request.user).select_related("organ"), request, tilladelse, pk=pk)


def sti_til(rapport: Statusrapport) -> list[tuple[str, str]]:
    """Return the breadcrumbs down to the report."""
    return [("Status", reverse("rapportering:statusrapport-list")), (str(rapport), rapport.get_absolute_url())]


@login_required
@require_safe
def statusrapport_list(request: Anmodning) -> HttpResponse:
    rapporter = laes_rapporter(Statusrapport.objects.synlige_for(request.user))
    return render(request, "rapportering/statusrapport/list.html", {"rapporter": rapporter})


@login_required
@require_safe
def statusrapport_detail(request: Anmodning, pk: int) -> HttpResponse:
    rapport = hent_rapport(request, pk)
    billede = laes_rapport(pk)
    forloeb = laes_forloeb(rapport)
    maa_se_internt = request.user.has_perm("rapportering.laes_internt_om_statusrapport", rapport)
    return render(
        request,
        "rapportering/statusrapport/detail.html",
        {
            "billede": billede,
            "forloeb": forloeb if maa_se_internt else uden_begrundelser(forloeb),
            "maa_se_internt": maa_se_internt,
            "skal_underskrive": billede.venter_paa(request.user),
            "sti": sti_til(rapport)[:1],
        },
    )


@login_required
@require_safe
def statusrapport_kontrol(request: Anmodning, pk: int) -> HttpResponse:
    rapport = hent_rapport(request, pk, "rapportering.skriv_statusrapport")
    if not rapport.er_skrivbar:
        return redirect(rapport)
    return _vis_kontrol(request, rapport, status=200)


@login_required
@require_http_methods(["GET", "POST"])
def statusrapport_indsend(request: Anmodning, pk: int) -> HttpResponse:
    rapport = hent_rapport(request, pk, "rapportering.indsend_statusrapport")
    if request.method == "GET":  # a login that ran out leads here; the button stands on the check page
        return redirect("rapportering:statusrapport-kontrol", pk)
    form = IndsendForm(request.POST, rapport=rapport)
    if not form.is_valid():
        messages.error(request, _AENDRET)
        return redirect("rapportering:statusrapport-kontrol", pk)
    rapport.version = form.cleaned_data["version"]
    try:
        indsend_statusrapport(rapport, bruger=request.user, linjeudgave=form.cleaned_data["linjeudgave"])
    except UfaerdigeLinjer:
        return _vis_kontrol(request, rapport, status=422)
    except Regelbrud as fejl:
        messages.info(request, str(fejl))
    except Versionskonflikt:
        messages.warning(request, _AENDRET)
        return _vis_kontrol(request, rapport, status=409)
    else:
        messages.success(request, "Rapporten er indsendt til sekretariatet med din underskrift.")
    return redirect(rapport)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def statusrapport_underskriv(request: Anmodning, pk: int) -> HttpResponse:
    rapport = hent_rapport(request, pk, "rapportering.underskriv_statusrapport")
    form = UnderskriftForm(aabn_kladde(request), rapport=rapport)
    return _tag_skridt(
        request,
        rapport,
        form,
        lambda: underskriv_statusrapport(rapport, bruger=request.user, uenighed=form.cleaned_data["uenighed"]),
        skabelon="rapportering/statusrapport/underskriv.html",
        her="Skriv under",
        tak="Du har skrevet rapporten under.",
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def statusrapport_godkend(request: Anmodning, pk: int) -> HttpResponse:
    rapport = hent_rapport(request, pk, "rapportering.godkend_statusrapport")
    return _tag_skridt(
        request,
        rapport,
        SkridtForm(aabn_kladde(request), rapport=rapport),
        lambda: godkend_statusrapport(rapport, bruger=request.user),
        skabelon="rapportering/statusrapport/godkend.html",
        her="Godkend",
        tak="Rapporten er godkendt og klar til mødet.",
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def statusrapport_returner(request: Anmodning, pk: int) -> HttpResponse:
    rapport = hent_rapport(request, pk, "rapportering.returner_statusrapport")
    form = ReturForm(aabn_kladde(request), rapport=rapport)
    return _tag_skridt(
        request,
        rapport,
        form,
        lambda: returner_statusrapport(rapport, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"]),
        skabelon="rapportering/statusrapport/returner.html",
        her="Returner",
        tak="Rapporten er returneret til gruppen.",
    )


def _vis_kontrol(request: Anmodning, rapport: Statusrapport, *, status: int) -> HttpResponse:
    billede = laes_rapport(rapport.pk)
    form = IndsendForm(rapport=billede.rapport, initial={"linjeudgave": billede.linjeudgave})
    return render(
        request,
        "rapportering/statusrapport/kontrol.html",
        {"billede": billede, "form": form, "sti": sti_til(rapport), "proevet": status != 200},
        status=status,
    )


def _tag_skridt(
    request: Anmodning,
    rapport: Statusrapport,
    form: SkridtForm,
    skridt: Callable[[], object],
    *,
    skabelon: str,
    her: str,
    tak: str,
) -> HttpResponse:
    """Ask before one step, take it, and lead back to the report; a step that may not be taken says why there."""
    if request.method == "GET" and rapport.tilstand != Statusrapport.Tilstand.INDSENDT:
        return redirect(rapport)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            rapport.version = form.cleaned_data["version"]
            try:
                skridt()
            except Regelbrud as fejl:
                messages.info(request, str(fejl))
                return redirect(rapport)
            except Versionskonflikt:
                status = 409
                form.vis_igen(Statusrapport.objects.get(pk=rapport.pk), _AENDRET)
            else:
                messages.success(request, tak)
                return redirect(rapport)
    indhold = {"billede": laes_rapport(rapport.pk), "form": form, "sti": sti_til(rapport), "her": her}
    return render(request, skabelon, indhold, status=status)
