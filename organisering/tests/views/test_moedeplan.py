from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from organisering.models import Moede
from organisering.tests.factories import MoedeFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"
DK = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def organ():
    return OrganFactory(kortnavn="DAK", slug="dak")


@pytest.fixture
def bruger(organ):
    return sekretariatsbruger(organ.region)


@pytest.fixture
def sekretariat(client, bruger):
    client.force_login(bruger, MOTOR)
    return client


def plan(organ, aar=2027):
    return reverse("organisering:moede-plan", args=[organ.slug], query={"aar": aar})


def raekker(*udfyldte):
    """Twelve rows; each that is given is (date, from, to, place)."""
    data = {"plan-TOTAL_FORMS": "12", "plan-INITIAL_FORMS": "0"}
    for nummer in range(12):
        vaerdier = udfyldte[nummer] if nummer < len(udfyldte) else ("", "10.00", "12.00", "Regionshuset")
        data |= {f"plan-{nummer}-{felt}": v for felt, v in zip(("dato", "fra", "til", "sted"), vaerdier, strict=True)}
    return data


def fejl(svar):
    return {
        (nummer, felt): list(saetninger)
        for nummer, raekke in enumerate(svar.context["formular"].errors)
        for felt, saetninger in raekke.items()
    }


def test_a_year_is_planned_and_rows_without_a_date_are_left_out(sekretariat, bruger, organ):
    svar = sekretariat.post(
        plan(organ),
        raekker(("16-03-2027", "10.00", "12.00", "Regionshuset"), ("15/6 2027", "kl. 9", "", "")),
        follow=True,
    )

    assert [(m.starter, m.slutter, m.sted) for m in Moede.objects.all()] == [
        (datetime(2027, 3, 16, 10, tzinfo=DK), datetime(2027, 3, 16, 12, tzinfo=DK), "Regionshuset"),
        (datetime(2027, 6, 15, 9, tzinfo=DK), None, ""),
    ]
    assert [str(besked) for besked in svar.context["messages"]] == ["2 møder er planlagt i DAK."]
    assert svar.context["liste"].aar == 2027
    assert set(Moede.historik.values_list("history_user", "history_change_reason")) == {(bruger.pk, "Mødeplan 2027")}


def test_every_error_is_told_at_its_row_and_nothing_is_saved(sekretariat, organ):
    MoedeFactory(
        organ=organ, starter=datetime(2027, 1, 12, 10, tzinfo=DK), slutter=datetime(2027, 1, 12, 12, tzinfo=DK)
    )
    svar = sekretariat.post(
        plan(organ),
        raekker(
            ("16-03-2027", "10.00", "12.00", "Behold mig"),
            ("16-03-2026", "10.00", "12.00", ""),
            ("17-03-2027", "", "12.00", ""),
            ("18-03-2027", "10.00", "9.00", ""),
            ("på mandag", "10.00", "12.00", ""),
        ),
    )

    assert svar.status_code == 422
    assert fejl(svar) == {
        (1, "dato"): ["Datoen ligger ikke i 2027."],
        (2, "fra"): ["Skriv, hvornår mødet begynder."],
        (3, "til"): ["Mødet kan ikke slutte, før det begynder."],
        (4, "dato"): ["Skriv en dato, fx 31-12-2021."],
    }
    tekst = svar.content.decode()
    assert "Behold mig" in tekst
    assert 'href="#id_plan-2-fra"' in tekst
    assert Moede.objects.count() == 1


def test_rows_that_break_a_rule_with_what_is_planned_or_with_each_other_stop_the_whole_plan(sekretariat, organ):
    MoedeFactory(
        organ=organ, starter=datetime(2027, 1, 12, 10, tzinfo=DK), slutter=datetime(2027, 1, 12, 12, tzinfo=DK)
    )

    svar = sekretariat.post(
        plan(organ),
        raekker(
            ("12-01-2027", "11.00", "13.00", ""),
            ("16-03-2027", "10.00", "12.00", ""),
            ("16-03-2027", "11.00", "12.00", ""),
        ),
    )

    assert svar.status_code == 422
    assert fejl(svar) == {
        (0, "dato"): ["DAK har allerede et møde 12. januar 2027 kl. 10.00–12.00."],
        (2, "dato"): ["DAK har allerede et møde 16. marts 2027 kl. 10.00–12.00."],
    }
    assert Moede.objects.count() == 1


def test_an_empty_plan_is_told(sekretariat, organ):
    svar = sekretariat.post(plan(organ), raekker())

    assert (svar.status_code, svar.context["formular"].non_form_errors()) == (422, ["Skriv dato på mindst ét møde."])
    assert "Skriv dato på mindst ét møde." in svar.content.decode()


@pytest.mark.parametrize("antal", ["", "abc", "13", "99999999"])
def test_a_form_with_a_spoilt_row_count_is_refused(sekretariat, organ, antal):
    svar = sekretariat.post(plan(organ), {**raekker(), "plan-TOTAL_FORMS": antal})

    assert svar.status_code == 422
    assert not Moede.objects.exists()


def test_the_rows_suggest_last_years_weekdays_outside_days_off(sekretariat, organ):
    for dag, tilstand in (
        (date(2026, 1, 2), "afholdt"),
        (date(2026, 3, 16), "planlagt"),
        (date(2026, 5, 7), "planlagt"),
        (date(2026, 9, 9), "aflyst"),
    ):
        MoedeFactory(
            organ=organ,
            starter=datetime(dag.year, dag.month, dag.day, 9, 30, tzinfo=DK),
            slutter=datetime(dag.year, dag.month, dag.day, 11, tzinfo=DK),
            sted="Rådhuset",
            tilstand=tilstand,
        )

    svar = sekretariat.get(plan(organ))

    formular = svar.context["formular"]
    # 1 January and 6 May 2027 (Kristi himmelfartsdag) are days off.
    assert [raekke.initial.get("dato") for raekke in formular][:4] == [
        date(2027, 1, 8),
        date(2027, 3, 15),
        date(2027, 5, 13),
        None,
    ]
    assert len(formular.forms) == 12
    assert {(str(r.initial["fra"]), str(r.initial["til"]), r.initial["sted"]) for r in formular} == {
        ("09:30:00", "11:00:00", "Rådhuset")
    }


def test_what_is_planned_already_is_shown_instead_of_suggestions(sekretariat, organ):
    MoedeFactory(organ=organ, starter=datetime(2026, 3, 16, 10, tzinfo=DK))
    planlagt = MoedeFactory(organ=organ, starter=datetime(2027, 4, 1, 10, tzinfo=DK))

    svar = sekretariat.get(plan(organ))

    assert svar.context["forslag"].planlagte == (planlagt,)
    assert not any("dato" in raekke.initial for raekke in svar.context["formular"])


def test_a_body_without_meetings_begins_with_empty_rows(sekretariat, organ):
    assert [raekke.initial for raekke in sekretariat.get(plan(organ)).context["formular"]] == [{}] * 12
