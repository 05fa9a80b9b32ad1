"""Other pages beside an empty view: a body, a meeting of forty items, and search among many."""

from collections.abc import Sequence
from typing import TypedDict

from django.db.models import Count
from django.test import Client
from django.urls import reverse

from organisering.models import Dagsordenspunkt, Moede
from sundhedsaftale.tools.bench.gitter import FAERREST, FLEST, OPVARMNING, hent, opslag
from sundhedsaftale.tools.bench.maaler import skiftevis, tag_tid
from sundhedsaftale.tools.bench.moededata import HYPPIGT, ORGAN, PUNKTER, SJAELDENT


class Sidelinje(TypedDict):
    """One page read by anybody, and the empty view measured in turn with it; times in seconds."""

    side: str
    kilobyte: float
    opslag: int
    median: float
    p95: float
    cpu: float
    gulv_median: float
    gulv_cpu: float
    antal: int


def main(argumenter: Sequence[str]) -> list[Sidelinje]:
    """Measure each page for about as many seconds as the argument says."""
    sekunder = float(argumenter[0])
    return [_maal(navn, adresse, sekunder) for navn, adresse in adresser().items()]


def adresser() -> dict[str, str]:
    moede = Moede.objects.annotate(antal=Count("punkter")).get(organ__slug=ORGAN, antal=PUNKTER)
    soeg, alle = reverse("rapportering:soegning"), Dagsordenspunkt.objects.count()
    return {
        "organ": reverse("organisering:organ-detail", args=[ORGAN]),
        f"møde med {PUNKTER} punkter": moede.get_absolute_url(),
        f"søg blandt {alle}: sjældent ord": f"{soeg}?q={SJAELDENT}",
        f"søg blandt {alle}: hyppigt ord": f"{soeg}?q={HYPPIGT}",
        f"søg blandt {alle}: to ord, ét organ": f"{soeg}?q={HYPPIGT}+{SJAELDENT}&organ={ORGAN}&slags=punkter",
    }


def _maal(navn: str, adresse: str, sekunder: float) -> Sidelinje:
    client = Client()

    def tom() -> bytes:
        return hent(client, "/tom/")

    def siden() -> bytes:
        return hent(client, adresse)

    indhold = siden()
    for _ in range(OPVARMNING):
        tom()
        tid = tag_tid(siden)
    antal = max(FAERREST, min(FLEST, int(sekunder / tid.vaeg)))
    gulvets, sidens = skiftevis(tom, siden, antal=antal)
    return Sidelinje(
        side=navn,
        kilobyte=len(indhold) / 1000,
        opslag=opslag(siden),
        median=sidens.median,
        p95=sidens.p95,
        cpu=sidens.cpu,
        gulv_median=gulvets.median,
        gulv_cpu=gulvets.cpu,
        antal=antal,
    )
