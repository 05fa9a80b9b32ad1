"""The cells that this user toggled last, kept in the session, and taking them back one by one."""

from typing import NamedTuple

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from indsatser.domain.celle import saet_aar
from indsatser.models import Portefoeljepost
from indsatser.queries.celle import Celle
from indsatser.views.naeste import naeste
from organisering.models import Dagsordenspunkt
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

_NOEGLE = "portefoelje_fortryd"
FLEST = 20


class Fortrydelse(NamedTuple):
    """`kode` is the state before, on top of the version that the change left; `punkt` the decision it rested on."""

    post: int
    aar: int
    kode: str
    punkt: int | None
    titel: str


def husk(request: HttpRequest, post: Portefoeljepost, celle: Celle, punkt: int | None) -> None:
    """Remember how a cell that was just saved is put back."""
    ny = Fortrydelse(post.pk, celle.aar, celle.oensket, punkt, post.indsats.titel)
    request.session[_NOEGLE] = [*request.session.get(_NOEGLE, []), list(ny)][-FLEST:]


def seneste(request: HttpRequest) -> Fortrydelse | None:
    """What would be undone now."""
    gemte = request.session.get(_NOEGLE)
    return Fortrydelse(*gemte[-1]) if gemte else None


@require_POST
def celle_fortryd(request: HttpRequest) -> HttpResponse:
    """Put the cell toggled last back as it was, unless somebody has changed it since."""
    tilbage = naeste(request) or reverse("forside")
    if not request.user.is_authenticated:
        return redirect_to_login(tilbage)
    sidste = seneste(request)
    if sidste is None:
        messages.info(request, "Der er ikke mere at fortryde.")
        return redirect(tilbage)
    request.session[_NOEGLE] = request.session[_NOEGLE][:-1]
    post = hent(
        Portefoeljepost.objects.synlige_for(request.user).select_related("indsats__aftale", "organ"),
        request,
        "indsatser.rediger_portefoelje",
        pk=sidste.post,
    )
    punkt = Dagsordenspunkt.objects.filter(pk=sidste.punkt).first() if sidste.punkt else None
    navn = f"{sidste.aar} for {post.indsats.titel}"
    try:
        saet_aar(post, Celle.fra_kode(sidste.aar, sidste.kode), begrundelse="Fortrudt", besluttet_i=punkt)
    except Versionskonflikt:
        messages.error(request, f"{navn} kan ikke fortrydes: en anden har ændret feltet siden.")
    except Regelbrud as brud:
        messages.error(request, str(brud))
    else:
        messages.success(request, f"Fortrudt: {navn} er som før.")
    return redirect(f"{tilbage}#c{post.pk}-{sidste.aar}")
