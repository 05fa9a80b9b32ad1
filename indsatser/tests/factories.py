"""Dull factories: one valid row each; related rows share one agreement."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from indsatser.models import (
    Indsats,
    Maaling,
    Maalsaetning,
    Maaltal,
    Portefoeljepost,
    Ressourcetraek,
    Risikogruppe,
)
from organisering.tests.factories import AftaleFactory, OrganFactory


class RisikogruppeFactory(DjangoModelFactory[Risikogruppe]):
    class Meta:
        model = Risikogruppe

    aftale = factory.SubFactory(AftaleFactory)
    navn = factory.Sequence(lambda n: f"Risikogruppe {n}")
    niveau = 1


class MaalsaetningFactory(DjangoModelFactory[Maalsaetning]):
    class Meta:
        model = Maalsaetning

    aftale = factory.SubFactory(AftaleFactory)
    organ = factory.SubFactory(OrganFactory, region=factory.SelfAttribute("..aftale.region"))
    tekst = factory.Sequence(lambda n: f"Vi vil nå prøvemål {n}.")


class MaaltalFactory(DjangoModelFactory[Maaltal]):
    class Meta:
        model = Maaltal

    maalsaetning = factory.SubFactory(MaalsaetningFactory)
    betegnelse = factory.Sequence(lambda n: f"Prøvemåltal {n}")
    retning = Maaltal.Retning.HOEJST
    enhed = Maaltal.Enhed.PROCENT


class MaalingFactory(DjangoModelFactory[Maaling]):
    class Meta:
        model = Maaling

    maaltal = factory.SubFactory(MaaltalFactory)
    aar = 2021
    vaerdi = 12
    kilde = "Opdigtet til prøven"


class IndsatsFactory(DjangoModelFactory[Indsats]):
    class Meta:
        model = Indsats

    aftale = factory.SubFactory(AftaleFactory)
    titel = factory.Sequence(lambda n: f"Prøveindsats {n}")

    class Params:
        eksisterende = factory.Trait(slags=Indsats.Slags.EKSISTERENDE)
        afsluttet = factory.Trait(udfald=Indsats.Udfald.AFSLUTTET, afsluttet_den=date(2021, 6, 1))


class PortefoeljepostFactory(DjangoModelFactory[Portefoeljepost]):
    class Meta:
        model = Portefoeljepost

    indsats = factory.SubFactory(IndsatsFactory)
    organ = factory.SubFactory(OrganFactory, region=factory.SelfAttribute("..indsats.aftale.region"))


class RessourcetraekFactory(DjangoModelFactory[Ressourcetraek]):
    class Meta:
        model = Ressourcetraek

    post = factory.SubFactory(PortefoeljepostFactory)
    aar = 2020
    planlagt = True
