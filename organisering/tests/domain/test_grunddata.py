import pytest

from organisering.domain.grunddata import gem_grunddata, slet_grunddata
from organisering.models import Kompetence, Niveau, Organtype, Rolle
from organisering.queries.grunddata import SLAGS
from organisering.tests.factories import (
    BrugerFactory,
    MedlemskabFactory,
    NiveauFactory,
    OrganFactory,
    OrgantypeFactory,
    RegionFactory,
    RolleFactory,
    sekretariatsbruger,
)
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def sekretariat():
    return sekretariatsbruger(RegionFactory())


@pytest.fixture
def administrator():
    return BrugerFactory(is_superuser=True)


def gem(objekt, bruger, **relationer):
    return gem_grunddata(objekt, relationer=relationer, bruger=bruger, begrundelse="Ny lov")


def test_a_new_kind_of_body_is_a_row_with_a_key_of_its_name(sekretariat):
    foelgegruppe, kompetence = OrgantypeFactory(), Kompetence.objects.create(navn="Sundhedsteknologi")

    raad = gem(
        Organtype(navn="Sundhedsråd", niveau=NiveauFactory()),
        sekretariat,
        kraevede_kompetencer=[kompetence],
        medlemmer_fra=[foelgegruppe],
    )

    raad = Organtype.objects.get(pk=raad.pk)
    assert (raad.slug, *raad.kraevede_kompetencer.all(), *raad.medlemmer_fra.all()) == (
        "sundhedsraad",
        kompetence,
        foelgegruppe,
    )
    assert [(r.history_user, r.history_change_reason) for r in raad.historik.all()] == [(sekretariat, "Ny lov")]


def test_a_key_that_is_taken_gets_a_number_and_a_new_name_leaves_the_key(sekretariat):
    ene, anden = gem(Rolle(navn="Råd"), sekretariat), gem(Rolle(navn="Raad"), sekretariat)
    ene.navn = "Rådgiver"
    gem(ene, sekretariat)

    assert [rolle.slug for rolle in (Rolle.objects.get(pk=ene.pk), anden)] == ["raad", "raad-2"]


@pytest.mark.parametrize(
    "ny",
    [
        lambda: Organtype(navn="Kontor", niveau=NiveauFactory(), er_sekretariat=True),
        lambda: Rolle(navn="Leder", er_formand=True),
        lambda: Rolle(navn="Skriver", er_sekretaer=True),
    ],
)
def test_only_the_administrator_makes_a_row_that_gives_rights(ny, sekretariat, administrator):
    with pytest.raises(Regelbrud, match="Kun systemadministratoren"):
        gem(ny(), sekretariat)

    assert gem(ny(), administrator).pk


@pytest.mark.parametrize(
    ("findes", "felt"),
    [
        (lambda: OrgantypeFactory(), "er_sekretariat"),
        (lambda: OrgantypeFactory(sekretariat=True), "er_sekretariat"),
        (lambda: RolleFactory(), "er_formand"),
        (lambda: RolleFactory(regional_formand=True), "er_formand"),
        (lambda: RolleFactory(), "er_sekretaer"),
        (lambda: RolleFactory(sekretaer=True), "er_sekretaer"),
    ],
)
def test_only_the_administrator_gives_rights_to_a_row_or_takes_them(findes, felt, sekretariat, administrator):
    objekt = findes()
    setattr(objekt, felt, not getattr(objekt, felt))

    with pytest.raises(Regelbrud, match="Kun systemadministratoren"):
        gem(objekt, sekretariat)
    foer = type(objekt).objects.get(pk=objekt.pk)
    gem(objekt, administrator)

    assert getattr(foer, felt) is not getattr(type(objekt).objects.get(pk=objekt.pk), felt)


def test_a_secretariat_renames_a_role_that_gives_rights(sekretariat):
    rolle = RolleFactory(regional_formand=True)
    rolle.navn = "Regional medformand"

    gem(rolle, sekretariat)

    assert Rolle.objects.get(pk=rolle.pk).er_formand


def test_a_level_that_moves_takes_its_kinds_of_bodies_along(sekretariat):
    niveau = NiveauFactory(nummer=5, navn="Lokale grupper")
    type_ = OrgantypeFactory(niveau=niveau)
    niveau.nummer = 7

    gem(niveau, sekretariat)

    assert Organtype.objects.get(pk=type_.pk).niveau == Niveau.objects.get(nummer=7) == niveau
    assert type_.historik.first().history_change_reason == "Niveauet Lokale grupper har fået nummer 7"


def test_two_levels_do_not_share_a_number(sekretariat):
    NiveauFactory(nummer=5)

    with pytest.raises(Regelbrud, match="eksisterer allerede"):
        gem(Niveau(nummer=5, navn="Et andet"), sekretariat)


@pytest.mark.parametrize(
    ("noegle", "byg", "brugt"),
    [
        ("niveauer", lambda: OrgantypeFactory().niveau, "bruges af 1 type"),
        ("organtyper", lambda: [OrganFactory(), OrganFactory()][0].type, "bruges af 2 organer"),
        ("roller", lambda: MedlemskabFactory().rolle, "bruges af 1 plads"),
    ],
)
def test_what_is_in_use_is_not_deleted(noegle, byg, brugt, administrator):
    objekt = byg()

    with pytest.raises(Regelbrud, match=brugt):
        slet_grunddata(SLAGS[noegle], objekt, bruger=administrator)
    assert type(objekt).objects.filter(pk=objekt.pk).exists()


def test_a_competence_that_is_required_or_held_is_not_deleted(sekretariat):
    kompetence = Kompetence.objects.create(navn="Monitorering")
    OrgantypeFactory().gem_med(kraevede_kompetencer=[kompetence])
    MedlemskabFactory().gem_med(kompetencer=[kompetence])

    with pytest.raises(Regelbrud, match="Monitorering bruges af 1 type og 1 plads"):
        slet_grunddata(SLAGS["kompetencer"], kompetence, bruger=sekretariat)


def test_a_kind_that_others_take_members_from_is_not_deleted(sekretariat):
    sof = OrgantypeFactory(navn="SOF", slug="sof")
    OrgantypeFactory().gem_med(medlemmer_fra=[sof])

    with pytest.raises(Regelbrud, match="SOF bruges af 1 anden type"):
        slet_grunddata(SLAGS["organtyper"], sof, bruger=sekretariat)


def test_what_nothing_uses_is_deleted_and_its_history_says_by_whom(sekretariat):
    rolle = Rolle.objects.create(navn="Ubrugt", slug="ubrugt")
    noegle = rolle.pk

    slet_grunddata(SLAGS["roller"], rolle, bruger=sekretariat)

    assert not Rolle.objects.filter(pk=noegle).exists()
    assert Rolle.historik.filter(id=noegle).first().history_user == sekretariat


def test_of_two_who_change_a_row_the_second_is_told(sekretariat):
    rolle = RolleFactory()
    samme = Rolle.objects.get(pk=rolle.pk)
    rolle.navn, samme.navn = "Den enes", "Den andens"
    gem(rolle, sekretariat)

    with pytest.raises(Versionskonflikt):
        gem(samme, sekretariat)
