"""One cell, toggled: saved at once, and told."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from indsatser.domain.celle import saet_aar
from indsatser.forms.celle import CelleForm, Cellevalg
from indsatser.models import Portefoeljepost, Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.views.fortrydelse import husk, seneste
from indsatser.views.naeste import naeste
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.konflikt import vis_konflikt


@require_POST
def post_aar(request: HttpRequest, pk: int, aar: int) -> HttpResponse:
    """Set one year of one row to the state the button asks for."""
    if not request.user.is_authenticated:
        # The address of a cell is no page; back to the portfolio that the button stands on.
        return redirect_to_login(naeste(request) or reverse("forside"))
    post = hent(
        Portefoeljepost.objects.synlige_for(request.user).select_related("indsats__aftale", "organ"),
        request,
        "indsatser.rediger_portefoelje",
        pk=pk,
    )
    tilbage = naeste(request) or reverse("indsatser:portefoelje-organ", args=[post.organ.slug])
    form = CelleForm(request.POST, aar=aar)
    if not form.is_valid():
        fejl = " ".join(str(en) for dens in form.errors.values() for en in dens)
        return _svar(request, post, aar, fejl, 422, tilbage)
    oenske = form.cleaned_data["celle"]
    besluttet_i = Ressourcetraek.objects.filter(post=post, aar=aar).values_list("besluttet_i", flat=True).first()
    try:
        skrevet = saet_aar(post, oenske, begrundelse=form.cleaned_data["begrundelse"])
    except Regelbrud as brud:
        return _svar(request, post, aar, str(brud), 422, tilbage)
    except Versionskonflikt:
        nu = _celle(post, aar)
        if request.headers.get("HX-Request"):
            besked = (
                f"En anden har ændret {aar} for {post.indsats.titel}, siden du åbnede siden. "
                f"Det er nu {_tilstand(nu.planlagt)}. Din ændring er ikke gemt: tryk igen, hvis den skal gælde."
            )
            return _svar(request, post, aar, besked, 409, tilbage)
        return vis_konflikt(
            request,
            form=form,
            objekt=Ressourcetraek.objects.get(post=post, aar=aar),
            titel=str(post),
            tilbage=tilbage,
            raekker=[form.ombas(nu, post.indsats.titel)],
        )
    if skrevet:
        husk(request, post, _celle(post, aar), besluttet_i)
    klokken = timezone.localtime()
    besked = f"{aar} er nu {_tilstand(oenske.planlagt)} for {post.indsats.titel}. Gemt kl. {klokken:%H.%M}."
    return _svar(request, post, aar, besked, 200, tilbage)


def _svar(
    request: HttpRequest, post: Portefoeljepost, aar: int, besked: str, status: int, tilbage: str
) -> HttpResponse:
    """For htmx the cell as it stands, what can be undone and the message; otherwise back to the page."""
    if not request.headers.get("HX-Request"):
        messages.add_message(request, messages.SUCCESS if status == 200 else messages.ERROR, besked)
        return redirect(f"{tilbage}#c{post.pk}-{aar}")
    kontekst = {
        "post": post,
        "celle": _celle(post, aar) if aar in post.indsats.aftale.aar else None,
        "besked": besked,
        "fortryd": seneste(request),
        "gemt": status == 200,
    }
    return render(request, "indsatser/portefoelje/_celle.html", kontekst, status=status)


def _celle(post: Portefoeljepost, aar: int) -> Celle:
    """The cell as it is stored now."""
    return next(celle for celle in Cellevalg(post).celler if celle.aar == aar)


def _tilstand(planlagt: bool) -> str:
    return "markeret" if planlagt else "uden kryds"
