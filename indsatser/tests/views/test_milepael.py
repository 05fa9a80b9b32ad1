from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from indsatser.models import Milepael
from indsatser.tests.factories import IndsatsFactory, MilepaelFactory
from organisering.tests.factories import AftaleFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def indsats():
    return IndsatsFactory(aftale=AftaleFactory())


@pytest.fixture
def sekretariat(client, indsats):
    client.force_login(sekretariatsbruger(indsats.aftale.region), MOTOR)
    return client


def sti(navn, objekt):
    return reverse(f"indsatser:milepael-{navn}", args=[objekt.pk])


def test_a_milestone_is_added_edited_reached_and_deleted_and_its_history_stays(sekretariat, indsats):
    sendt = {"titel": "Pilot færdig", "planlagt": "31-12-2020", "begrundelse": "Aftalt i gruppen"}
    svar = sekretariat.post(sti("create", indsats), sendt, follow=True)
    assert "Pilot færdig er gemt." in svar.content.decode()

    milepael = Milepael.objects.get()
    sekretariat.post(sti("update", milepael), {**sendt, "forventet": "1/3 2021", "version": "1"})
    assert sekretariat.post(sti("naaet", milepael), {"version": "2"}).status_code == 302

    gemt = Milepael.objects.get()
    assert (gemt.planlagt, gemt.forventet, gemt.naaet) == (date(2020, 12, 31), date(2021, 3, 1), timezone.localdate())
    assert "Slet milepælen Pilot færdig?" in sekretariat.get(sti("delete", gemt)).content.decode()
    sekretariat.post(sti("delete", gemt), {"version": "3"})

    assert not Milepael.objects.exists()
    assert [linje.history_type for linje in Milepael.historik.order_by("history_id")] == ["+", "~", "~", "-"]


@pytest.mark.parametrize(
    ("felter", "felt", "tekst"),
    [
        ({"titel": ""}, "titel", "Skriv, hvad milepælen er."),
        ({"titel": "Optaget"}, "__all__", "allerede en milepæl med den titel"),
        ({"planlagt": "31. dec"}, "planlagt", "Skriv en dato, fx 31-12-2021."),
        ({"naaet": "01-01-2999"}, "__all__", "ikke være nået i fremtiden"),
        ({"titel": "010190-1234"}, "titel", "CPR"),
    ],
)
def test_wrong_input_is_told_and_saves_nothing(sekretariat, indsats, felter, felt, tekst):
    MilepaelFactory(indsats=indsats, titel="Optaget")

    svar = sekretariat.post(sti("create", indsats), {"titel": "Ny", **felter})

    assert svar.status_code == 422
    assert tekst in str(svar.context["form"].errors[felt])
    assert Milepael.objects.count() == 1


def test_on_top_of_anothers_change_nothing_is_overwritten(sekretariat, indsats):
    milepael = MilepaelFactory(indsats=indsats)
    milepael.titel = "Den andens"
    milepael.save()

    svar = sekretariat.post(sti("update", milepael), {"titel": "Min", "version": "1"})
    assert svar.status_code == 409
    for navn in ("naaet", "delete"):
        svar = sekretariat.post(sti(navn, milepael), {"version": "1"}, follow=True)
        assert "En anden har ændret milepælen" in svar.content.decode()
    svar = sekretariat.post(sti("naaet", milepael), {"version": "x"}, follow=True)
    assert "En anden har ændret milepælen" in svar.content.decode()

    gemt = Milepael.objects.get()
    assert (gemt.titel, gemt.naaet) == ("Den andens", None)


def test_a_reached_milestone_keeps_its_date(sekretariat, indsats):
    milepael = MilepaelFactory(indsats=indsats, naaet=date(2020, 1, 1))

    svar = sekretariat.post(sti("naaet", milepael), {"version": "1"}, follow=True)

    assert "allerede nået" in svar.content.decode()
    assert Milepael.objects.get().naaet == date(2020, 1, 1)
