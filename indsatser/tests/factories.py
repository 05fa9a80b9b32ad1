"""Dull factories: one valid row each; related rows share one agreement."""

from datetime import date
from decimal import Decimal

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from indsatser.models import (
    Aarsrevision,
    Disponering,
    Indlaesning,
    Indsats,
    Maaling,
    Maalkategori,
    Maalsaetning,
    Maaltal,
    Milepael,
    Opgaveoverdragelse,
    Portefoeljepost,
    Portefoeljeversion,
    Portefoeljevisning,
    Pulje,
    Ressourcetraek,
    Risikoaktoer,
    Risikogruppe,
    Spor,
    Virkemiddel,
)
from organisering.tests.factories import AftaleFactory, BrugerFactory, OrganFactory


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


class PortefoeljevisningFactory(DjangoModelFactory[Portefoeljevisning]):
    class Meta:
        model = Portefoeljevisning

    aftale = factory.SubFactory(AftaleFactory)
    bruger = factory.SubFactory(BrugerFactory)
    navn = factory.Sequence(lambda n: f"Prøvevisning {n}")


class RessourcetraekFactory(DjangoModelFactory[Ressourcetraek]):
    class Meta:
        model = Ressourcetraek

    post = factory.SubFactory(PortefoeljepostFactory)
    aar = 2020
    planlagt = True


class PuljeFactory(DjangoModelFactory[Pulje]):
    class Meta:
        model = Pulje

    aftale = factory.SubFactory(AftaleFactory)
    navn = factory.Sequence(lambda n: f"Prøvepulje {n}")
    aar = 2021
    beloeb = Decimal("10.00")


class DisponeringFactory(DjangoModelFactory[Disponering]):
    class Meta:
        model = Disponering

    pulje = factory.SubFactory(PuljeFactory)
    titel = factory.Sequence(lambda n: f"Prøvelinje {n}")
    slags = Disponering.Slags.RESERVERET
    beloeb = Decimal("1.00")


class OpgaveoverdragelseFactory(DjangoModelFactory[Opgaveoverdragelse]):
    class Meta:
        model = Opgaveoverdragelse

    aftale = factory.SubFactory(AftaleFactory)
    titel = factory.Sequence(lambda n: f"Prøveopgave {n}")
    fra = "Sygehusene"
    til = "Kommunerne"


class RisikoaktoerFactory(DjangoModelFactory[Risikoaktoer]):
    class Meta:
        model = Risikoaktoer

    aftale = factory.SubFactory(AftaleFactory)
    navn = factory.Sequence(lambda n: f"Prøveaktør {n}")


class VirkemiddelFactory(DjangoModelFactory[Virkemiddel]):
    class Meta:
        model = Virkemiddel

    aftale = factory.SubFactory(AftaleFactory)
    navn = factory.Sequence(lambda n: f"Prøvemiddel {n}")


class SporFactory(DjangoModelFactory[Spor]):
    class Meta:
        model = Spor

    aftale = factory.SubFactory(AftaleFactory)
    navn = factory.Sequence(lambda n: f"Prøvespor {n}")


class MilepaelFactory(DjangoModelFactory[Milepael]):
    class Meta:
        model = Milepael

    indsats = factory.SubFactory(IndsatsFactory)
    titel = factory.Sequence(lambda n: f"Prøvemilepæl {n}")


class MaalkategoriFactory(DjangoModelFactory[Maalkategori]):
    class Meta:
        model = Maalkategori

    samling = "Prøvesamlingen"
    nummer = factory.Sequence(lambda n: n + 1)
    navn = factory.Sequence(lambda n: f"Prøvekategori {n}")


class PortefoeljeversionFactory(DjangoModelFactory[Portefoeljeversion]):
    class Meta:
        model = Portefoeljeversion

    aftale = factory.SubFactory(AftaleFactory)
    navn = factory.Sequence(lambda n: f"Prøveversion {n}")
    tidspunkt = factory.LazyFunction(timezone.now)


class AarsrevisionFactory(DjangoModelFactory[Aarsrevision]):
    class Meta:
        model = Aarsrevision

    aftale = factory.SubFactory(AftaleFactory)
    aar = 2021


class IndlaesningFactory(DjangoModelFactory[Indlaesning]):
    class Meta:
        model = Indlaesning

    aftale = factory.SubFactory(AftaleFactory)
    slags = Indlaesning.Slags.REGNEARK
    kilde = factory.Sequence(lambda n: f"prøveark-{n}.xlsx")
