"""Dull factories: agreements and the organisations that are their parties."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from organisering.models import (
    Aftale,
    Aftaletype,
    Aftaleversion,
    Organisation,
    Partsgodkendelse,
)


class RegionFactory(DjangoModelFactory[Organisation]):
    class Meta:
        model = Organisation

    navn = factory.Sequence(lambda n: f"Region Prøve {n}")
    slags = Organisation.Slags.REGION


class KommuneFactory(DjangoModelFactory[Organisation]):
    class Meta:
        model = Organisation

    navn = factory.Sequence(lambda n: f"Prøve Kommune {n}")
    slags = Organisation.Slags.KOMMUNE


class AftaletypeFactory(DjangoModelFactory[Aftaletype]):
    class Meta:
        model = Aftaletype
        django_get_or_create = ("slug",)

    navn = "Sundhedsaftale"
    slug = "sundhedsaftale"


class AftaleFactory(DjangoModelFactory[Aftale]):
    class Meta:
        model = Aftale

    type = factory.SubFactory(AftaletypeFactory)
    titel = factory.Sequence(lambda n: f"Prøveaftalen {n}")
    slug = factory.Sequence(lambda n: f"proeveaftalen-{n}")
    region = factory.SubFactory(RegionFactory)
    gyldig_fra = date(2019, 1, 1)
    gyldig_til = date(2023, 12, 31)
    offentlig = True


class AftaleversionFactory(DjangoModelFactory[Aftaleversion]):
    class Meta:
        model = Aftaleversion

    aftale = factory.SubFactory(AftaleFactory)
    nummer = factory.Sequence(lambda n: n + 1)

    class Params:
        hos_parterne = factory.Trait(tilstand=Aftaleversion.Tilstand.HOS_PARTERNE, sendt_til_parterne=date(2019, 4, 24))
        godkendt = factory.Trait(
            tilstand=Aftaleversion.Tilstand.GODKENDT,
            godkendt_af="Sundhedskoordinationsudvalget",
            godkendt_den=date(2019, 6, 26),
        )


class PartsgodkendelseFactory(DjangoModelFactory[Partsgodkendelse]):
    class Meta:
        model = Partsgodkendelse

    aftaleversion = factory.SubFactory(AftaleversionFactory, hos_parterne=True)
    organisation = factory.SubFactory(KommuneFactory)
