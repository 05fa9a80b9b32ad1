import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from simple_history.utils import get_history_manager_for_model

from indsatser.models import Indsats, Portefoeljepost
from indsatser.tests.factories import (
    IndsatsFactory,
    PortefoeljepostFactory,
)
from organisering.tests.factories import AftaleFactory
from sundhedsaftale.faelles.fejl import Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet

pytestmark = pytest.mark.django_db


def historie(objekt: Sporet) -> list[tuple[str, int]]:
    return list(
        get_history_manager_for_model(type(objekt))
        .filter(id=objekt.pk)
        .order_by("history_id")
        .values_list("history_type", "version")
    )


def tracked_models() -> list[type[Sporet]]:
    return [model for model in apps.get_models() if issubclass(model, Sporet)]


def test_every_save_moves_the_version_and_leaves_one_history_row():
    indsats = IndsatsFactory.create()
    indsats.titel = "Ny titel"
    indsats.save()
    indsats.save()

    assert indsats.version == 3
    assert Indsats.objects.get().version == 3
    assert historie(indsats) == [("+", 1), ("~", 2), ("~", 3)]


def test_a_stale_object_is_refused_and_keeps_its_version_and_text():
    indsats = IndsatsFactory.create()
    foraeldet = Indsats.objects.get()
    indsats.titel = "Den andens"
    indsats.save()
    foraeldet.titel = "Min"

    with pytest.raises(Versionskonflikt) as konflikt:
        foraeldet.save()

    assert konflikt.value.objekt is foraeldet
    assert (foraeldet.version, foraeldet.titel) == (1, "Min")
    assert Indsats.objects.get().titel == "Den andens"
    assert historie(indsats) == [("+", 1), ("~", 2)]


def test_after_reading_again_the_save_goes_through():
    indsats = IndsatsFactory.create()
    foraeldet = Indsats.objects.get()
    indsats.save()

    foraeldet.refresh_from_db()
    foraeldet.save()

    assert foraeldet.version == 3


def test_update_fields_carries_the_version():
    indsats = IndsatsFactory.create()
    foraeldet = Indsats.objects.get()
    indsats.beskrivelse = "Kun denne"
    indsats.save(update_fields=["beskrivelse"])

    assert Indsats.objects.get().version == 2
    with pytest.raises(Versionskonflikt):
        foraeldet.save(update_fields=["beskrivelse"])


def test_a_row_that_is_gone_is_a_conflict_and_not_a_new_row():
    indsats = IndsatsFactory.create()
    Indsats.objects.get().delete()

    with pytest.raises(Versionskonflikt):
        indsats.save()

    assert not Indsats.objects.exists()


def test_a_new_object_never_overwrites_the_row_that_has_its_key():
    indsats = IndsatsFactory.create(titel="Den, der var der")

    with pytest.raises(IntegrityError):
        Indsats(pk=indsats.pk, aftale=indsats.aftale, titel="En anden").save()


def test_an_object_read_without_its_version_cannot_be_saved():
    IndsatsFactory.create()
    indsats = Indsats.objects.only("titel").get()

    with pytest.raises(RuntimeError, match="uden version"):
        indsats.save()


def test_force_insert_and_later_saves_in_one_object_work():
    indsats = Indsats(aftale=AftaleFactory.create(), titel="Ny")
    indsats.save(force_insert=True)
    indsats.titel = "Rettet"
    indsats.save()

    assert Indsats.objects.get().titel == "Rettet"


def test_a_history_row_that_cannot_be_written_takes_the_save_back():
    indsats = IndsatsFactory.create(titel="Før")
    indsats.titel = "Efter"
    vars(indsats)["_history_date"] = "ikke en dato"

    with pytest.raises(ValidationError):
        indsats.save()

    assert (indsats.version, Indsats.objects.get().titel) == (1, "Før")


def test_the_reason_belongs_to_one_save():
    indsats = begrundet(IndsatsFactory.create(), "Besluttet i følgegruppen")
    indsats.save()
    indsats.save()

    assert list(indsats.historik.order_by("history_id").values_list("history_change_reason", flat=True)) == [
        None,
        "Besluttet i følgegruppen",
        None,
    ]


def test_a_reason_is_guarded_against_cpr_numbers():
    indsats = begrundet(IndsatsFactory.create(), "Borger 010203" + "-0000")

    with pytest.raises(ValidationError):
        indsats.save()


def test_queryset_update_is_refused_with_the_way_to_go():
    indsats = IndsatsFactory.create()

    with pytest.raises(RuntimeError, match=r"save\(\), eller brug bulk_update"):
        Indsats.objects.filter(pk=indsats.pk).update(titel="Uden om")


@pytest.mark.parametrize("model", tracked_models(), ids=lambda model: model._meta.label)
def test_every_tracked_model_refuses_update_through_both_its_managers(model):
    for manager in (model._default_manager, model._base_manager):
        assert isinstance(manager.all(), SporetQuerySet)
        with pytest.raises(RuntimeError):
            manager.update(version=7)


@pytest.mark.parametrize("model", tracked_models(), ids=lambda model: model._meta.label)
def test_every_tracked_model_keeps_history(model):
    assert hasattr(model, "historik")


def test_reverse_relations_cannot_write_round_history():
    post = PortefoeljepostFactory.create()
    foer = post.indsats
    anden = IndsatsFactory.create(aftale=foer.aftale)

    with pytest.raises(RuntimeError):
        anden.poster.add(post)

    assert Portefoeljepost.objects.get().indsats == foer
