"""Dull factories: one valid row each."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from indsatser.tests.factories import IndsatsFactory
from organisering.tests.factories import (
    AftaleFactory,
    MoedeFactory,
    OrganFactory,
    OrgantypeFactory,
)
from rapportering.models import (
    Afrapportering,
    Moedetryk,
    Rapporteringsrunde,
    Rapporttype,
    Statuslinje,
    Statusrapport,
)
from rapportering.queries.rapport import sha256
from rapportering.tests.eksempelsnapshot import snapshot


class RapporteringsrundeFactory(DjangoModelFactory[Rapporteringsrunde]):
    class Meta:
        model = Rapporteringsrunde

    aftale = factory.SubFactory(AftaleFactory)
    moede = factory.SubFactory(MoedeFactory, organ__region=factory.SelfAttribute("...aftale.region"))
    frist = date(2020, 1, 1)


class StatusrapportFactory(DjangoModelFactory[Statusrapport]):
    class Meta:
        model = Statusrapport

    runde = factory.SubFactory(RapporteringsrundeFactory)
    organ = factory.SubFactory(
        OrganFactory,
        region=factory.SelfAttribute("..runde.aftale.region"),
        type=factory.SubFactory(OrgantypeFactory, implementeringsgruppe=True),
    )

    class Params:
        indsendt = factory.Trait(tilstand=Statusrapport.Tilstand.INDSENDT)
        returneret = factory.Trait(
            tilstand=Statusrapport.Tilstand.RETURNERET,
            returbegrundelse="Mangler næste skridt.",
        )
        godkendt = factory.Trait(tilstand=Statusrapport.Tilstand.GODKENDT)
        frosset = factory.Trait(tilstand=Statusrapport.Tilstand.FROSSET)


class StatuslinjeFactory(DjangoModelFactory[Statuslinje]):
    class Meta:
        model = Statuslinje

    statusrapport = factory.SubFactory(StatusrapportFactory)
    indsats = factory.SubFactory(IndsatsFactory, aftale=factory.SelfAttribute("..statusrapport.runde.aftale"))

    class Params:
        faerdig = factory.Trait(
            fremdrift=Statuslinje.Fremdrift.FOELGER_PLANEN,
            siden_sidst="Arbejdet følger planen.",
        )


class RapporttypeFactory(DjangoModelFactory[Rapporttype]):
    class Meta:
        model = Rapporttype
        django_get_or_create = ("slug",)

    navn = "Årlig status"
    slug = "aarlig-status"


class AfrapporteringFactory(DjangoModelFactory[Afrapportering]):
    class Meta:
        model = Afrapportering

    type = factory.SubFactory(RapporttypeFactory)
    aftale = factory.SubFactory(AftaleFactory)
    aar = 2020
    snapshot = factory.LazyFunction(snapshot)
    sha256 = factory.LazyAttribute(lambda rapport: sha256(rapport.snapshot))

    class Params:
        faerdig = factory.Trait(
            tilstand=Afrapportering.Tilstand.FAERDIG,
            fremdrift=100,
            sider=10,
            lease_token=factory.Sequence(lambda n: f"{n:032x}"),
            pdf=factory.django.FileField(data=b"%PDF-1.7 proeve", filename="rapport.pdf"),
        )
        er_udgivet = factory.Trait(
            faerdig=True, udgave=1, udgivet=datetime(2021, 2, 1, tzinfo=ZoneInfo("Europe/Copenhagen"))
        )
        fejlet = factory.Trait(tilstand=Afrapportering.Tilstand.FEJLET, fejltekst="Rapporten blev ikke dannet.")


class MoedetrykFactory(DjangoModelFactory[Moedetryk]):
    class Meta:
        model = Moedetryk

    moede = factory.SubFactory(MoedeFactory)
    slags = Moedetryk.Slags.DAGSORDEN
    offentlig = False
    snapshot = factory.LazyAttribute(lambda tryk: {"moede": {"uuid": str(tryk.moede.uuid)}})
    sha256 = factory.LazyAttribute(lambda tryk: sha256(tryk.snapshot))

    class Params:
        faerdig = factory.Trait(
            tilstand=Moedetryk.Tilstand.FAERDIG,
            fremdrift=100,
            sider=3,
            lease_token=factory.Sequence(lambda n: f"{n:032x}"),
            pdf=factory.django.FileField(data=b"%PDF-1.7 proeve", filename="moede.pdf"),
        )
        fejlet = factory.Trait(tilstand=Moedetryk.Tilstand.FEJLET, fejltekst="PDF'en blev ikke dannet.")
