"""A body with two chairs, a secretary, a member and a substitute, and a meeting whose agenda has been sent out."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AnonymousUser

from organisering.domain.beslutning import skriv_beslutning
from organisering.domain.referat import afhold_moede, udgiv_referat, udsend_referat
from organisering.domain.referatgodkendelse import godkend_referat
from organisering.models import Bruger, Dagsordenspunkt, Medlemskab, Moede, Organ
from organisering.queries.dagsordensudgave import fingeraftryk
from organisering.queries.indblik import OFFENTLIGT_REFERAT
from organisering.queries.moedebillede import laes_moedebillede
from organisering.tests.factories import (
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    RolleFactory,
    sekretariatsbruger,
)

STARTER = datetime(2020, 12, 4, 10, tzinfo=ZoneInfo("Europe/Copenhagen"))
TRIN = ("dagsorden_udsendt", "afholdt", "referat_udsendt", "godkendt_af_en", "referat_godkendt", "udgivet")


@dataclass(frozen=True)
class Referatscene:
    """`brugere` by role; the meeting has two items."""

    organ: Organ
    moede_pk: int
    brugere: dict[str, Bruger]

    def __getitem__(self, rolle: str) -> Bruger:
        """Return the user as a new request would find them, with nothing remembered."""
        return Bruger.objects.get(pk=self.brugere[rolle].pk)

    @property
    def moede(self) -> Moede:
        return Moede.objects.get(pk=self.moede_pk)

    @property
    def punkter(self) -> list[Dagsordenspunkt]:
        return list(Dagsordenspunkt.objects.filter(moede=self.moede_pk))

    def plads(self, rolle: str) -> Medlemskab:
        return Medlemskab.objects.get(person=self.brugere[rolle].person, organ=self.organ)


def opret_referatscene(antal: int = 2) -> Referatscene:
    organ = OrganFactory.create()
    brugere = {
        "regional formand": _medlem(organ, regional_formand=True),
        "kommunal formand": _medlem(organ, kommunal_formand=True),
        "sekretær": _medlem(organ, sekretaer=True),
        "medlem": _medlem(organ),
        "sekretariat": sekretariatsbruger(organ.region),
        "fremmed": _medlem(OrganFactory.create()),
    }
    moede = MoedeFactory.create(organ=organ, starter=STARTER, udsendt=True)
    for _ in range(antal):
        DagsordenspunktFactory.create(moede=moede)
    return Referatscene(organ=organ, moede_pk=moede.pk, brugere=brugere)


def _medlem(organ: Organ, **rolle: bool) -> Bruger:
    bruger = BrugerFactory.create()
    MedlemskabFactory.create(person=bruger.person, organ=organ, rolle=RolleFactory.create(**rolle))
    return bruger


def bring_til(scene: Referatscene, trin: str) -> Moede:
    """Take the meeting's own steps as far as `trin`, one of TRIN."""
    skridt = [
        lambda: afhold_moede(scene.moede, bruger=scene["sekretær"]),
        lambda: _skriv_og_udsend(scene),
        lambda: _godkend(scene, "regional formand"),
        lambda: _godkend(scene, "kommunal formand"),
        lambda: udgiv(scene, scene.moede),
    ]
    for tag in skridt[: TRIN.index(trin)]:
        tag()
    return scene.moede


def beslut(scene: Referatscene) -> None:
    for punkt in scene.punkter:
        punkt.beslutning = "Indstillingen blev godkendt."
        skriv_beslutning(punkt, bruger=scene["sekretær"], fravaer={})


def udgiv(scene: Referatscene, moede: Moede) -> Moede:
    """Publish what everybody would read of the meeting now."""
    set_udgave = fingeraftryk(laes_moedebillede(moede, bruger=AnonymousUser(), indblik=OFFENTLIGT_REFERAT))
    return udgiv_referat(moede, set_udgave=set_udgave, bruger=scene["sekretariat"])


def _skriv_og_udsend(scene: Referatscene) -> None:
    beslut(scene)
    udsend_referat(scene.moede, bruger=scene["sekretær"])


def _godkend(scene: Referatscene, rolle: str) -> None:
    godkend_referat(scene.moede, bruger=scene[rolle], medlemskab=scene.plads(rolle))
