"""The minutes of the small world: one set being written, one with the chairs, one approved and not published."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from organisering.models import Bemaerkning, Dagsordenspunkt, Deltagelse, Moede, Organ
from organisering.tests.factories import DagsordenspunktFactory, DeltagelseFactory, MoedeFactory


@dataclass
class Referatverden:
    """`gaest` and `bemaerkning` stand in the minutes that are being written."""

    plan: Moede
    skrives: Moede
    udsendt: Moede
    godkendt: Moede
    gaest: Deltagelse
    bemaerkning: Bemaerkning

    @property
    def punkt(self) -> Dagsordenspunkt:
        return self.bemaerkning.punkt

    def bemaerkningen(self) -> list[Any]:
        return [self.punkt.pk, self.bemaerkning.pk]


def byg_referatverden(organ: Organ, fugl: Callable[[str], str]) -> Referatverden:
    skrives = MoedeFactory.create(organ=organ, afholdt=True)
    punkt = DagsordenspunktFactory.create(
        moede=skrives, titel=fugl("referat_titel"), beslutning=fugl("referat_beslutning")
    )
    udsendt = MoedeFactory.create(organ=organ, med_referat=True)
    DagsordenspunktFactory.create(moede=udsendt, lukket=True, beslutning=fugl("udsendt_beslutning"))
    godkendt = MoedeFactory.create(organ=organ, tilstand=Moede.Tilstand.REFERAT_GODKENDT)
    DagsordenspunktFactory.create(moede=godkendt, beslutning=fugl("godkendt_beslutning"))
    return Referatverden(
        plan=MoedeFactory.create(organ=organ, udsendt=True),
        skrives=skrives,
        udsendt=udsendt,
        godkendt=godkendt,
        gaest=DeltagelseFactory.create(moede=skrives, navn=fugl("referat_gaest")),
        bemaerkning=Bemaerkning.objects.create(
            punkt=punkt, fra="PLO Prøve", dag=skrives.dag, tekst=fugl("referat_bemaerkning")
        ),
    )
