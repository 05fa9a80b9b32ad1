"""The page on which minutes are written, during the meeting or after it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from organisering.domain.fremmoede import IKKE_HOLDT
from organisering.domain.laas import KAN_IKKE_SKRIVES
from organisering.domain.referat import tavse_punkter
from organisering.forms.beslutning import BeslutningForm
from organisering.forms.fremmoede import FremmoedeForm
from organisering.models import Moede
from organisering.queries.referat import laes_referat
from organisering.views.moedeside import hent_moede, sti_til_moede
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.kladde import login_uden_tab


@login_uden_tab
@require_safe
def referat(request: Anmodning, uuid: UUID) -> HttpResponse:
    """Attendance and every item, each a form of its own that saves itself."""
    moede = hent_moede(request, uuid, "organisering.skriv_moede")
    if moede.tilstand != Moede.Tilstand.AFHOLDT:
        messages.info(request, luk_saetning(moede))
        return redirect(moede)
    billede = laes_referat(moede)
    return render(
        request,
        "organisering/referat/detail.html",
        {
            "moede": moede,
            "fremmoede": FremmoedeForm(deltagelser=billede.deltagelser),
            "punkter": [
                (punkt, BeslutningForm(instance=punkt, deltagelser=billede.deltagelser)) for punkt in billede.punkter
            ],
            "skrevne": len(billede.punkter) - len(tavse_punkter(billede.punkter)),
            "sti": sti_til_moede(moede),
        },
    )


def luk_saetning(moede: Moede) -> str:
    """Why nothing can be written in the minutes now."""
    return KAN_IKKE_SKRIVES.get(Moede.Tilstand(moede.tilstand), IKKE_HOLDT)


def sti_til_referat(moede: Moede) -> list[tuple[str, str]]:
    """The crumbs of a page below the minutes."""
    return [*sti_til_moede(moede), ("Referat", reverse("organisering:referat", args=[moede.uuid]))]
