"""The comparison of two versions of an agreement, as everybody reads it."""

from collections.abc import Sequence
from statistics import median
from typing import TypedDict

from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from indsatser.models import Indsats, Portefoeljepost, Portefoeljeversion, Ressourcetraek
from organisering.models import Aftale
from sundhedsaftale.tools.bench.data import find_aftale
from sundhedsaftale.tools.bench.gitter import hent, opslag
from sundhedsaftale.tools.bench.maaler import tag_tid

HVER = 10
GANGE = 5


class Sammenligningslinje(TypedDict):
    """One agreement's two versions; times in seconds."""

    indsatser: int
    kilobyte: float
    opslag: int
    median: float
    vaerst: float


def main(argumenter: Sequence[str]) -> Sammenligningslinje:
    """Change the agreement of this name between two versions, and read what differs: `sammenligning 5000`."""
    aftale = find_aftale(argumenter[0])
    return maal_sammenligning(aftale, *opret_to_versioner(aftale))


@transaction.atomic
def opret_to_versioner(aftale: Aftale) -> tuple[Portefoeljeversion, Portefoeljeversion]:
    """Name the moment, add a tenth, close a tenth, move a tenth and give a tenth other years, and name it again."""
    antal = Portefoeljeversion.objects.filter(aftale=aftale).count()
    foer = Portefoeljeversion.objects.create(aftale=aftale, navn=f"Før {antal}", tidspunkt=timezone.now())
    poster = list(Portefoeljepost.objects.filter(indsats__aftale=aftale).select_related("indsats").order_by("pk"))
    organer = sorted({post.organ_id for post in poster})
    for post in poster[::HVER]:
        indsats = Indsats.objects.create(aftale=aftale, titel=f"{post.indsats.titel}, igen {antal}")
        Portefoeljepost.objects.create(indsats=indsats, organ_id=post.organ_id, raekkefoelge=len(poster))
    for post in poster[1::HVER]:
        post.indsats.udfald, post.indsats.afsluttet_den = Indsats.Udfald.AFSLUTTET, timezone.localdate()
        post.indsats.save()
    for post in poster[2::HVER]:
        post.organ_id = organer[(organer.index(post.organ_id) + 1) % len(organer)]
        post.save()
    aendrede = {post.pk for post in poster[3::HVER]}
    for traek in Ressourcetraek.objects.filter(post__in=aendrede):
        traek.planlagt = not traek.planlagt
        traek.save()
    efter = Portefoeljeversion.objects.create(aftale=aftale, navn=f"Efter {antal}", tidspunkt=timezone.now())
    return foer, efter


def maal_sammenligning(aftale: Aftale, foer: Portefoeljeversion, efter: Portefoeljeversion) -> Sammenligningslinje:
    """Ask for the page through the whole middleware, with the templates warm."""
    client = Client()
    adresse = reverse("indsatser:sammenligning", args=[aftale.slug], query={"fra": foer.uuid, "til": efter.uuid})

    def side() -> bytes:
        return hent(client, adresse)

    kilobyte = len(side()) / 1000
    tider = sorted(tag_tid(side).vaeg for _ in range(GANGE))
    return Sammenligningslinje(
        indsatser=aftale.indsatser.count(),
        kilobyte=kilobyte,
        opslag=opslag(side),
        median=median(tider),
        vaerst=tider[-1],
    )
