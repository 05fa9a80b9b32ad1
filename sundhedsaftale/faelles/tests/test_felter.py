import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction

from indsatser.models import Indsats
from indsatser.tests.factories import IndsatsFactory
from organisering.tests.factories import AftaleFactory
from sundhedsaftale.faelles.felter import Langtekst, Tekst
from sundhedsaftale.faelles.soegning import Soegefelt

CPR = "010203" + "-" + "0000"
LIGNER = CPR.replace("-", "")

# Django's own QuerySet, which knows nothing of history.
UDEN_OM: models.QuerySet[Indsats] = models.QuerySet(Indsats)


def gem_paa_ny(indsats: Indsats, titel: str) -> None:
    indsats.titel = titel
    indsats.save()


def gem_med_bulk_update(indsats: Indsats, titel: str) -> None:
    indsats.titel = titel
    Indsats.objects.bulk_update([indsats], ["titel"])


def gem_uden_om_sporet(indsats: Indsats, titel: str) -> None:
    UDEN_OM.filter(pk=indsats.pk).update(titel=titel)


def gem_med_djangos_bulk_update(indsats: Indsats, titel: str) -> None:
    indsats.titel = titel
    UDEN_OM.bulk_update([indsats], ["titel"])


def opret(indsats: Indsats, titel: str) -> None:
    Indsats.objects.create(aftale=indsats.aftale, titel=titel)


def opret_mange(indsats: Indsats, titel: str) -> None:
    Indsats.objects.bulk_create([Indsats(aftale=indsats.aftale, titel=titel)])


MAADER = [gem_paa_ny, gem_med_bulk_update, gem_uden_om_sporet, gem_med_djangos_bulk_update, opret, opret_mange]


@pytest.mark.django_db
@pytest.mark.parametrize("maade", MAADER)
def test_no_way_of_saving_goes_round_the_guard(maade):
    indsats = IndsatsFactory.create(titel="Før")

    with pytest.raises(ValidationError) as fejl, transaction.atomic():
        maade(indsats, f"Borger {CPR}")

    assert CPR not in str(fejl.value)
    assert list(Indsats.objects.values_list("titel", flat=True)) == ["Før"]


@pytest.mark.django_db
@pytest.mark.parametrize("maade", MAADER)
def test_every_way_of_saving_works_for_other_text(maade):
    maade(IndsatsFactory.create(titel="Før"), "Efter")

    assert Indsats.objects.filter(titel="Efter").count() == 1


@pytest.mark.django_db
def test_long_text_is_guarded_too():
    indsats = IndsatsFactory.create()
    indsats.intern_note = CPR

    with pytest.raises(ValidationError):
        indsats.save()


@pytest.mark.django_db
def test_validation_names_the_place_and_not_the_number():
    with pytest.raises(ValidationError) as fejl:
        Indsats(aftale=AftaleFactory.create(), titel=f"Se {CPR}").full_clean()

    assert fejl.value.message_dict["titel"] == [
        "Teksten indeholder et CPR-nummer (ved tegn 4). Fjern nummeret, før du gemmer."
    ]


@pytest.mark.django_db
def test_what_only_looks_like_a_number_can_be_saved_since_the_form_has_asked():
    assert IndsatsFactory.create(titel=LIGNER).titel == LIGNER


@pytest.mark.django_db
def test_reading_with_a_number_finds_nothing_and_does_not_fail():
    assert not Indsats.objects.filter(titel__contains=CPR).exists()


# Not free text: mail and web addresses, official codes, hashes, a lease's token and a produced page.
UDEN_VAGT = {
    "indsatser.Kontrolsvar.noegle",
    "indsatser.Maaling.kildeadresse",
    "indsatser.Maalkategori.kildeadresse",
    "indsatser.Maaltal.kildeadresse",
    "organisering.Bilag.adresse",
    "organisering.Dokumentversion.adresse",
    "organisering.Organisation.kode",
    "organisering.Person.email",
    "organisering.Bruger.email",
    "organisering.Bruger.password",
    "rapportering.Afrapportering.html",
    "rapportering.Afrapportering.lease_token",
    "rapportering.Afrapportering.sha256",
    "rapportering.Moedetryk.html",
    "rapportering.Moedetryk.lease_token",
    "rapportering.Moedetryk.sha256",
}


def test_every_text_column_of_the_apps_is_guarded():
    uden = {
        f"{felt.model._meta.label}.{felt.name}"
        for app in ("organisering", "indsatser", "rapportering")
        for model in apps.get_app_config(app).get_models()
        if not hasattr(model, "history_type")
        for felt in model._meta.local_concrete_fields
        if isinstance(felt, models.CharField | models.TextField)
        and not isinstance(felt, Tekst | Langtekst | Soegefelt | models.SlugField)
        and not felt.choices
    }

    assert uden == UDEN_VAGT


def test_migrations_refer_to_the_guarded_fields():
    assert Tekst(max_length=5).deconstruct()[1] == "sundhedsaftale.faelles.felter.Tekst"
    assert Langtekst().deconstruct()[1] == "sundhedsaftale.faelles.felter.Langtekst"
