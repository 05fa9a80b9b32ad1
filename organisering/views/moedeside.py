from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from organisering.models import Moede
from organisering.queries.moedeside import laes_moedeside
from sundhedsaftale.faelles.adgang import hent


@require_safe
def moede_detail(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The meeting as its reader sees it: agenda, decisions and papers, or when it is and that nothing is published."""
    moede = hent_moede(request, uuid)
    side = laes_moedeside(moede, bruger=request.user)
    return render(
        request, "organisering/moede/detail.html", {"moede": moede, "side": side, "sti": sti_til_organ(moede)}
    )


def hent_moede(request: HttpRequest, uuid: UUID, tilladelse: str | None = None) -> Moede:
    """A meeting that the reader sees, with its bodies."""
    moeder = (
        Moede.objects.synlige_for(request.user)
        .select_related("organ__region", "organ__refererer_til")
        .prefetch_related("faelles_med", "med")
    )
    return hent(moeder, request, tilladelse, uuid=uuid)


def sti_til_organ(moede: Moede) -> list[tuple[str, str]]:
    return [("Organer", reverse("organisering:organ-list")), (moede.organ.kaldes, moede.organ.get_absolute_url())]


def sti_til_moede(moede: Moede) -> list[tuple[str, str]]:
    """The crumbs of a page below the meeting's own."""
    return [*sti_til_organ(moede), (str(moede), moede.get_absolute_url())]
