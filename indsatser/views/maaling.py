"""A measurement: enter it, correct it, take it away."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from indsatser.domain.maaling import slet_maaling
from indsatser.forms.maaling import MaalingForm, RetMaalingForm, SletMaalingForm
from indsatser.models import Maaling, Maaltal
from indsatser.queries.maalekilde import laes_kilder
from indsatser.views.maalformular import Formularside, sti_til_maal, svar_formular
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.historik import begrundet
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_RET = "indsatser.rediger_maal"


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maaling_create(request: HttpRequest, pk: int) -> HttpResponse:
    maaltal = _hent_maaltal(request, pk)
    maaling = Maaling(maaltal=maaltal)
    form = MaalingForm(aabn_kladde(request), instance=maaling)
    side = _side(maaltal, "Ny måling", "Gem måling")

    def gem() -> str:
        begrundet(form.instance, form.cleaned_data["begrundelse"])
        return f"Målingen for {form.save().tid} er gemt."

    return svar_formular(request, form, side, gem, maaling)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maaling_update(request: HttpRequest, pk: int) -> HttpResponse:
    maaling = _hent_maaling(request, pk)
    form = RetMaalingForm(aabn_kladde(request), instance=maaling)
    side = _side(maaling.maaltal, f"Ret målingen for {maaling.tid}", "Gem rettelsen")

    def gem() -> str:
        begrundet(form.instance, form.cleaned_data["begrundelse"])
        return f"Målingen for {form.save().tid} er rettet."

    return svar_formular(request, form, side, gem, maaling)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maaling_delete(request: HttpRequest, pk: int) -> HttpResponse:
    maaling = _hent_maaling(request, pk)
    tid = maaling.tid
    form = SletMaalingForm(aabn_kladde(request), version=maaling.version)
    side = _side(maaling.maaltal, f"Slet målingen for {tid}", "Slet målingen", farlig=True)

    def gem() -> str:
        maaling.version = form.cleaned_data["version"]
        slet_maaling(maaling, begrundelse=form.cleaned_data["begrundelse"])
        return f"Målingen for {tid} er slettet."

    return svar_formular(request, form, side, gem, maaling)


def _hent_maaltal(request: HttpRequest, pk: int) -> Maaltal:
    maaltal = Maaltal.objects.synlige_for(request.user).select_related("maalsaetning__aftale")
    return hent(maaltal, request, _RET, pk=pk)


def _hent_maaling(request: HttpRequest, pk: int) -> Maaling:
    """A measurement is found through its måltal, whose region decides."""
    maaling = hent(Maaling.objects.filter(maaltal__in=Maaltal.objects.synlige_for(request.user)), request, pk=pk)
    maaling.maaltal = _hent_maaltal(request, maaling.maaltal_id)
    return maaling


def _side(maaltal: Maaltal, titel: str, knap: str, *, farlig: bool = False) -> Formularside:
    return Formularside(
        titel=titel,
        manchet=maaltal.fuld_betegnelse,
        knap=knap,
        tilbage=maaltal.get_absolute_url(),
        sti=[*sti_til_maal(maaltal.maalsaetning.aftale), (str(maaltal), maaltal.get_absolute_url())],
        kilder=laes_kilder(maaltal),
        farlig=farlig,
    )
