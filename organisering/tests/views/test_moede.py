import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from organisering.models import Moede
from organisering.tests.factories import (
    MoedeFactory,
    OrganFactory,
    sekretariatsbruger,
)
from organisering.tests.moedescene import beskeder, kl, liste, nyt, skrevet

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def organ():
    return OrganFactory(kortnavn="DAK", slug="dak")


@pytest.fixture
def sekretariat(client, organ):
    client.force_login(sekretariatsbruger(organ.region), MOTOR)
    return client


def test_a_meeting_is_planned_and_its_deadlines_are_told(sekretariat, organ):
    OrganFactory(region=organ.region, refererer_til=organ)

    svar = sekretariat.post(nyt(organ), skrevet(begrundelse="Plan for foråret"), follow=True)

    moede = Moede.objects.get()
    assert (moede.starter, moede.slutter, moede.sted) == (kl(10), kl(12), "Regionshuset")
    assert svar.redirect_chain == [(moede.get_absolute_url(), 302)]
    assert beskeder(svar) == [
        "Mødet 16. marts 2027 kl. 10.00–12.00 er planlagt. Frister: status fra grupperne 2. marts 2027, "
        "sager til sekretariatet 2. marts 2027, dagsordenen sendes ud 9. marts 2027."
    ]
    assert Moede.historik.get().history_change_reason == "Plan for foråret"


@pytest.mark.parametrize(
    ("felter", "felt", "saetning"),
    [
        ({"dato": ""}, "dato", "Skriv en dato."),
        ({"dato": "i morgen"}, "dato", "Skriv en dato, fx 31-12-2021."),
        ({"dato": "16-03-1927"}, "dato", "Skriv et årstal fra 1990 til 2100."),
        ({"fra": ""}, "fra", "Skriv, hvornår mødet begynder."),
        ({"fra": "25.00"}, "fra", "Skriv et klokkeslæt, fx 10.00."),
        ({"til": "9.00"}, "til", "Mødet kan ikke slutte, før det begynder."),
        ({"slags": "fest"}, "slags", "Vælg en af mulighederne på listen."),
        ({"faelles_med": ["999999"]}, "faelles_med", "Vælg en af mulighederne på listen."),
        ({"sted": "Hos 010203-" + "0000"}, "sted", "CPR-nummer"),
        ({"begrundelse": "x" * 501}, "begrundelse", "500"),
    ],
)
def test_bad_input_is_told_at_the_field_and_everything_is_kept(sekretariat, organ, felter, felt, saetning):
    svar = sekretariat.post(nyt(organ), skrevet(**{"sted": "Behold mig", **felter}))

    assert svar.status_code == 422
    assert saetning in str(svar.context["form"].errors[felt])
    assert "form-opsummering" in svar.content.decode()
    assert "sted" in felter or "Behold mig" in svar.content.decode()
    assert not Moede.objects.exists()


def test_a_broken_rule_is_told_and_everything_is_kept(sekretariat, organ):
    MoedeFactory(organ=organ, starter=kl(11), slutter=kl(13))

    svar = sekretariat.post(nyt(organ), skrevet())

    assert svar.status_code == 422
    assert svar.context["form"].non_field_errors() == ["DAK har allerede et møde 16. marts 2027 kl. 11.00–13.00."]
    assert "Regionshuset" in svar.content.decode()


def test_a_meeting_that_moves_tells_its_new_deadlines_and_one_that_stays_does_not(sekretariat, organ):
    moede = MoedeFactory(organ=organ, starter=kl(10), slutter=kl(12))
    rediger = reverse("organisering:moede-update", args=[moede.uuid])

    bliver = sekretariat.post(rediger, skrevet(sted="Nyt sted", version=1), follow=True)
    flytter = sekretariat.post(rediger, skrevet(dato="17/3 2027", version=2), follow=True)

    assert beskeder(bliver) == ["Mødet er gemt."]
    assert beskeder(flytter) == [
        "Mødet er flyttet til 17. marts 2027 kl. 10.00–12.00. "
        "Frister: sager til sekretariatet 3. marts 2027, dagsordenen sendes ud 10. marts 2027."
    ]


def test_the_second_of_two_who_edit_a_meeting_keeps_both_wishes(sekretariat, organ):
    moede = MoedeFactory(organ=organ, starter=kl(10), slutter=kl(12), sted="Regionshuset")
    rediger = reverse("organisering:moede-update", args=[moede.uuid])
    sekretariat.post(rediger, skrevet(fra="9.00", sted="Den førstes", version=1))

    svar = sekretariat.post(rediger, skrevet(dato="17-03-2027", sted="Den andens", version=1))

    assert svar.status_code == 409
    assert {(r.felt, r.mit, r.nu, r.oprindeligt) for r in svar.context["raekker"]} == {
        ("Dato", "17-03-2027", "16-03-2027", "16-03-2027"),
        ("Fra", "(du har ikke rettet her)", "09.00", "10.00"),
        ("Sted", "Den andens", "Den førstes", "Regionshuset"),
    }
    form = svar.context["form"]
    assert [form[felt].value() for felt in ("dato", "fra", "til", "sted", "version")] == [
        "17-03-2027",
        "09.00",
        "12.00",
        "Den andens",
        "2",
    ]
    assert Moede.objects.get().sted == "Den førstes"


def test_what_was_typed_when_the_login_ran_out_is_there_after_login(client, organ):
    bruger = sekretariatsbruger(organ.region)
    client.force_login(bruger, MOTOR)
    client.get(nyt(organ))
    Session.objects.all().delete()

    assert client.post(nyt(organ), skrevet(sted="Skrevet før login")).status_code == 302
    client.force_login(bruger, MOTOR)

    assert client.get(nyt(organ)).context["form"]["sted"].value() == "Skrevet før login"


@pytest.mark.parametrize("tilstand", ["afholdt", "referat_godkendt", "aflyst"])
@pytest.mark.parametrize("side", ["moede-update", "moede-aflys"])
def test_the_pages_of_a_meeting_that_stands_fast_say_so_and_offer_no_form(sekretariat, organ, side, tilstand):
    moede = MoedeFactory(organ=organ, tilstand=tilstand)
    adresse = reverse(f"organisering:{side}", args=[moede.uuid])

    tekst = sekretariat.get(adresse).content.decode()

    assert ("Mødet er aflyst" if tilstand == "aflyst" else "Mødet er holdt") in tekst
    assert "Aflys mødet" not in tekst
    assert "Gem mødet" not in tekst
    assert sekretariat.post(adresse, skrevet(begrundelse="Alligevel", version=1)).status_code == 422
    assert Moede.objects.get().version == 1


def test_a_meeting_is_called_off_with_a_reason_and_stays_in_the_plan(sekretariat, organ):
    moede = MoedeFactory(organ=organ, starter=kl(10))
    adresse = reverse("organisering:moede-aflys", args=[moede.uuid])

    uden = sekretariat.post(adresse, {"begrundelse": " "})
    med = sekretariat.post(adresse, {"begrundelse": "For få sager"}, follow=True)

    assert (uden.status_code, uden.context["form"].errors) == (422, {"begrundelse": ["Skriv, hvorfor mødet aflyses."]})
    assert beskeder(med) == ["Mødet 16. marts 2027 kl. 10.00 er aflyst."]
    assert Moede.objects.get().tilstand == "aflyst"
    assert "Aflyst" in sekretariat.get(liste(organ, aar=2027)).content.decode()
