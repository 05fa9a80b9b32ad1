"""Dull factories: people, their seats and their logins."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from organisering.models import (
    Bruger,
    Medlemskab,
    Organisation,
    Person,
    Rolle,
)
from organisering.tests.factories.organ import OrganFactory, OrgantypeFactory


class PersonFactory(DjangoModelFactory[Person]):
    class Meta:
        model = Person

    navn = factory.Sequence(lambda n: f"Opdigtet Person {n}")


class BrugerFactory(DjangoModelFactory[Bruger]):
    """A user with a person; `MedlemskabFactory(person=bruger.person, ...)` gives it rights."""

    class Meta:
        model = Bruger
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"bruger{n}@demo.example")
    navn = factory.Sequence(lambda n: f"Opdigtet Bruger {n}")
    person = factory.SubFactory(PersonFactory)
    password = factory.django.Password("prøve-kodeord-1234")


class RolleFactory(DjangoModelFactory[Rolle]):
    class Meta:
        model = Rolle
        django_get_or_create = ("slug",)

    navn = "Medlem"
    slug = "medlem"

    class Params:
        regional_formand = factory.Trait(
            navn="Regional formand",
            slug="regional-formand",
            er_formand=True,
            side=Rolle.Side.REGIONAL,
        )
        kommunal_formand = factory.Trait(
            navn="Kommunal formand",
            slug="kommunal-formand",
            er_formand=True,
            side=Rolle.Side.KOMMUNAL,
        )
        sekretaer = factory.Trait(navn="Sekretær", slug="sekretaer", er_sekretaer=True)


class MedlemskabFactory(DjangoModelFactory[Medlemskab]):
    class Meta:
        model = Medlemskab

    person = factory.SubFactory(PersonFactory)
    organ = factory.SubFactory(OrganFactory)
    rolle = factory.SubFactory(RolleFactory)
    fra = date(2019, 1, 1)


def sekretariatsbruger(region: Organisation) -> Bruger:
    """A user who sits in the secretariat of `region` today."""
    bruger = BrugerFactory.create()
    organ = OrganFactory.create(region=region, type=OrgantypeFactory.create(sekretariat=True))
    MedlemskabFactory.create(person=bruger.person, organ=organ)
    return bruger
