"""Somebody takes what must be unique between the form's look and its save: the answer is the form's own sentence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from indsatser.domain.maalingsark import Aftalt, gem_aftalte
from indsatser.models import Maaling, Maaltal, Portefoeljevisning
from indsatser.tests.factories import MaalingFactory, MaaltalFactory, PortefoeljevisningFactory
from organisering.models import Bruger
from organisering.tests.factories import sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def maaltal() -> Maaltal:
    return MaaltalFactory()


@pytest.fixture
def bruger(maaltal: Maaltal) -> Bruger:
    return sekretariatsbruger(maaltal.maalsaetning.aftale.region)


@contextmanager
def efter_der_er_set(model: type[Model], indsaet: Callable[[], object]) -> Iterator[None]:
    """Insert another's row right after the first look for a row of the model."""
    venter = [indsaet]

    def udfoer(execute: Callable[..., Any], sql: str, *resten: Any) -> Any:
        svar = execute(sql, *resten)
        if venter and f'FROM "{model._meta.db_table}"' in sql and sql.endswith(" LIMIT 1"):
            venter.pop()()
        return svar

    with connection.execute_wrapper(udfoer):
        yield
    assert not venter, "nothing was looked for"


def test_forms_tell_that_another_was_first(client: Client, maaltal: Maaltal, bruger: Bruger) -> None:
    client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
    maalsaetning = maaltal.maalsaetning
    kaploeb: list[tuple[type[Model], Callable[[], object], str, dict[str, str], str]] = [
        (
            Maaling,
            lambda: MaalingFactory(maaltal=maaltal, aar=2021),
            reverse("indsatser:maaling-create", args=[maaltal.pk]),
            {"aar": "2021", "vaerdi": "5", "kilde": "Opdigtet"},
            "Der er allerede en måling for det år.",
        ),
        (
            Maaltal,
            lambda: MaaltalFactory(maalsaetning=maalsaetning, betegnelse="Tvilling"),
            reverse("indsatser:maaltal-create", args=[maalsaetning.pk]),
            {"betegnelse": "Tvilling", "retning": "hoejst", "enhed": "procent"},
            "Målsætningen har allerede et måltal med den betegnelse.",
        ),
        (
            Portefoeljevisning,
            lambda: PortefoeljevisningFactory(aftale=maalsaetning.aftale, bruger=bruger, navn="Tvilling"),
            reverse("indsatser:portefoeljevisning-create", args=[maalsaetning.aftale.slug]),
            {"navn": "Tvilling"},
            "Du har allerede en visning med det navn.",
        ),
    ]
    for model, indsaet, adresse, data, saetning in kaploeb:
        foer = model._default_manager.count()
        with efter_der_er_set(model, indsaet):
            svar = client.post(adresse, data)

        assert (svar.status_code, model._default_manager.count()) == (422, foer + 1)
        assert saetning in svar.content.decode()


def test_a_sheet_leaves_out_the_measurement_that_another_entered(maaltal: Maaltal, bruger: Bruger) -> None:
    aftalte = [
        Aftalt(nr, f"{aar}", maaltal.pk, aar, {"vaerdi": 5, "kilde": "Opdigtet"}, None, None)
        for nr, aar in [(2, 2020), (3, 2021)]
    ]

    with efter_der_er_set(Maaling, lambda: MaalingFactory(maaltal=maaltal, aar=2020)):
        _, ikke_gemt = gem_aftalte(maaltal.maalsaetning.aftale, aftalte, kilde="tal.csv", bruger=bruger)

    assert [(en.nummer, en.fejl) for en in ikke_gemt] == [
        (2, "Der er kommet en måling for det år, siden du så forslaget.")
    ]
    assert sorted(Maaling.objects.values_list("aar", flat=True)) == [2020, 2021]
