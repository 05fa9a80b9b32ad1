"""A pool as a spreadsheet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from indsatser.queries.puljeark import puljeark
from indsatser.queries.puljeside import laes_puljeside
from indsatser.views.pulje import hent_pulje
from sundhedsaftale.faelles.dansk import adresseord, dato
from sundhedsaftale.faelles.download import TYPER
from sundhedsaftale.faelles.regnearkskrivning import som_csv, som_xlsx

_SKRIVERE = {"xlsx": som_xlsx, "csv": som_csv}


@require_safe
def pulje_fil(request: HttpRequest, pk: int, endelse: str) -> HttpResponse:
    pulje = hent_pulje(request, pk)
    if endelse not in _SKRIVERE:
        raise Http404
    note = f"{pulje.aftale}. Hentet {dato(timezone.localdate())} fra Sundhedsaftaleportalen. {pulje.kilde}".strip()
    ark = puljeark(laes_puljeside(pulje, bruger=request.user), note=note)
    svar = HttpResponse(_SKRIVERE[endelse](ark), content_type=TYPER[f".{endelse}"])
    filnavn = adresseord(str(pulje), 80) or "pulje"
    svar["Content-Disposition"] = f'attachment; filename="{filnavn}.{endelse}"'
    svar["X-Content-Type-Options"] = "nosniff"
    return svar
