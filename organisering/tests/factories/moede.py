"""Dull factories: meetings and what is treated there."""

from datetime import datetime
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from organisering.models import (
    Bilag,
    Dagsordenspunkt,
    Deltagelse,
    Moede,
    Sag,
)
from organisering.tests.factories.organ import OrganFactory


class MoedeFactory(DjangoModelFactory[Moede]):
    class Meta:
        model = Moede

    organ = factory.SubFactory(OrganFactory)
    starter = factory.Sequence(
        lambda n: datetime(2020, 1 + n % 12, 1 + n % 28, 10, tzinfo=ZoneInfo("Europe/Copenhagen"))
    )

    class Params:
        udsendt = factory.Trait(tilstand=Moede.Tilstand.DAGSORDEN_UDSENDT)
        afholdt = factory.Trait(tilstand=Moede.Tilstand.AFHOLDT)
        med_referat = factory.Trait(tilstand=Moede.Tilstand.REFERAT_UDSENDT)
        udgivet = factory.Trait(
            tilstand=Moede.Tilstand.REFERAT_GODKENDT,
            dagsorden_udgivet=factory.SelfAttribute("starter"),
            referat_udgivet=factory.SelfAttribute("starter"),
        )


class SagFactory(DjangoModelFactory[Sag]):
    class Meta:
        model = Sag

    titel = factory.Sequence(lambda n: f"Prøvesag {n}")
    organ = factory.SubFactory(OrganFactory)


class DagsordenspunktFactory(DjangoModelFactory[Dagsordenspunkt]):
    """An item with a case of its own, last on the meeting's agenda."""

    class Meta:
        model = Dagsordenspunkt

    moede = factory.SubFactory(MoedeFactory)
    sag = factory.SubFactory(
        SagFactory, organ=factory.SelfAttribute("..moede.organ"), titel=factory.SelfAttribute("..titel")
    )
    titel = factory.Sequence(lambda n: f"Prøvepunkt {n}")
    raekkefoelge = factory.LazyAttribute(lambda punkt: punkt.moede.punkter.count() + 1)
    nummer = factory.LazyAttribute(lambda punkt: str(punkt.raekkefoelge))


class BilagFactory(DjangoModelFactory[Bilag]):
    class Meta:
        model = Bilag

    punkt = factory.SubFactory(DagsordenspunktFactory)
    titel = factory.Sequence(lambda n: f"Prøvebilag {n}")

    class Params:
        pdf = factory.Trait(
            filnavn="bilag.pdf", fil=factory.django.FileField(filename="bilag.pdf", data=b"%PDF-1.7 indhold")
        )


class DeltagelseFactory(DjangoModelFactory[Deltagelse]):
    class Meta:
        model = Deltagelse

    moede = factory.SubFactory(MoedeFactory)
    navn = factory.Sequence(lambda n: f"Opdigtet Deltager {n}")
    fremmoede = Deltagelse.Fremmoede.TIL_STEDE
