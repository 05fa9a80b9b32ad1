import re
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from simple_history.models import registered_models

from indsatser.models import Indsats
from indsatser.tests.factories import IndsatsFactory, RisikogruppeFactory
from organisering.tests.factories import BrugerFactory, OrganFactory
from sundhedsaftale.faelles.historik import Aendring, begrundet, historik_for

pytestmark = pytest.mark.django_db


def history_models() -> list[type[models.Model]]:
    """Every table of history, also those of many-to-many fields: they all carry `history_id` or point at one."""
    return [
        model
        for navn in ("organisering", "indsatser", "rapportering")
        for model in apps.get_app_config(navn).get_models()
        if model.__name__.startswith("Historical")
    ]


def test_history_reads_as_sentences_newest_first():
    bruger = BrugerFactory.create(navn="Opdigtet Sekretær")
    indsats = IndsatsFactory.create(titel="Før", fase=Indsats.Fase.AFVENTER)
    indsats.titel = "Efter"
    indsats.fase = Indsats.Fase.I_DRIFT
    indsats._history_user = bruger
    begrundet(indsats, "Besluttet i følgegruppen").gem_med(
        risikogrupper=[RisikogruppeFactory.create(navn="Ældre"), RisikogruppeFactory.create(navn="Børn")]
    )

    nyeste, foerste = historik_for(indsats)

    assert (foerste.haendelse, foerste.hvem, foerste.version, foerste.aendringer) == ("oprettet", "Systemet", 1, ())
    assert (nyeste.haendelse, nyeste.hvem, nyeste.version) == ("ændret", "Opdigtet Sekretær", 2)
    assert nyeste.hvorfor == "Besluttet i følgegruppen"
    assert set(nyeste.aendringer) == {
        Aendring("titel", "Før", "Efter"),
        Aendring("fase", "Afventer beslutning", "I drift"),
        Aendring("risikogrupper", "", "Børn, Ældre"),
    }


def test_values_are_written_for_people():
    organ, over = OrganFactory.create(), OrganFactory.create(navn="Administrativ gruppe")
    organ.offentlig = False
    organ.gyldig_til = date(2023, 12, 31)
    organ.refererer_til = over
    organ.save()

    assert set(historik_for(organ)[0].aendringer) == {
        Aendring("vises for alle", "ja", "nej"),
        Aendring("gyldig til", "", "31. december 2023"),
        Aendring("refererer til", "", "Administrativ gruppe"),
    }


def test_hidden_fields_are_not_told():
    indsats = IndsatsFactory.create()
    indsats.intern_note = "Kun for os"
    indsats.titel = "Ny"
    indsats.save()

    assert [aendring.felt for aendring in historik_for(indsats, skjulte=["intern_note"])[0].aendringer] == ["titel"]


@pytest.mark.parametrize("antal", [1, 6])
def test_history_has_constant_query_count(django_assert_num_queries, antal):
    indsats = IndsatsFactory.create()
    for nummer in range(antal):
        indsats.beskrivelse = f"Udgave {nummer}"
        indsats.gem_med(risikogrupper=[RisikogruppeFactory.create()])

    with django_assert_num_queries(8):  # rows, agreements, five relations, the groups that one of them names
        assert len(historik_for(indsats)) == antal + 1


@pytest.mark.parametrize("model", history_models(), ids=lambda model: model._meta.db_table)
def test_every_history_table_refuses_update_and_delete(model):
    tabel = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [tabel])
        else:
            cursor.execute(
                "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
                [tabel],
            )
        triggere = " ".join(sql for (sql,) in cursor.fetchall()).upper()

    assert re.search(r"BEFORE UPDATE", triggere)
    assert re.search(r"BEFORE DELETE", triggere)


def test_the_list_of_history_tables_is_all_of_them():
    sporede = {model._meta.db_table for model in registered_models.values()}
    navne = {model._meta.db_table.replace("_historical", "_") for model in history_models()}

    assert navne == sporede


def slet(historie: models.QuerySet[models.Model]) -> None:
    historie.delete()


def slet_uden_om_django(historie: models.QuerySet[models.Model]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {historie.model._meta.db_table}")


def ret(historie: models.QuerySet[models.Model]) -> None:
    historie.update(history_change_reason="Aldrig sagt")


def erstat(historie: Any) -> None:
    raekke = historie.get()
    raekke.titel = "Aldrig skrevet"
    raekke.save()


@pytest.mark.parametrize("maade", [slet, slet_uden_om_django, ret, erstat])
def test_a_history_row_can_never_be_changed_or_removed(maade):
    indsats = IndsatsFactory.create(titel="Sådan var det")

    with pytest.raises(IntegrityError, match="låst"), transaction.atomic():
        maade(indsats.historik.all())

    assert indsats.historik.get().titel == "Sådan var det"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("gang", [1, 2])
def test_the_guard_is_back_after_a_transactional_test(gang):
    indsats = IndsatsFactory.create()

    with pytest.raises(IntegrityError):
        indsats.historik.all().delete()


def test_replacing_a_history_row_on_sqlite_meets_the_same_guard():
    indsats = IndsatsFactory.create()
    tabel = Indsats.historik.model._meta.db_table
    erstatning = (
        f"INSERT OR REPLACE INTO {tabel} SELECT * FROM {tabel}"
        if connection.vendor == "sqlite"
        else f"UPDATE {tabel} SET titel = 'x'"
    )

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(erstatning)

    assert indsats.historik.count() == 1
