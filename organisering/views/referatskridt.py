"""The steps of the minutes: each asks first, is taken on what was read, and leads back to the meeting."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from organisering.domain.referat import (
    UfaerdigePunkter,
    afhold_moede,
    punkter_uden_ordlyd,
    returner_referat,
    tavse_punkter,
    udgiv_referat,
    udsend_referat,
)
from organisering.forms.referat import ReferatreturForm, ReferatskridtForm, UdgivReferatForm
from organisering.models import Moede
from organisering.queries.dagsordensudgave import fingeraftryk
from organisering.queries.indblik import OFFENTLIGT_REFERAT
from organisering.queries.moedebillede import laes_moedebillede
from organisering.queries.referat import laes_referat
from organisering.queries.referatgodkendelse import laes_godkendelser
from organisering.views.moedeside import hent_moede, sti_til_moede
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

Skridt = Callable[[Moede], object]


@login_uden_tab
@require_http_methods(["GET", "POST"])
def moede_afhold(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    return tag_skridt(
        request,
        moede,
        ReferatskridtForm(aabn_kladde(request), moede=moede),
        lambda som_laest: afhold_moede(som_laest, bruger=request.user),
        fra=Moede.Tilstand.DAGSORDEN_UDSENDT,
        skabelon="organisering/referat/afhold.html",
        her="Begynd referatet",
        tak="Deltagerlisten er dannet. Skriv fremmøde og beslutninger herunder.",
        videre="organisering:referat",
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def referat_udsend(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    billede = laes_referat(moede)
    return tag_skridt(
        request,
        moede,
        ReferatskridtForm(aabn_kladde(request), moede=moede),
        lambda som_laest: udsend_referat(som_laest, bruger=request.user),
        fra=Moede.Tilstand.AFHOLDT,
        skabelon="organisering/referat/udsend.html",
        her="Send referatet ud",
        tak="Referatet er sendt ud til medlemmerne og venter på formændenes godkendelse.",
        tavse=tavse_punkter(billede.punkter),
        uoplyste=billede.uoplyste,
        venter_paa=laes_godkendelser(moede).venter_paa,
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def referat_returner(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    form = ReferatreturForm(aabn_kladde(request), moede=moede)
    return tag_skridt(
        request,
        moede,
        form,
        lambda som_laest: returner_referat(
            som_laest, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"]
        ),
        fra=Moede.Tilstand.REFERAT_UDSENDT,
        skabelon="organisering/referat/returner.html",
        her="Tag referatet tilbage",
        tak="Referatet er taget tilbage og kan rettes.",
        godkendelser=laes_godkendelser(moede).godkendelser,
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def referat_udgiv(request: Anmodning, uuid: UUID) -> HttpResponse:
    """Show exactly what everybody will read, then publish it."""
    moede = hent_moede(request, uuid, "organisering.udgiv_moede")
    billede = laes_moedebillede(moede, bruger=AnonymousUser(), indblik=OFFENTLIGT_REFERAT)
    form = UdgivReferatForm(aabn_kladde(request), moede=moede, udgave=fingeraftryk(billede))
    return tag_skridt(
        request,
        moede,
        form,
        lambda som_laest: udgiv_referat(som_laest, set_udgave=form.cleaned_data["set_udgave"], bruger=request.user),
        fra=Moede.Tilstand.REFERAT_GODKENDT,
        skabelon="organisering/referat/udgiv.html",
        her="Offentliggør referatet",
        tak="Referatet er offentliggjort.",
        billede=billede,
        uden_ordlyd=punkter_uden_ordlyd(list(moede.punkter.select_related("ordlyd"))),
    )


def tag_skridt(
    request: Anmodning,
    moede: Moede,
    form: ReferatskridtForm,
    skridt: Skridt,
    *,
    fra: Moede.Tilstand,
    skabelon: str,
    her: str,
    tak: str,
    videre: str = "organisering:moede-detail",
    **indhold: Any,
) -> HttpResponse:
    """Ask before one step from the state `fra`, take it, and go on to the page that `videre` names."""
    if request.method == "GET" and (moede.tilstand != fra or moede.referat_udgivet):
        return redirect(moede)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            moede.version = form.cleaned_data["version"]
            try:
                skridt(moede)
            except UfaerdigePunkter as fejl:
                form.add_error(None, str(fejl))
            except Regelbrud as fejl:
                messages.warning(request, str(fejl))
                return redirect(moede)
            except Versionskonflikt:
                status = 409
                form.vis_igen(Moede.objects.get(pk=moede.pk))
            else:
                messages.success(request, tak)
                return redirect(videre, moede.uuid)
    kontekst = {"moede": moede, "form": form, "her": her, "sti": sti_til_moede(moede), **indhold}
    return render(request, skabelon, kontekst, status=status)
