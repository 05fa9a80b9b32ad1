from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisering.forms.moedeaar import laes_aar
from organisering.models import Organ, Organisation
from organisering.queries.aarshjul import Udvalg, laes_aarshjul
from sundhedsaftale.faelles.adgang import hent

_MINE = "mine"


@require_safe
def aarshjul(request: HttpRequest) -> HttpResponse:
    """The year as a calendar; every choice stands in the address."""
    i_dag = timezone.localdate()
    udvalg = _laes_udvalg(request, i_dag.year)
    hjul = laes_aarshjul(udvalg, bruger=request.user, i_dag=i_dag)
    return render(
        request, "organisering/aarshjul/detail.html", {"hjul": hjul, "udvalg": udvalg, **_naboer(request, udvalg)}
    )


def _laes_udvalg(request: HttpRequest, aar: int) -> Udvalg:
    region, organ = request.GET.get("region", ""), request.GET.get("organ", "")
    return Udvalg(
        aar=laes_aar(request.GET.get("aar")) or aar,
        region=hent(Organisation.objects.regioner(), request, pk=int(region)) if _er_noegle(region) else None,
        organ=hent(Organ.objects.synlige_for(request.user), request, slug=organ) if organ not in ("", _MINE) else None,
        mine=organ == _MINE,
        kun_moeder=request.GET.get("vis") == "moeder",
    )


def _er_noegle(tekst: str) -> bool:
    return tekst.isascii() and tekst.isdigit() and len(tekst) < 10


def _naboer(request: HttpRequest, udvalg: Udvalg) -> dict[str, str]:
    """The addresses of the year before and the year after, with the same choices."""
    naboer = {}
    for navn, aar in (("forrige", udvalg.aar - 1), ("naeste", udvalg.aar + 1)):
        valg = request.GET.copy()
        valg["aar"] = str(aar)
        naboer[navn] = f"?{valg.urlencode()}"
    return naboer
