"""A målsætning: enter the agreed sentence, edit it, say what categories it stands under."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indsatser.forms.maalsaetning import MaalsaetningForm
from indsatser.models import Maalsaetning
from indsatser.views.maalformular import Formularside, sti_til_maal, svar_formular
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.historik import begrundet
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_RET = "indsatser.rediger_maal"


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maalsaetning_create(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    return _svar(request, Maalsaetning(aftale=aftale), "Ny målsætning", "Opret målsætning")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maalsaetning_update(request: HttpRequest, pk: int) -> HttpResponse:
    maalsaetninger = Maalsaetning.objects.synlige_for(request.user).select_related("aftale")
    return _svar(request, hent(maalsaetninger, request, _RET, pk=pk), "Rediger målsætning", "Gem målsætning")


def _svar(request: HttpRequest, maalsaetning: Maalsaetning, titel: str, knap: str) -> HttpResponse:
    form = MaalsaetningForm(aabn_kladde(request), instance=maalsaetning)
    aftale = maalsaetning.aftale
    side = Formularside(
        titel=titel,
        manchet=str(aftale),
        knap=knap,
        tilbage=reverse("indsatser:maaltal-list", args=[aftale.slug]),
        sti=sti_til_maal(aftale),
    )

    def gem() -> str:
        begrundet(form.instance, form.cleaned_data["begrundelse"])
        form.save()
        return "Målsætningen er gemt."

    return svar_formular(request, form, side, gem, maalsaetning)
