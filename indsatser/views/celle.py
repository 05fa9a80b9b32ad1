"""One cell, toggled: saved at once, and told."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from indsatser.domain.celle import saet_aar
from indsatser.forms.celle import CelleForm, Cellevalg
from indsatser.models import Portefoeljepost, Ressourcetraek
from indsatser.queries.aarssum import laes_aarssum
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.konflikt import vis_konflikt


@require_POST
def post_aar(request: HttpRequest, pk: int, aar: int) -> HttpResponse:
    """Set one year of one row to the state the button asks for."""
    if not request.user.is_authenticated:
        # The address of a cell is no page; back to the portfolio that the button stands on.
        return redirect_to_login(_sikker(request) or reverse("forside"))
    post = hent(
        Portefoeljepost.objects.synlige_for(request.user).select_related("indsats__aftale", "organ"),
        request,
        "indsatser.rediger_portefoelje",
        pk=pk,
    )
    tilbage = _sikker(request) or reverse("indsatser:portefoelje-organ", args=[post.organ.slug])
    form = CelleForm(request.POST, aar=aar)
    if not form.is_valid():
        fejl = " ".join(str(en) for dens in form.errors.values() for en in dens)
        return _svar(request, post, aar, form, fejl, 422, tilbage)
    oenske = form.cleaned_data["celle"]
    try:
        saet_aar(post, oenske, begrundelse=form.cleaned_data["begrundelse"])
    except Regelbrud as brud:
        return _svar(request, post, aar, form, str(brud), 422, tilbage)
    except Versionskonflikt:
        nu = next(celle for celle in Cellevalg(post).celler if celle.aar == aar)
        if request.headers.get("HX-Request"):
            besked = (
                f"En anden har ændret {aar} for {post.indsats.titel}, siden du åbnede siden. "
                f"Det er nu {_tilstand(nu.planlagt)}. Din ændring er ikke gemt: tryk igen, hvis den skal gælde."
            )
            return _svar(request, post, aar, form, besked, 409, tilbage)
        return vis_konflikt(
            request,
            form=form,
            objekt=Ressourcetraek.objects.get(post=post, aar=aar),
            titel=str(post),
            tilbage=tilbage,
            raekker=[form.ombas(nu, post.indsats.titel)],
        )
    klokken = timezone.localtime()
    besked = f"{aar} er nu {_tilstand(oenske.planlagt)} for {post.indsats.titel}. Gemt kl. {klokken:%H.%M}."
    return _svar(request, post, aar, form, besked, 200, tilbage)


def _svar(
    request: HttpRequest, post: Portefoeljepost, aar: int, form: CelleForm, besked: str, status: int, tilbage: str
) -> HttpResponse:
    """For htmx the cell as it stands, its sums and the message; otherwise back to the page with the message."""
    celle = next((celle for celle in Cellevalg(post).celler if celle.aar == aar), None)
    if not request.headers.get("HX-Request"):
        messages.add_message(request, messages.SUCCESS if status == 200 else messages.ERROR, besked)
        return redirect(f"{tilbage}#c{post.pk}-{aar}")
    viste = form.cleaned_data.get("viste") or [post.pk]
    return render(
        request,
        "indsatser/portefoelje/_celle.html",
        {
            "post": post,
            "celle": celle,
            "besked": besked,
            "sum": laes_aarssum(post, aar, viste),
            "sted": f"{post.indsats.aftale_id}-{post.organ_id}",
            "gemt": status == 200,
        },
        status=status,
    )


def _sikker(request: HttpRequest) -> str:
    naeste = request.POST.get("naeste", "")
    ok = url_has_allowed_host_and_scheme(naeste, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return naeste if ok and naeste.startswith("/") else ""


def _tilstand(planlagt: bool) -> str:
    return "markeret" if planlagt else "uden kryds"
