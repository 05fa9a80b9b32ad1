"""A pool as a spreadsheet."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from indsatser.queries.puljeark import puljeark
from indsatser.queries.puljeside import laes_puljeside
from indsatser.views.pulje import hent_pulje
from sundhedsaftale.faelles.dansk import adresseord, dato
from sundhedsaftale.faelles.download import arksvar, kraev_arkendelse


@require_safe
def pulje_fil(request: HttpRequest, pk: int, endelse: str) -> HttpResponse:
    pulje = hent_pulje(request, pk)
    kraev_arkendelse(endelse)
    note = f"{pulje.aftale}. Hentet {dato(timezone.localdate())} fra Sundhedsaftaleportalen. {pulje.kilde}".strip()
    ark = puljeark(laes_puljeside(pulje, bruger=request.user), note=note)
    return arksvar(ark, adresseord(str(pulje), 80) or "pulje", endelse)
