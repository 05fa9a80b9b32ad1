from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from rapportering.domain.statuslinje import bekraeft_statuslinje, skriv_statuslinje
from rapportering.forms.statuslinje import StatuslinjeForm, StatuslinjeKontrolForm
from rapportering.models import Statuslinje, Statusrapport
from rapportering.queries.statuslinje import Nabolinjer, laes_nabolinjer
from rapportering.views.statusrapport import hent_rapport, sti_til
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.autogem import Gemt, gem_kladde
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

_SKABELON = "rapportering/statuslinje/form.html"
_STADIG_KOPI = "Teksten er stadig kopieret fra sidste status. Ret den, eller vælg »Ingen ændring siden sidst«."
_FORAELDET = "En anden har gemt ændringer i indsatsen. Vælg Gem for at se begge tekster."


@login_uden_tab
@require_http_methods(["GET", "POST"])
def statuslinje_update(request: Anmodning, rapport_pk: int, pk: int) -> HttpResponse:
    """The line's form; htmx posts to it while it is being written, and gets the status line alone."""
    rapport = hent_rapport(request, rapport_pk, "rapportering.skriv_statusrapport")
    linje = get_object_or_404(rapport.linjer.select_related("statusrapport", "indsats"), pk=pk)
    if request.method == "POST" and request.headers.get("HX-Request"):
        return _gem_kladde(request, linje)
    if not rapport.er_skrivbar and request.method == "GET":
        return redirect(rapport)
    if request.method == "GET" and "kontrol" in request.GET:
        return _vis(request, rapport, linje, StatuslinjeKontrolForm.for_linje(linje), status=200)
    form = StatuslinjeForm(aabn_kladde(request), instance=linje)
    if request.method == "GET" or not form.is_valid():
        return _vis(request, rapport, linje, form, status=200 if request.method == "GET" else 422)
    gem = bekraeft_statuslinje if request.POST.get("handling") == "ingen_aendring" else skriv_statuslinje
    try:
        gemt = gem(form.save(commit=False), bruger=request.user)
    except Regelbrud as fejl:
        form.add_error(None, f"{fejl} Din tekst er ikke gemt; kopiér den herfra, hvis du vil beholde den.")
        return _vis(request, rapport, linje, form, status=409)
    except Versionskonflikt:
        return vis_konflikt(request, form=form, objekt=linje, titel=str(linje), tilbage=rapport.get_absolute_url())
    if gemt.kopieret:
        messages.warning(request, f"{linje}: {_STADIG_KOPI}")
    else:
        messages.success(request, f"{linje} er gemt.")
    return redirect(_videre(request, rapport, laes_nabolinjer(linje)))


def _gem_kladde(request: Anmodning, linje: Statuslinje) -> HttpResponse:
    form = StatuslinjeForm(request.POST, instance=linje)

    def gem() -> Gemt:
        gemt = skriv_statuslinje(form.save(commit=False), bruger=request.user)
        return Gemt(
            [StatuslinjeForm(instance=gemt)["version"]], tomme=() if gemt.kopieret else ("kopieret", "bekraeft")
        )

    return gem_kladde(request, form, gem, foraeldet=_FORAELDET)


def _vis(
    request: Anmodning, rapport: Statusrapport, linje: Statuslinje, form: StatuslinjeForm, *, status: int
) -> HttpResponse:
    return render(
        request,
        _SKABELON,
        {
            "rapport": rapport,
            "linje": linje,
            "form": form,
            "naboer": laes_nabolinjer(linje),
            "sti": sti_til(rapport),
        },
        status=status,
    )


def _videre(request: Anmodning, rapport: Statusrapport, naboer: Nabolinjer) -> str:
    if request.POST.get("handling") == "gem":
        return rapport.get_absolute_url()
    return naboer.naeste_url
