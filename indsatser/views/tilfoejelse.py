"""Adding to a body's portfolio: a new initiative, or one that the agreement has; `?aftale=` says which agreement."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indsatser.domain.indsats import opret_indsats
from indsatser.domain.portefoeljepost import tilfoej_post
from indsatser.forms.indsats import IndsatsForm
from indsatser.forms.portefoeljepost import TilfoejForm
from indsatser.models import Indsats, Portefoeljepost
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab


@dataclass(frozen=True, slots=True)
class Sted:
    """Where something is added; `andre` are the other agreements that the user may choose."""

    organ: Organ
    aftale: Aftale
    andre: list[Aftale]


@login_uden_tab
@require_http_methods(["GET", "POST"])
def indsats_create(request: HttpRequest, slug: str) -> HttpResponse:
    """A new initiative."""
    sted = _hent_sted(request, slug)
    form = IndsatsForm(aabn_kladde(request), instance=Indsats(aftale=sted.aftale))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            post = opret_indsats(
                form.instance,
                sted.organ,
                maalsaetninger=data["maalsaetninger"],
                risikogrupper=data.get("risikogrupper", ()),
                aar=data["aar"],
                begrundelse=data["begrundelse"],
            )
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            return _faerdig(request, post)
    return _vis(request, form, sted)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def post_create(request: HttpRequest, slug: str) -> HttpResponse:
    """An initiative that stands in other bodies already."""
    sted = _hent_sted(request, slug)
    form = TilfoejForm(aabn_kladde(request), aftale=sted.aftale, organ=sted.organ)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            post = tilfoej_post(data["indsats"], sted.organ, aar=data["aar"], begrundelse=data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            return _faerdig(request, post)
    return _vis(request, form, sted)


def _hent_sted(request: HttpRequest, slug: str) -> Sted:
    organ = hent(
        Organ.objects.synlige_for(request.user).select_related("spejler", "type"),
        request,
        "indsatser.rediger_portefoelje",
        slug=slug,
    )
    aftaler = list(Aftale.objects.redigerbare_for(request.user).filter(region=organ.region_id))
    aftale = _aftale(request, organ, aftaler)
    return Sted(organ, aftale, [en for en in aftaler if en != aftale])


def _aftale(request: HttpRequest, organ: Organ, aftaler: list[Aftale]) -> Aftale:
    """The agreement asked for, else the newest in which the body stands already, else the newest."""
    if not aftaler:
        raise Http404
    if slug := request.GET.get("aftale"):
        valgt = next((aftale for aftale in aftaler if aftale.slug == slug), None)
        if valgt is None:
            raise Http404
        return valgt
    egne = set(organ.poster.values_list("indsats__aftale_id", flat=True))
    return next((aftale for aftale in aftaler if aftale.pk in egne), aftaler[0])


def _faerdig(request: HttpRequest, post: Portefoeljepost) -> HttpResponse:
    messages.success(request, f"{post.indsats.titel} er tilføjet til porteføljen for {post.organ}.")
    return redirect("indsatser:portefoelje-organ", slug=post.organ.slug)


def _vis(request: HttpRequest, form: IndsatsForm | TilfoejForm, sted: Sted) -> HttpResponse:
    tilbage = reverse("indsatser:portefoelje-organ", args=[sted.organ.slug])
    veje = [("Ny indsats", "indsatser:indsats-create"), ("Indsats, der findes i aftalen", "indsatser:post-create")]
    adresser = [
        (tekst, reverse(navn, args=[sted.organ.slug], query={"aftale": sted.aftale.slug})) for tekst, navn in veje
    ]
    kontekst = {
        "form": form,
        "sted": sted,
        "faner": [(tekst, adresse, adresse.startswith(request.path)) for tekst, adresse in adresser],
        "tilbage": tilbage,
        "sti": [(str(sted.organ), sted.organ.get_absolute_url()), ("Portefølje", tilbage)],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/portefoelje/tilfoej.html", kontekst, status=status)
