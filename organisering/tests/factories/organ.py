"""Dull factories: bodies."""

import factory
from factory.django import DjangoModelFactory

from organisering.models import (
    Niveau,
    Organ,
    Organtype,
)
from organisering.tests.factories.aftale import RegionFactory


class NiveauFactory(DjangoModelFactory[Niveau]):
    class Meta:
        model = Niveau
        django_get_or_create = ("nummer",)

    nummer = 3
    navn = factory.LazyAttribute(lambda niveau: f"Niveau {niveau.nummer}")


class OrgantypeFactory(DjangoModelFactory[Organtype]):
    class Meta:
        model = Organtype
        django_get_or_create = ("slug",)

    navn = "Følgegruppe"
    slug = "foelgegruppe"
    niveau = factory.SubFactory(NiveauFactory, nummer=3)

    class Params:
        sekretariat = factory.Trait(
            navn="Sekretariat",
            slug="sekretariat",
            niveau=factory.SubFactory(NiveauFactory, nummer=9),
            er_sekretariat=True,
        )
        implementeringsgruppe = factory.Trait(
            navn="Implementeringsgruppe",
            slug="implementeringsgruppe",
            niveau=factory.SubFactory(NiveauFactory, nummer=5),
            formandskab=Organtype.Formandskab.TO,
        )


class OrganFactory(DjangoModelFactory[Organ]):
    class Meta:
        model = Organ

    navn = factory.Sequence(lambda n: f"Følgegruppe {n}")
    slug = factory.Sequence(lambda n: f"foelgegruppe-{n}")
    type = factory.SubFactory(OrgantypeFactory)
    region = factory.SubFactory(RegionFactory)
