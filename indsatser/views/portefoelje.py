"""The portfolio of an agreement and of a body, and the whole grid of a body."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.celle import gem_gitter
from indsatser.forms.gitter import GitterForm
from indsatser.forms.portefoeljefilter import PortefoeljefilterForm
from indsatser.models import Portefoeljepost
from indsatser.queries.belastning import opgoer_belastning
from indsatser.queries.gitterside import laes_gitterside
from indsatser.queries.grundlag import Grundlag
from indsatser.queries.portefoelje import aftalens_portefoelje, organets_portefoelje
from indsatser.queries.portefoeljevalg import Portefoeljevalg
from indsatser.views.fortrydelse import seneste
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt
from sundhedsaftale.faelles.sporet import Sporet

_RET = "indsatser.rediger_portefoelje"


@require_safe
def portefoelje_aftale(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole agreement, body by body."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    if dag := request.GET.get("dag"):
        return redirect(reverse("indsatser:portefoelje-aftale-find", args=[slug], query={"dag": dag}))
    grundlag = Grundlag.for_aftale(aftale, request.user)
    valg = Portefoeljevalg.laes([aftale], grundlag, grundlag.med_egen_portefoelje(aftale))
    form = PortefoeljefilterForm(request.GET, valg=valg)
    kontekst = {
        "aftale": aftale,
        "titel": "Portefølje",
        "undertitel": str(aftale),
        "sti": [("Aftaler", reverse("organisering:aftale-list")), (str(aftale), aftale.get_absolute_url())],
        "portefoelje": aftalens_portefoelje(aftale, grundlag, form.filter),
        "kan_rettes": request.user.has_perm(_RET, aftale),
        "visninger": aftale.portefoeljevisninger.synlige_for(request.user).select_related("bruger__person"),
    }
    return _vis(request, form, kontekst)


@require_safe
def portefoelje_organ(request: HttpRequest, slug: str) -> HttpResponse:
    """One body, agreement by agreement."""
    organ = hent(Organ.objects.synlige_for(request.user).select_related("spejler"), request, slug=slug)
    if dag := request.GET.get("dag"):
        return redirect(reverse("indsatser:portefoelje-organ-find", args=[slug], query={"dag": dag}))
    aftaler = list(Aftale.objects.synlige_for(request.user).filter(region=organ.region_id))
    grundlag = Grundlag.for_organ(organ, aftaler, request.user)
    form = PortefoeljefilterForm(request.GET, valg=Portefoeljevalg.laes(aftaler, grundlag))
    kontekst = {
        "organ": organ,
        "titel": "Portefølje",
        "undertitel": str(organ),
        "sti": [("Organer", reverse("organisering:organ-list")), (str(organ), organ.get_absolute_url())],
        "portefoelje": organets_portefoelje(organ, grundlag, form.filter),
        "kan_rettes": request.user.has_perm(_RET, organ),
    }
    return _vis(request, form, kontekst)


def _vist(request: HttpRequest, organ: Organ | None) -> str:
    """The filter as the agreement's own page would have it."""
    vist = request.GET.copy()
    if organ is not None:
        vist["organ"] = organ.slug
    return vist.urlencode()


def sidenummer(request: HttpRequest) -> int:
    """`?side=`; what is no number is the first page."""
    nummer = request.GET.get("side", "")
    return int(nummer) if nummer.isdecimal() and len(nummer) < 9 else 1


def _vis(request: HttpRequest, form: PortefoeljefilterForm, kontekst: dict[str, Any]) -> HttpResponse:
    side = laes_gitterside(kontekst["portefoelje"], form.kolonner, request.user, side=sidenummer(request))
    faelles = {
        "filterform": form,
        "side": side,
        "beloeb_vises": any(kolonne.i_aar for kolonne in side.kolonner),
        "belastning": opgoer_belastning(kontekst["portefoelje"]),
        "bjaelkens_aftaler": list(dict.fromkeys(afsnit.aftale for afsnit in kontekst["portefoelje"].afsnit)),
        "vist": _vist(request, kontekst.get("organ")),
        "fortryd": seneste(request) if kontekst["kan_rettes"] else None,
    }
    return render(request, "indsatser/portefoelje/detail.html", {**kontekst, **faelles})


@login_uden_tab
@require_http_methods(["GET", "POST"])
def portefoelje_rediger(request: HttpRequest, slug: str) -> HttpResponse:
    """All rows and years of a body in one form with one button."""
    organ = hent(Organ.objects.synlige_for(request.user).select_related("spejler"), request, _RET, slug=slug)
    poster = (
        Portefoeljepost.objects.synlige_for(request.user)
        .filter(organ=organ)
        .select_related("indsats__aftale", "organ")
        .prefetch_related("traek")
        .order_by("-indsats__aftale__gyldig_fra", "indsats__aftale", "-indsats__slags", "raekkefoelge", "pk")
    )
    data = aabn_kladde(request)
    form = GitterForm(data, poster=poster)
    tilbage = reverse("indsatser:portefoelje-organ", args=[organ.slug])
    if request.method == "POST" and form.is_valid():
        try:
            antal = gem_gitter(form.oensker, begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt as konflikt:
            uenige = form.ombas()
            return vis_konflikt(
                request,
                form=form,
                objekt=cast(Sporet, konflikt.objekt),
                titel=f"Porteføljen for {organ}",
                tilbage=tilbage,
                raekker=uenige,
            )
        else:
            messages.success(request, _kvittering(antal))
            return redirect(tilbage)
    status = 422 if request.method == "POST" else 200
    kontekst = {
        "form": form,
        "organ": organ,
        "tilbage": tilbage,
        "sti": [(str(organ), organ.get_absolute_url()), ("Portefølje", tilbage)],
    }
    return render(request, "indsatser/portefoelje/form.html", kontekst, status=status)


def _kvittering(antal: int) -> str:
    if antal == 0:
        return "Der var ingen ændringer at gemme."
    return "1 felt er ændret og gemt." if antal == 1 else f"{antal} felter er ændret og gemt."
