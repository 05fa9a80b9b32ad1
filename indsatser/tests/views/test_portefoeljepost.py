import pytest
from django.urls import reverse

from indsatser.models import Indsats, Ressourcetraek
from indsatser.tests.factories import MaalsaetningFactory, PortefoeljepostFactory, RessourcetraekFactory
from organisering.tests.factories import sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return RessourcetraekFactory(aar=2020, post__indsats__titel="Røgfri prøve").post


@pytest.fixture
def bruger(post):
    return sekretariatsbruger(post.indsats.aftale.region)


@pytest.fixture
def sekretariat(client, bruger):
    client.force_login(bruger, "django.contrib.auth.backends.ModelBackend")
    return client


def rediger(post):
    return reverse("indsatser:post-update", args=[post.pk])


def raekke(**felter):
    """The row as the form shows it, with some fields written over."""
    return {
        "titel": "Røgfri prøve",
        "slags": "ny",
        "fase": "uoplyst",
        "aar": ["2020"],
        "sete": "0v0 1v1 0v0 0v0 0v0",
        "version": "1",
        "begrundelse": "",
        **felter,
    }


def kryds():
    return sorted(Ressourcetraek.objects.filter(planlagt=True).values_list("aar", flat=True))


def test_the_form_shows_what_was_seen(sekretariat, post):
    form = sekretariat.get(rediger(post)).context["form"]

    assert (form["aar"].value(), form["sete"].value(), form["version"].value()) == ([2020], "0v0 1v1 0v0 0v0 0v0", 1)


def test_a_row_is_saved_with_its_years_targets_and_reason(sekretariat, bruger, post):
    maal = MaalsaetningFactory(aftale=post.indsats.aftale)
    data = raekke(titel="Ny  titel", aar=["2021"], maalsaetninger=[maal.pk], begrundelse="Besluttet i DAK")

    svar = sekretariat.post(rediger(post), data, follow=True)

    assert "Ny titel er gemt." in svar.content.decode()
    assert (Indsats.objects.get().titel, list(Indsats.objects.get().maalsaetninger.all()), kryds()) == (
        "Ny titel",
        [maal],
        [2021],
    )
    historie = Indsats.historik.latest("history_id")
    assert (historie.history_user, historie.history_change_reason) == (bruger, "Besluttet i DAK")


@pytest.mark.parametrize(
    ("felter", "felt", "tekst"),
    [
        ({"titel": ""}, "titel", "Skriv indsatsens titel."),
        ({"titel": "OPTAGET"}, "titel", "Aftalen har allerede en indsats med den titel. Den står i porteføljen for: "),
        ({"aar": ["2024"]}, "aar", "Vælg år i aftalen, 2019–2023."),
        ({"beskrivelse": "Borger 010203-" + "0000"}, "beskrivelse", "CPR-nummer"),
        ({"begrundelse": "Borger 010203-" + "0000"}, "begrundelse", "CPR-nummer"),
        ({"begrundelse": "x" * 501}, "begrundelse", "500"),
        ({"fase": "afsluttet"}, "fase", "Vælg en af mulighederne på listen."),
        ({"maalsaetninger": ["999999"]}, "maalsaetninger", "Vælg en af mulighederne på listen."),
        ({"version": ""}, "version", "Hent siden igen"),
        ({"sete": "0v0"}, "sete", "Siden er forældet"),
    ],
)
def test_bad_input_is_told_at_the_field_and_everything_is_kept(sekretariat, post, felter, felt, tekst):
    PortefoeljepostFactory(indsats__aftale=post.indsats.aftale, indsats__titel="Optaget")

    svar = sekretariat.post(rediger(post), raekke(**{"intern_note": "Behold mig", **felter}))

    assert svar.status_code == 422
    assert tekst in str(svar.context["form"].errors[felt])
    assert "Behold mig" in svar.content.decode()
    assert "form-opsummering" in svar.content.decode()
    assert (Indsats.objects.get(pk=post.indsats_id).version, kryds()) == (1, [2020])


def test_the_second_of_two_on_the_same_row_gets_the_conflict_page_and_loses_nothing(sekretariat, post):
    sekretariat.post(rediger(post), raekke(titel="Den førstes", aar=["2020", "2019"]))

    svar = sekretariat.post(
        rediger(post),
        raekke(
            titel="Den andens", fase="i_drift", aar=["2020", "2021"], begrundelse="Min grund", intern_note="Min note"
        ),
    )

    assert svar.status_code == 409
    tekst = svar.content.decode()
    assert "Den førstes" in tekst
    assert "Den andens" in tekst
    assert (Indsats.objects.get().titel, kryds()) == ("Den førstes", [2019, 2020])
    data = svar.context["form"].data
    assert (data["titel"], data["fase"], data["begrundelse"], data["intern_note"]) == (
        "Den andens",
        "i_drift",
        "Min grund",
        "Min note",
    )
    assert (data["version"], data.getlist("aar"), data["sete"]) == (
        "2",
        ["2019", "2020", "2021"],
        "1v1 1v1 0v0 0v0 0v0",
    )

    assert sekretariat.post(rediger(post), dict(data.lists())).status_code == 302
    assert (Indsats.objects.get().titel, Indsats.objects.get().fase, kryds()) == (
        "Den andens",
        "i_drift",
        [2019, 2020, 2021],
    )


def test_fields_that_the_second_left_alone_take_the_firsts_values(sekretariat, post):
    sekretariat.post(rediger(post), raekke(titel="Den førstes"))

    svar = sekretariat.post(rediger(post), raekke(fase="i_drift"))

    assert svar.status_code == 409
    assert (svar.context["form"].data["titel"], svar.context["form"].data["fase"]) == ("Den førstes", "i_drift")


def test_a_year_that_both_changed_is_a_conflict_of_its_own(sekretariat, post):
    traek = Ressourcetraek.objects.get()
    for planlagt in (False, True):
        traek.planlagt = planlagt
        traek.save()

    svar = sekretariat.post(rediger(post), raekke(aar=[]))

    assert svar.status_code == 409
    assert [(r.felt, r.mit, r.nu, r.oprindeligt) for r in svar.context["raekker"]] == [
        ("Røgfri prøve, 2020", "", "X", "X")
    ]
    assert kryds() == [2020]


def test_the_conflict_page_names_the_one_who_saved_the_year(client, post):
    anden = sekretariatsbruger(post.indsats.aftale.region)
    client.force_login(anden, "django.contrib.auth.backends.ModelBackend")
    client.post(reverse("indsatser:post-aar", args=[post.pk, 2020]), {"celle": "0v1"})
    client.post(reverse("indsatser:post-aar", args=[post.pk, 2020]), {"celle": "1v2"})

    svar = client.post(rediger(post), raekke(aar=[]))

    assert (svar.status_code, svar.context["hvem"]) == (409, str(anden))


def test_two_who_edit_different_years_of_a_row_both_save(sekretariat, post):
    sekretariat.post(rediger(post), raekke(aar=["2020", "2019"]))

    assert sekretariat.post(rediger(post), raekke(aar=["2020", "2023"])).status_code == 302
    assert kryds() == [2019, 2020, 2023]


def test_what_was_typed_when_the_login_ran_out_waits_behind_the_login(sekretariat, bruger, post):
    anden = PortefoeljepostFactory(indsats__aftale=post.indsats.aftale)
    sekretariat.get(rediger(post))
    del sekretariat.cookies["sessionid"]
    svar = sekretariat.post(rediger(post), raekke(titel="Skrevet før login", intern_note="Lang note", aar=["2021"]))

    assert svar.url == f"{reverse('account_login')}?next={rediger(post)}"
    sekretariat.post(svar.url, {"login": bruger.email, "password": "prøve-kodeord-1234"})
    assert "Skrevet før login" not in sekretariat.get(rediger(anden)).content.decode()

    svar = sekretariat.get(rediger(post))
    for tekst in ("Det, du skrev, står her endnu", "Skrevet før login", "Lang note"):
        assert tekst in svar.content.decode()
    assert svar.context["form"]["aar"].value() == ["2021"]
    assert "Det, du skrev, står her endnu" not in sekretariat.get(rediger(post)).content.decode(), "shown once"
    assert Indsats.objects.get(pk=post.indsats_id).titel == "Røgfri prøve"
