"""Tracked rows in bulk and with their relations."""

from typing import Any

import pytest
from simple_history.utils import get_history_manager_for_model

from indsatser.models import Indsats, Portefoeljepost
from indsatser.tests.factories import (
    IndsatsFactory,
    RessourcetraekFactory,
    RisikogruppeFactory,
)
from organisering.tests.factories import AftaleFactory
from sundhedsaftale.faelles.fejl import Versionskonflikt
from sundhedsaftale.faelles.sporet import Sporet

pytestmark = pytest.mark.django_db


def historie(objekt: Sporet) -> list[tuple[str, int]]:
    return list(
        get_history_manager_for_model(type(objekt))
        .filter(id=objekt.pk)
        .order_by("history_id")
        .values_list("history_type", "version")
    )


def test_bulk_update_moves_every_version_and_leaves_every_history_row():
    indsatser = IndsatsFactory.create_batch(3)
    for indsats in indsatser:
        indsats.beskrivelse = "Samlet rettelse"

    assert Indsats.objects.bulk_update(indsatser, ["beskrivelse"]) == 3
    assert set(Indsats.objects.values_list("version", "beskrivelse")) == {(2, "Samlet rettelse")}
    assert [historie(indsats) for indsats in indsatser] == [[("+", 1), ("~", 2)]] * 3


def test_bulk_update_is_all_or_nothing_when_one_row_is_stale():
    indsatser = IndsatsFactory.create_batch(3)
    Indsats.objects.get(pk=indsatser[2].pk).save()
    for indsats in indsatser:
        indsats.beskrivelse = "Samlet rettelse"

    with pytest.raises(Versionskonflikt):
        Indsats.objects.bulk_update(indsatser, ["beskrivelse"])

    assert not Indsats.objects.filter(beskrivelse="Samlet rettelse").exists()


def test_bulk_create_leaves_a_history_row_for_each():
    aftale = AftaleFactory.create()

    nye = Indsats.objects.bulk_create([Indsats(aftale=aftale, titel=f"Nr. {nummer}") for nummer in range(3)])

    assert [historie(indsats) for indsats in nye] == [[("+", 1)]] * 3


def test_bulk_create_cannot_skip_or_overwrite_rows():
    indsats = IndsatsFactory.create()

    with pytest.raises(RuntimeError, match="kun indsætte"):
        Indsats.objects.bulk_create([Indsats(aftale=indsats.aftale, titel=indsats.titel)], ignore_conflicts=True)


def test_queryset_delete_leaves_history_also_of_what_went_with_it():
    traek = RessourcetraekFactory.create()
    post = traek.post
    Portefoeljepost.objects.filter(pk=post.pk).delete()

    assert historie(post) == [("+", 1), ("-", 1)]
    assert historie(traek) == [("+", 1), ("-", 1)]


def gruppernes_navne(historisk: Any) -> list[str]:
    return sorted(spor.risikogruppe.navn for spor in historisk.risikogrupper.all())


def test_relations_and_row_are_one_act_with_one_history_row():
    indsats = IndsatsFactory.create()
    hoej, lav = RisikogruppeFactory.create(navn="Høj"), RisikogruppeFactory.create(navn="Lav")

    indsats.gem_med(risikogrupper=[hoej, lav])
    indsats.gem_med(risikogrupper=[lav])

    assert historie(indsats) == [("+", 1), ("~", 2), ("~", 3)]
    assert [gruppernes_navne(raekke) for raekke in indsats.historik.order_by("history_id")] == [
        [],
        ["Høj", "Lav"],
        ["Lav"],
    ]


def test_a_new_row_is_born_with_its_relations():
    gruppe = RisikogruppeFactory.create(navn="Høj")
    indsats = Indsats(aftale=gruppe.aftale, titel="Ny").gem_med(risikogrupper=[gruppe])

    assert historie(indsats) == [("+", 1)]
    assert gruppernes_navne(indsats.historik.get()) == ["Høj"]


def test_a_stale_object_does_not_get_to_change_relations():
    indsats = IndsatsFactory.create()
    Indsats.objects.get().save()

    with pytest.raises(Versionskonflikt):
        indsats.gem_med(risikogrupper=[RisikogruppeFactory.create()])

    assert not indsats.risikogrupper.exists()


def test_relations_set_directly_still_leave_history():
    indsats = IndsatsFactory.create()
    indsats.risikogrupper.set([RisikogruppeFactory.create(navn="Høj")])

    assert historie(indsats) == [("+", 1), ("~", 1)]
    assert gruppernes_navne(indsats.historik.first()) == ["Høj"]
