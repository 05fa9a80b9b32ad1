"""The portfolio grid beside an empty view, as the secretariat that may edit it."""

from collections.abc import Callable, Sequence
from typing import TypedDict

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisering.models import Aftale, Bruger
from sundhedsaftale.tools.bench.data import find_aftale
from sundhedsaftale.tools.bench.maaler import skiftevis, tag_tid

OPVARMNING = 3
FAERREST, FLEST = 15, 100


class Gitterlinje(TypedDict):
    """One agreement's grid, and the empty view measured in turn with it; times in seconds."""

    raekker: int
    kilobyte: float
    opslag: int
    median: float
    p95: float
    cpu: float
    gulv_opslag: int
    gulv_median: float
    gulv_p95: float
    gulv_cpu: float
    antal: int


def main(argumenter: Sequence[str]) -> Gitterlinje:
    """Measure the agreement of this name for about as many seconds as the second argument says."""
    navn, sekunder = argumenter
    return maal_gitter(find_aftale(navn), sekunder=float(sekunder))


def maal_gitter(aftale: Aftale, *, sekunder: float) -> Gitterlinje:
    """Ask for the empty view and the grid in turn, through the whole middleware, with the templates warm."""
    client = Client()
    client.force_login(sekretariat(aftale), backend="django.contrib.auth.backends.ModelBackend")
    adresse = reverse("indsatser:portefoelje-aftale", args=[aftale.slug])

    def tom() -> bytes:
        return hent(client, "/tom/")

    def gitter() -> bytes:
        return hent(client, adresse)

    side = gitter()
    if b"data-gitter" not in side:
        raise RuntimeError(f"{adresse} kan ikke redigeres af sekretariatet.")
    for _ in range(OPVARMNING):
        tom()
        tid = tag_tid(gitter)
    antal = max(FAERREST, min(FLEST, int(sekunder / tid.vaeg)))
    gulvets, gitterets = skiftevis(tom, gitter, antal=antal)
    return Gitterlinje(
        raekker=side.count(b'<th scope="row"><a href="/indsatser/'),
        kilobyte=len(side) / 1000,
        opslag=opslag(gitter),
        median=gitterets.median,
        p95=gitterets.p95,
        cpu=gitterets.cpu,
        gulv_opslag=opslag(tom),
        gulv_median=gulvets.median,
        gulv_p95=gulvets.p95,
        gulv_cpu=gulvets.cpu,
        antal=antal,
    )


def sekretariat(aftale: Aftale) -> Bruger:
    """A user who sits in the secretariat of the agreement's region."""
    return next(b for b in Bruger.objects.filter(is_superuser=False) if b.er_sekretariat_i([aftale.region_id]))


def hent(client: Client, adresse: str) -> bytes:
    svar = client.get(adresse)
    if svar.status_code != 200:
        raise RuntimeError(f"{adresse} svarede {svar.status_code}.")
    return svar.content


def opslag(handling: Callable[[], object]) -> int:
    """Count the database queries of one run; the timed runs are not watched."""
    with CaptureQueriesContext(connection) as opslag:
        handling()
    return len(opslag)
