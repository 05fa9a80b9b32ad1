"""Tasks that stand in no portfolio yet: read them, add one, place one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.uplaceret import opret_uplaceret, placer_uplaceret
from indsatser.forms.uplaceret import PlacerForm, UplaceretForm
from indsatser.models import Indsats
from indsatser.queries.modtager import laes_modtagere
from indsatser.queries.uplaceret import laes_uplacerede
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_RET = "indsatser.rediger_portefoelje"


@require_safe
def uplaceret_list(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    kontekst = {
        "aftale": aftale,
        "uplacerede": laes_uplacerede(aftale, bruger=request.user),
        "kan_rettes": request.user.has_perm(_RET, aftale),
        "sti": _sti(aftale),
    }
    return render(request, "indsatser/uplaceret/list.html", kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def uplaceret_create(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    form = UplaceretForm(aabn_kladde(request), instance=Indsats(aftale=aftale))
    if request.method == "POST" and form.is_valid():
        try:
            opret_uplaceret(form.instance, begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"{form.instance.titel} er tilføjet og venter på at blive placeret.")
            return redirect(_liste(aftale))
    return _vis(request, "form", form, aftale)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def uplaceret_placer(request: HttpRequest, pk: int) -> HttpResponse:
    """Place a task by hand; what an agenda item decides is said on the item's own page."""
    indsats = hent(Indsats.objects.synlige_for(request.user).select_related("aftale"), request, _RET, pk=pk)
    organer = laes_modtagere(indsats, request.user)
    form = PlacerForm(aabn_kladde(request), aftale=indsats.aftale, organer=organer)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            post = placer_uplaceret(indsats, data["organ"], aar=data["aar"], begrundelse=data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"{indsats} står nu i porteføljen for {post.organ}.")
            return redirect(_liste(indsats.aftale))
    return _vis(request, "placer", form, indsats.aftale, indsats)


def _vis(
    request: HttpRequest,
    skabelon: str,
    form: UplaceretForm | PlacerForm,
    aftale: Aftale,
    indsats: Indsats | None = None,
) -> HttpResponse:
    tilbage = _liste(aftale)
    kontekst = {
        "form": form,
        "aftale": aftale,
        "indsats": indsats,
        "tilbage": tilbage,
        "sti": [*_sti(aftale), ("Ikke placeret", tilbage)],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, f"indsatser/uplaceret/{skabelon}.html", kontekst, status=status)


def _liste(aftale: Aftale) -> str:
    return reverse("indsatser:uplaceret-list", args=[aftale.slug])


def _sti(aftale: Aftale) -> list[tuple[str, str]]:
    return [(str(aftale), aftale.get_absolute_url())]
