"""Dull factories: standing papers."""

import factory
from factory.django import DjangoModelFactory

from organisering.models import (
    Dokument,
    Dokumentversion,
)
from organisering.tests.factories.organ import OrganFactory


class DokumentFactory(DjangoModelFactory[Dokument]):
    """A paper of a body without versions; give `organ=None` and an agreement for one of the agreement's."""

    class Meta:
        model = Dokument

    titel = factory.Sequence(lambda n: f"Prøvedokument {n}")
    slags = Dokument.Slags.KOMMISSORIUM
    organ = factory.SubFactory(OrganFactory)


class DokumentversionFactory(DjangoModelFactory[Dokumentversion]):
    class Meta:
        model = Dokumentversion

    dokument = factory.SubFactory(DokumentFactory)
    nummer = factory.LazyAttribute(lambda version: version.dokument.versioner.count() + 1)
    adresse = "https://proeve.example/dokument"

    class Params:
        pdf = factory.Trait(
            adresse="",
            filnavn="Kommissorium.pdf",
            fil=factory.django.FileField(filename="k.pdf", data=b"%PDF-1.7 indhold"),
        )
