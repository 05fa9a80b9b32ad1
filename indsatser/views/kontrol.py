"""The secretariat's control page: what to mend, and what is seen and may stand."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from indsatser.domain.kontrolsvar import fjern_udenfor, fortryd_svar, svar_paa_fund
from indsatser.forms.kontrol import KontrolsvarForm, UdenforForm
from indsatser.models import Kontrolsvar, Portefoeljepost
from indsatser.queries.kontrol.fund import Fundslags
from indsatser.queries.kontrol.optaelling import gem_optaellinger
from indsatser.queries.kontrol.side import SLAGS, Fundgruppe, laes_kontrol
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.dansk import opremset
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_RET = "indsatser.rediger_portefoelje"
_EFTER_NOEGLE = {slags.noegle: slags for slags in SLAGS}


@dataclass(frozen=True, slots=True)
class Gruppe:
    """A group of findings with the form that answers them."""

    fund: Fundgruppe
    form: KontrolsvarForm


@login_uden_tab
@require_http_methods(["GET", "POST"])
def kontrol(request: Anmodning, slug: str) -> HttpResponse:
    """Everything found; a POST answers some findings of one kind."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    kun = _valgt(request.GET.get("slags", ""))
    side = laes_kontrol(aftale, dag=timezone.localdate(), kun=kun)
    gem_optaellinger({aftale.pk: side.i_alt})
    data = aabn_kladde(request)
    svares = _EFTER_NOEGLE.get(data.get("slags", "")) if data is not None else None
    grupper = [
        Gruppe(
            gruppe,
            KontrolsvarForm(data if gruppe.slags == svares else None, slags=gruppe.slags, aabne=gruppe.aabne),
        )
        for gruppe in side.grupper
    ]
    besvaret = next((gruppe.form for gruppe in grupper if gruppe.fund.slags == svares), None)
    if request.method == "POST" and besvaret is not None and besvaret.is_valid():
        svar = besvaret.cleaned_data
        try:
            givne = svar_paa_fund(aftale, svar["fund"], begrundelse=svar["begrundelse"], bruger=request.user)
        except Regelbrud as brud:
            besvaret.add_error(None, str(brud))
        else:
            messages.success(request, f"{len(givne)} fund er besvaret og foldet væk under de åbne.")
            return redirect(request.get_full_path())
    kontekst = {
        "aftale": aftale,
        "side": side,
        "grupper": grupper,
        "kun": kun,
        "sti": [(str(aftale), aftale.get_absolute_url())],
    }
    return render(request, "indsatser/kontrol/list.html", kontekst, status=422 if request.method == "POST" else 200)


@login_required
@require_POST
def kontrolsvar_fortryd(request: Anmodning, pk: int) -> HttpResponse:
    svar = get_object_or_404(Kontrolsvar, pk=pk)
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, pk=svar.aftale_id)
    fortryd_svar(svar, bruger=request.user)
    messages.success(request, "Svaret er fortrudt, og fundet er åbent igen.")
    return redirect(reverse("indsatser:kontrol", args=[aftale.slug]))


@login_uden_tab
@require_http_methods(["GET", "POST"])
def post_udenfor(request: Anmodning, pk: int) -> HttpResponse:
    """Take away a row's X in years outside the agreement."""
    poster = Portefoeljepost.objects.synlige_for(request.user).select_related("indsats__aftale", "organ")
    post = hent(poster, request, _RET, pk=pk)
    aftale = post.indsats.aftale
    tilbage = reverse("indsatser:kontrol", args=[aftale.slug])
    form = UdenforForm(aabn_kladde(request))
    if request.method == "POST" and form.is_valid():
        try:
            aar = fjern_udenfor(post, begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"X er fjernet i {opremset([str(et) for et in aar])}.")
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "post": post,
        "aar": opremset([str(traek.aar) for traek in post.traek.filter(planlagt=True).exclude(aar__in=aftale.aar)]),
        "tilbage": tilbage,
        "sti": [(str(aftale), aftale.get_absolute_url()), ("Kontrol", tilbage)],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/kontrol/udenfor.html", kontekst, status=status)


def _valgt(noegle: str) -> Fundslags | None:
    if noegle and noegle not in _EFTER_NOEGLE:
        raise Http404
    return _EFTER_NOEGLE.get(noegle)
