"""Dull factories: one valid row each; states are traits."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import factory
from factory.django import DjangoModelFactory

from organisering.models import (
    Aftale,
    Aftaletype,
    Aftaleversion,
    Bilag,
    Bruger,
    Dagsordenspunkt,
    Deltagelse,
    Dokument,
    Dokumentversion,
    Medlemskab,
    Moede,
    Niveau,
    Organ,
    Organisation,
    Organtype,
    Partsgodkendelse,
    Person,
    Rolle,
    Sag,
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


def sekretariatsbruger(region: Organisation) -> Bruger:
    """A user who sits in the secretariat of `region` today."""
    bruger = BrugerFactory.create()
    organ = OrganFactory.create(region=region, type=OrgantypeFactory.create(sekretariat=True))
    MedlemskabFactory.create(person=bruger.person, organ=organ)
    return bruger
