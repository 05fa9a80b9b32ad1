"""A body's meetings: the list, planning one, moving it and calling it off."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_safe

from organisering.domain.moede import aflys_moede, gem_moede
from organisering.forms.moede import AflysForm, MoedeForm
from organisering.forms.moedeaar import laes_aar
from organisering.models import Moede, Organ
from organisering.queries.moede import forslag_til_moede, laes_moede_foer
from organisering.queries.moedeplan import forlaengelser_af, fristtekst, laes_moedeliste
from organisering.views.moedeside import hent_moede, sti_til_moede
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt


@require_safe
def moede_list(request: HttpRequest, slug: str) -> HttpResponse:
    organ = hent(Organ.objects.synlige_for(request.user), request, slug=slug)
    liste = laes_moedeliste(organ, bruger=request.user, aar=laes_aar(request.GET.get("aar")))
    adresse = reverse("organisering:moede-list", args=[organ.slug])
    faner = [("Kommende", adresse, not liste.aar)]
    faner += [(str(aar), f"{adresse}?aar={aar}", aar == liste.aar) for aar in liste.alle_aar]
    kontekst = {"organ": organ, "liste": liste, "adresse": adresse, "faner": faner, "sti": sti_til_organet(organ)}
    return render(request, "organisering/moede/list.html", kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def moede_create(request: Anmodning, slug: str) -> HttpResponse:
    organ = hent_planlagt_organ(request, slug)
    efter = laes_moede_foer(organ, request.GET.get("efter"), bruger=request.user)
    forslag = forslag_til_moede(organ, efter=efter)
    form = MoedeForm(aabn_kladde(request), instance=Moede(organ=organ), initial=forslag, bruger=request.user)
    if request.method == "POST" and form.is_valid() and _gem(request, form):
        moede = form.instance
        messages.success(request, f"Mødet {dato(moede.dag)} {moede.klokken} er planlagt. {fristtekst(moede)}")
        _sig_forlaengelser(request, moede)
        return redirect(moede)
    kontekst = {"form": form, "organ": organ, "efter": efter, "sti": sti_til_moeder(organ)}
    return _vis(request, "organisering/moede/create.html", kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def moede_update(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.planlaeg_moede")
    titel, foer, sti = str(moede), moede.starter, sti_til_moede(moede)
    form = MoedeForm(aabn_kladde(request), instance=moede, bruger=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            gemt = _gem(request, form)
        except Versionskonflikt:
            return vis_konflikt(
                request,
                form=form,
                objekt=moede,
                titel=titel,
                tilbage=moede.get_absolute_url(),
                raekker=form.ombas(),
            )
        if gemt:
            flyttet = f"Mødet er flyttet til {dato(moede.dag)} {moede.klokken}. {fristtekst(moede)}"
            messages.success(request, "Mødet er gemt." if moede.starter == foer else flyttet)
            _sig_forlaengelser(request, moede)
            return redirect(moede)
    return _vis(request, "organisering/moede/update.html", {"form": form, "moede": moede, "titel": titel, "sti": sti})


@login_uden_tab
@require_http_methods(["GET", "POST"])
def moede_aflys(request: Anmodning, uuid: UUID) -> HttpResponse:
    moede = hent_moede(request, uuid, "organisering.planlaeg_moede")
    form = AflysForm(aabn_kladde(request))
    if request.method == "POST" and form.is_valid():
        try:
            aflys_moede(moede, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"Mødet {dato(moede.dag)} {moede.klokken} er aflyst.")
            return redirect(moede)
    return _vis(request, "organisering/moede/aflys.html", {"form": form, "moede": moede, "sti": sti_til_moede(moede)})


def hent_planlagt_organ(request: HttpRequest, slug: str) -> Organ:
    """A body whose meetings the user plans."""
    organer = Organ.objects.synlige_for(request.user).select_related("region")
    return hent(organer, request, "organisering.planlaeg_moede", slug=slug)


def sti_til_organet(organ: Organ) -> list[tuple[str, str]]:
    return [("Organer", reverse("organisering:organ-list")), (organ.kaldes, organ.get_absolute_url())]


def sti_til_moeder(organ: Organ) -> list[tuple[str, str]]:
    return [*sti_til_organet(organ), ("Møder", reverse("organisering:moede-list", args=[organ.slug]))]


def _gem(request: Anmodning, form: MoedeForm) -> bool:
    data = form.cleaned_data
    try:
        gem_moede(
            form.instance,
            faelles_med=data["faelles_med"],
            med=data["med"],
            bruger=request.user,
            begrundelse=data["begrundelse"],
        )
    except Regelbrud as brud:
        form.add_error(None, str(brud))
        return False
    return True


def _sig_forlaengelser(request: Anmodning, moede: Moede) -> None:
    for forlaengelse in forlaengelser_af(moede, bruger=request.user):
        adresse = reverse("organisering:moede-create", args=[forlaengelse.organ.slug], query={"efter": moede.uuid})
        messages.info(
            request,
            format_html(
                '{} mødes i forlængelse af {}. <a href="{}">Planlæg mødet samme dag</a>.',
                forlaengelse.organ.kaldes,
                moede.organ.kaldes,
                adresse,
            ),
        )


def _vis(request: HttpRequest, skabelon: str, kontekst: dict[str, Any]) -> HttpResponse:
    return render(request, skabelon, kontekst, status=422 if request.method == "POST" else 200)
