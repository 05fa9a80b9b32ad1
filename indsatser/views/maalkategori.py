"""The headings that targets of several agreements stand under: read them, keep them."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse, reverse_lazy
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.forms.maalkategori import MaalkategoriForm
from indsatser.models import Maalkategori
from indsatser.queries.maalkategori import laes_kategoriens_maal, laes_samlinger
from indsatser.views.maalformular import Formularside, svar_formular
from sundhedsaftale.faelles.historik import begrundet, historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_RET = "indsatser.rediger_maalkategori"
_STI = [("Målkategorier", reverse_lazy("indsatser:maalkategori-list"))]


@require_safe
def maalkategori_list(request: HttpRequest) -> HttpResponse:
    kontekst = {"samlinger": laes_samlinger(request.user), "kan_rettes": request.user.has_perm(_RET)}
    return render(request, "indsatser/maalkategori/list.html", kontekst)


@require_safe
def maalkategori_detail(request: HttpRequest, pk: int) -> HttpResponse:
    kategori = get_object_or_404(Maalkategori.objects.select_related("region"), pk=pk)
    kan_rettes = request.user.has_perm(_RET)
    kontekst = {
        "kategori": kategori,
        "maal": laes_kategoriens_maal(kategori, bruger=request.user),
        "kan_rettes": kan_rettes,
        "historik": historik_for(kategori) if kan_rettes else [],
        "sti": _STI,
    }
    return render(request, "indsatser/maalkategori/detail.html", kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maalkategori_create(request: HttpRequest) -> HttpResponse:
    _kraev_adgang(request)
    return _svar(request, Maalkategori(), "Ny målkategori", reverse("indsatser:maalkategori-list"))


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maalkategori_update(request: HttpRequest, pk: int) -> HttpResponse:
    _kraev_adgang(request)
    kategori = get_object_or_404(Maalkategori, pk=pk)
    return _svar(request, kategori, "Rediger målkategori", kategori.get_absolute_url())


def _svar(request: HttpRequest, kategori: Maalkategori, titel: str, tilbage: str) -> HttpResponse:
    form = MaalkategoriForm(aabn_kladde(request), instance=kategori)
    side = Formularside(
        titel=titel,
        manchet="En kategori kan bruges af alle regioner. Ordlyden skal have en kilde.",
        knap="Gem målkategori",
        tilbage=tilbage,
        sti=[(navn, str(url)) for navn, url in _STI],
    )

    def gem() -> str:
        begrundet(form.instance, form.cleaned_data["begrundelse"])
        return f"{form.save().kaldes} er gemt."

    return svar_formular(request, form, side, gem, kategori)


def _kraev_adgang(request: HttpRequest) -> None:
    if not request.user.has_perm(_RET):
        raise PermissionDenied
