"""One row of a portfolio: edit it, move it."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indsatser.domain.celle import forbillede
from indsatser.domain.indsats import gem_raekke
from indsatser.domain.portefoeljepost import flyt_post
from indsatser.forms.portefoeljepost import FlytForm
from indsatser.forms.raekke import RaekkeForm
from indsatser.models import Indsats, Portefoeljepost
from indsatser.queries.modtager import laes_modtagere
from indsatser.views.naeste import naeste
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt
from sundhedsaftale.faelles.sporet import Sporet


@login_uden_tab
@require_http_methods(["GET", "POST"])
def post_update(request: HttpRequest, pk: int) -> HttpResponse:
    post = _hent_post(request, pk)
    titel, tilbage = post.indsats.titel, naeste(request) or _portefoelje(post)
    form = RaekkeForm(aabn_kladde(request), post=post)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            skrevet = gem_raekke(
                post,
                form.instance,
                maalsaetninger=data["maalsaetninger"],
                risikogrupper=data.get("risikogrupper", ()),
                celler=form.celler,
                begrundelse=data["begrundelse"],
            )
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt as konflikt:
            uenige = form.ombas()
            return vis_konflikt(
                request,
                form=form,
                objekt=form.instance,
                titel=titel,
                tilbage=tilbage,
                raekker=uenige,
                ramt=cast(Sporet, konflikt.objekt),
            )
        else:
            messages.success(
                request, f"{post.indsats.titel} er gemt." if skrevet else "Der var ingen ændringer at gemme."
            )
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "post": post,
        "forbillede": forbillede(post),
        "titel": titel,
        "tilbage": tilbage,
        "sti": _sti(post),
    }
    return _vis(request, "form", kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def post_flyt(request: HttpRequest, pk: int) -> HttpResponse:
    post = _hent_post(request, pk)
    fra, tilbage = post.organ, _portefoelje(post)
    form = FlytForm(aabn_kladde(request), instance=post, organer=laes_modtagere(post.indsats, request.user))
    if request.method == "POST" and form.is_valid():
        til, begrundelse = form.organ_og_grund()
        post.organ = fra
        try:
            flyt_post(post, til=til, begrundelse=begrundelse)
        except Regelbrud as brud:
            form.add_error("organ", str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=post.indsats.titel, tilbage=tilbage)
        else:
            messages.success(request, f"{post.indsats.titel} er flyttet fra {fra} til {til}.")
            return redirect("indsatser:portefoelje-organ", slug=til.slug)
    post.organ = fra
    return _vis(request, "flyt", {"form": form, "post": post, "tilbage": tilbage, "sti": _sti(post)})


def _hent_post(request: HttpRequest, pk: int) -> Portefoeljepost:
    return hent(
        Portefoeljepost.objects.synlige_for(request.user)
        .select_related("indsats__aftale", "organ__spejler")
        .prefetch_related("traek"),
        request,
        "indsatser.rediger_portefoelje",
        pk=pk,
    )


def _vis(request: HttpRequest, skabelon: str, kontekst: dict[str, Any]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, f"indsatser/portefoeljepost/{skabelon}.html", kontekst, status=status)


def _sti(post: Portefoeljepost) -> list[tuple[str, str]]:
    indsats = Indsats.objects.get(pk=post.indsats_id)
    return [(f"Portefølje for {post.organ}", _portefoelje(post)), (indsats.titel, indsats.get_absolute_url())]


def _portefoelje(post: Portefoeljepost) -> str:
    return reverse("indsatser:portefoelje-organ", args=[post.organ.slug])
