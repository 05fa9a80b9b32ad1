"""What an initiative may be and be tied to, and reopening one."""

import pytest

from indsatser.domain.indsats import gem_indsats, genoptag_indsats
from indsatser.models import Indsats
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    RisikogruppeFactory,
    SporFactory,
    VirkemiddelFactory,
)
from organisering.models import Organisation
from organisering.tests.factories import AftaleFactory, DokumentFactory, KommuneFactory, OrganFactory
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def indsats():
    return IndsatsFactory()


def gem(indsats, begrundelse="Revision", **relationer):
    return gem_indsats(indsats, relationer=relationer, begrundelse=begrundelse)


def test_fields_and_relations_are_saved_as_one_act_with_its_reason(indsats):
    aftale = indsats.aftale
    valgt = {
        "virkemidler": [VirkemiddelFactory(aftale=aftale)],
        "spor": [SporFactory(aftale=aftale)],
        "dokumenter": [
            DokumentFactory(organ=None, aftale=aftale),
            DokumentFactory(organ=OrganFactory(region=aftale.region)),
        ],
    }
    indsats.nummer, indsats.ansvar, indsats.overordnet = "3.2.6", "faelles", IndsatsFactory(aftale=aftale)
    indsats.tovholder = KommuneFactory(region=aftale.region)

    assert gem(indsats, **valgt) is True
    assert gem(Indsats.objects.get(pk=indsats.pk), **valgt) is False, "nothing is new"

    assert {navn: list(getattr(indsats, navn).all()) for navn in valgt} == valgt
    assert [linje.history_change_reason for linje in indsats.historik.all()] == ["Revision", None]


@pytest.mark.parametrize(
    ("felt", "vaerdi"), [("nummer", "3.1"), ("ansvar", "eget"), ("fase", "i_drift"), ("intern_note", "Kun os")]
)
def test_a_change_of_any_field_alone_is_a_change(indsats, felt, vaerdi):
    setattr(indsats, felt, vaerdi)

    assert gem(indsats) is True
    assert getattr(Indsats.objects.get(), felt) == vaerdi


@pytest.mark.parametrize(
    ("navn", "fabrik"),
    [
        ("maalsaetninger", MaalsaetningFactory),
        ("risikogrupper", RisikogruppeFactory),
        ("virkemidler", VirkemiddelFactory),
        ("spor", SporFactory),
    ],
)
def test_what_belongs_to_another_agreement_is_refused(indsats, navn, fabrik):
    with pytest.raises(Regelbrud, match="den samme aftale"):
        gem(indsats, **{navn: [fabrik()]})


@pytest.mark.parametrize("ejer", ["organ", "aftale"])
def test_a_paper_of_another_region_is_refused(indsats, ejer):
    fremmed = {"organ": OrganFactory()} if ejer == "organ" else {"organ": None, "aftale": AftaleFactory()}

    with pytest.raises(Regelbrud, match="Dokumenterne skal høre til"):
        gem(indsats, dokumenter=[DokumentFactory(**fremmed)])


def test_a_tovholder_is_of_the_agreements_region_or_the_region_itself(indsats):
    indsats.tovholder = indsats.aftale.region
    assert gem(indsats) is True

    indsats.tovholder = KommuneFactory(slags=Organisation.Slags.SYGEHUS)
    with pytest.raises(Regelbrud, match="aftalens region"):
        gem(indsats)


@pytest.mark.parametrize("skridt", [0, 1, 2])
def test_an_initiative_is_never_part_of_itself_however_far_down(indsats, skridt):
    kaede = [indsats]
    for _ in range(2):
        kaede.append(IndsatsFactory(aftale=indsats.aftale, overordnet=kaede[-1]))
    indsats.overordnet = kaede[skridt]

    with pytest.raises(Regelbrud, match="del af sig selv"):
        gem(indsats)


def test_a_parent_of_another_agreement_is_refused(indsats):
    indsats.overordnet = IndsatsFactory()

    with pytest.raises(Regelbrud, match="i den samme aftale"):
        gem(indsats)


def test_a_save_on_top_of_anothers_is_a_conflict(indsats):
    anden = Indsats.objects.get()
    anden.titel = "Den andens"
    anden.save()
    indsats.nummer = "1"

    with pytest.raises(Versionskonflikt):
        gem(indsats)


def genoptag(indsats, *, fase="i_drift", begrundelse="Den blev afsluttet ved en fejl"):
    genoptag_indsats(indsats, fase=fase, begrundelse=begrundelse)


def test_a_closed_initiative_runs_again_with_the_reason():
    genoptag(IndsatsFactory(afsluttet=True))

    indsats = Indsats.objects.get()
    assert (indsats.udfald, indsats.afsluttet_den, indsats.fase) == ("", None, "i_drift")
    assert indsats.historik.latest("history_id").history_change_reason == "Den blev afsluttet ved en fejl"


@pytest.mark.parametrize(
    ("lukket", "valg", "grund"),
    [
        (False, {}, "ikke afsluttet"),
        (True, {"fase": "afsluttet"}, "den fase"),
        (True, {"begrundelse": "  "}, "hvorfor"),
    ],
)
def test_reopening_needs_a_closed_initiative_a_phase_and_a_reason(lukket, valg, grund):
    with pytest.raises(Regelbrud, match=grund):
        genoptag(IndsatsFactory(afsluttet=lukket), **valg)


def test_one_that_goes_on_in_another_agreement_is_not_reopened():
    indsats = IndsatsFactory(afsluttet=True)
    IndsatsFactory(forgaenger=indsats, aftale__titel="Den nye aftale")

    with pytest.raises(Regelbrud, match="ført videre i Den nye aftale"):
        genoptag(indsats)
