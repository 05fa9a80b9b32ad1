"""Line one of the pages about an item or its papers."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from organisering.models import Bilag, Dagsordenspunkt, Moede
from organisering.queries.indblik import indblik_i
from organisering.views.moedeside import sti_til_moede
from sundhedsaftale.faelles.adgang import Anmodning


def hent_punkt(request: Anmodning, pk: int) -> Dagsordenspunkt:
    """An item that this user writes; unseen is 404, seen but not written is 403."""
    punkt = get_object_or_404(
        Dagsordenspunkt.objects.filter(moede__in=Moede.objects.synlige_for(request.user))
        .select_related("moede__organ__refererer_til", "moede__organ__type", "sag", "sendt_fra__moede__organ")
        .prefetch_related("moede__faelles_med"),
        pk=pk,
    )
    if not request.user.has_perm("organisering.skriv_moede", punkt.moede):
        if indblik_i(punkt.moede, request.user).dagsorden:
            raise PermissionDenied
        raise Http404
    return punkt


def hent_bilag(request: Anmodning, uuid: UUID) -> Bilag:
    """A paper of an item that this user writes."""
    bilag = get_object_or_404(Bilag, uuid=uuid)
    bilag.punkt = hent_punkt(request, bilag.punkt_id)
    return bilag


def sti_til_punkt(punkt: Dagsordenspunkt) -> list[tuple[str, str]]:
    """The crumbs of a page about an item."""
    return [*sti_til_moede(punkt.moede), (f"Pkt. {punkt.nummer}".strip(), punkt.get_absolute_url())]
