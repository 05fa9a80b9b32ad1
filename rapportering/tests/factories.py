"""Dull factories: one valid row each."""

from datetime import date

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
    Rapporteringsrunde,
    Rapporttype,
    Statuslinje,
    Statusrapport,
)


class RapporteringsrundeFactory(DjangoModelFactory[Rapporteringsrunde]):
    class Meta:
        model = Rapporteringsrunde

    aftale = factory.SubFactory(AftaleFactory)
    moede = factory.SubFactory(
        MoedeFactory, organ__region=factory.SelfAttribute("...aftale.region")
    )
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
    indsats = factory.SubFactory(
        IndsatsFactory, aftale=factory.SelfAttribute("..statusrapport.runde.aftale")
    )

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
