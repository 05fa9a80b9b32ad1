from dataclasses import dataclass

from django.urls import reverse

from rapportering.models import Statuslinje


@dataclass(frozen=True)
class Nabolinjer:
    """Where a line stands in its report; the check page follows the last one."""

    nummer: int
    ialt: int
    naeste: Statuslinje | None
    naeste_url: str


def laes_nabolinjer(linje: Statuslinje) -> Nabolinjer:
    linjer = list(Statuslinje.objects.filter(statusrapport=linje.statusrapport_id))
    plads = linjer.index(linje)
    naeste = linjer[plads + 1] if plads + 1 < len(linjer) else None
    return Nabolinjer(
        nummer=plads + 1,
        ialt=len(linjer),
        naeste=naeste,
        naeste_url=naeste.get_absolute_url()
        if naeste
        else reverse("rapportering:statusrapport-kontrol", args=[linje.statusrapport_id]),
    )
