"""The portfolio of an agreement and of a body, and the whole grid of a body."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.celle import gem_gitter
from indsatser.forms.celle import CelleForm
from indsatser.forms.gitter import GitterForm
from indsatser.forms.portefoeljefilter import PortefoeljefilterForm
from indsatser.models import Portefoeljepost, Risikogruppe
from indsatser.queries.afsnit import Portefoelje
from indsatser.queries.portefoelje import laes_aftalens_portefoelje, laes_organets_portefoelje
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt
from sundhedsaftale.faelles.sporet import Sporet


@require_safe
def portefoelje_aftale(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole agreement, body by body."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    organer = Organ.objects.synlige_for(request.user)
    form = PortefoeljefilterForm(
        request.GET,
        aar=aftale.aar,
        risikogrupper=aftale.risikogrupper.all(),
        organer=organer.filter(poster__indsats__aftale=aftale).distinct(),
    )
    portefoelje = laes_aftalens_portefoelje(aftale, organer, form.filter)
    kontekst = {
        "aftale": aftale,
        "titel": "Portefølje",
        "undertitel": str(aftale),
        "sti": [("Aftaler", reverse("organisering:aftale-list")), (str(aftale), aftale.get_absolute_url())],
    }
    return _vis(request, form, portefoelje, kontekst, kan_rettes=request.user.has_perm(_RET, aftale))


@require_safe
def portefoelje_organ(request: HttpRequest, slug: str) -> HttpResponse:
    """One body, agreement by agreement."""
    organ = hent(Organ.objects.synlige_for(request.user).select_related("spejler"), request, slug=slug)
    aftaler = Aftale.objects.synlige_for(request.user).filter(region=organ.region_id)
    form = PortefoeljefilterForm(
        request.GET,
        aar=sorted({aar for aftale in aftaler for aar in aftale.aar}),
        risikogrupper=Risikogruppe.objects.filter(aftale__in=aftaler),
    )
    portefoelje = laes_organets_portefoelje(organ, aftaler, Organ.objects.synlige_for(request.user), form.filter)
    kontekst = {
        "organ": organ,
        "titel": "Portefølje",
        "undertitel": str(organ),
        "sti": [("Organer", reverse("organisering:organ-list")), (str(organ), organ.get_absolute_url())],
    }
    kan_rettes = organ.spejler is None and request.user.has_perm(_RET, organ)
    return _vis(request, form, portefoelje, kontekst, kan_rettes=kan_rettes)


_RET = "indsatser.rediger_portefoelje"


def _vis(
    request: HttpRequest,
    form: PortefoeljefilterForm,
    portefoelje: Portefoelje,
    kontekst: dict[str, Any],
    *,
    kan_rettes: bool,
) -> HttpResponse:
    return render(
        request,
        "indsatser/portefoelje/detail.html",
        {
            **kontekst,
            "filterform": form,
            "portefoelje": portefoelje,
            "kan_rettes": kan_rettes,
            "celleform": CelleForm(
                aar=0,
                initial={"viste": " ".join(map(str, portefoelje.poster)), "naeste": request.get_full_path()},
            ),
        },
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def portefoelje_rediger(request: HttpRequest, slug: str) -> HttpResponse:
    """All rows and years of a body in one form with one button."""
    organ = hent(Organ.objects.synlige_for(request.user).select_related("spejler"), request, _RET, slug=slug)
    poster = (
        Portefoeljepost.objects.synlige_for(request.user)
        .filter(organ=organ)
        .select_related("indsats__aftale")
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
