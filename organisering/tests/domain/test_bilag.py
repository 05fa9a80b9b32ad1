import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from organisering.domain.bilag import flyt_bilag, gem_bilag, slet_bilag
from organisering.models import Bilag, Moede
from organisering.tests.factories import BilagFactory, BrugerFactory, DagsordenspunktFactory
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db

CPR = "010203" + "-" + "0000"


@pytest.fixture
def bruger():
    return BrugerFactory()


def pdf(navn="tilbud.pdf"):
    return SimpleUploadedFile(navn, b"%PDF-1.7 indhold", content_type="application/pdf")


def filer():
    return set(default_storage.listdir("bilag")[1]) if default_storage.exists("bilag") else set()


def test_a_paper_is_stored_under_a_name_that_says_nothing_and_keeps_its_own_on_the_row(bruger):
    bilag = gem_bilag(Bilag(punkt=DagsordenspunktFactory(), titel="Tilbud"), fil=pdf(), bruger=bruger)

    assert bilag.filnavn == "tilbud.pdf"
    assert "tilbud" not in bilag.fil.name
    assert default_storage.exists(bilag.fil.name)


def test_papers_come_in_the_order_they_are_added_and_are_moved(bruger):
    punkt = DagsordenspunktFactory()
    a, b = (gem_bilag(Bilag(punkt=punkt, titel=titel), fil=None, bruger=bruger) for titel in ("A", "B"))
    assert [str(bilag) for bilag in punkt.bilag.all()] == ["A", "B"]

    flyt_bilag(b, -1, bruger=bruger)

    assert [str(bilag) for bilag in punkt.bilag.all()] == ["B", "A"]
    with pytest.raises(Regelbrud, match="allerede nederst"):
        flyt_bilag(a, 1, bruger=bruger)


def test_a_save_that_fails_leaves_no_file_behind(bruger):
    foer = filer()

    with pytest.raises(ValidationError):
        gem_bilag(Bilag(punkt=DagsordenspunktFactory(), titel=f"Om {CPR}"), fil=pdf(), bruger=bruger)

    assert filer() == foer


def test_a_lost_race_leaves_no_file_behind_and_keeps_the_old_one(bruger):
    bilag = BilagFactory(pdf=True)
    min = Bilag.objects.get(pk=bilag.pk)
    bilag.titel = "Rettet af en anden"
    bilag.save()
    foer = filer()

    with pytest.raises(Versionskonflikt):
        gem_bilag(min, fil=pdf("ny.pdf"), bruger=bruger)

    assert filer() == foer
    assert default_storage.exists(bilag.fil.name)


def test_a_replaced_file_is_removed_once_the_new_one_is_saved(bruger, django_capture_on_commit_callbacks):
    bilag = BilagFactory(pdf=True)
    gammel = bilag.fil.name

    with django_capture_on_commit_callbacks(execute=True):
        gem_bilag(Bilag.objects.get(pk=bilag.pk), fil=pdf("ny.pdf"), bruger=bruger)

    assert not default_storage.exists(gammel)
    assert default_storage.exists(Bilag.objects.get().fil.name)


def test_an_address_takes_the_place_of_a_file(bruger, django_capture_on_commit_callbacks):
    bilag = BilagFactory(pdf=True)
    gammel = bilag.fil.name
    bilag.adresse = "https://proeve.example/bilag"

    with django_capture_on_commit_callbacks(execute=True):
        gem_bilag(bilag, fil=None, bruger=bruger)

    gemt = Bilag.objects.get()
    assert (gemt.fil.name, gemt.filnavn, gemt.adresse) == ("", "", "https://proeve.example/bilag")
    assert not default_storage.exists(gammel)


def test_a_file_that_another_row_holds_is_kept(bruger, django_capture_on_commit_callbacks):
    bilag = BilagFactory(pdf=True)
    andet = BilagFactory(fil=bilag.fil.name, filnavn=bilag.filnavn)

    with django_capture_on_commit_callbacks(execute=True):
        slet_bilag(bilag, bruger=bruger)
    assert default_storage.exists(andet.fil.name)

    with django_capture_on_commit_callbacks(execute=True):
        slet_bilag(andet, bruger=bruger)
    assert not default_storage.exists(andet.fil.name)


def test_a_paper_of_a_locked_item_is_neither_changed_nor_deleted(bruger):
    bilag = BilagFactory(punkt__moede__tilstand=Moede.Tilstand.REFERAT_GODKENDT)

    for handling in (
        lambda: slet_bilag(bilag, bruger=bruger),
        lambda: gem_bilag(bilag, fil=None, bruger=bruger),
        lambda: flyt_bilag(bilag, 1, bruger=bruger),
    ):
        with pytest.raises(Regelbrud, match="godkendt"):
            handling()
