from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from organisering.models import Bilag, Deltagelse, Indstilling, Moede, Punktfravaer
from organisering.tests.factories import OrganFactory, sekretariatsbruger
from organisering.tests.laesning.dokumenter import KOMMUNALT
from organisering.tests.referatimportscene import bekraeftet, send, tekst

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"
KILDER = Path(__file__).resolve().parents[4] / "shared" / "seeds"


@pytest.fixture
def organ():
    return OrganFactory(navn="Social- og Sundhedsudvalget", slug="udvalget")


@pytest.fixture
def skriver(client, organ):
    client.force_login(sekretariatsbruger(organ.region), MOTOR)
    return client


def test_pasted_text_is_shown_as_understood_and_nothing_is_saved(skriver) -> None:
    svar = send(skriver, tekst=KOMMUNALT)

    assert svar.status_code == 200
    assert [p.laest.titel for p in svar.context["visning"].punkter] == [
        "Budgetopfølgning for sundhed",
        "Samarbejde med sygehuset",
        "Eventuelt",
    ]
    assert "2 linjer er ikke forstået" in tekst(svar)
    assert "Punkter på dagsordenen følger nedenfor." in tekst(svar)
    assert "Referatet er fra et møde i Social- og Sundhedsudvalget" in tekst(svar)
    assert Moede.objects.count() == 0


def test_uploaded_file_is_read_like_pasted_text(skriver) -> None:
    svar = send(skriver, fil=SimpleUploadedFile("referat.txt", KOMMUNALT.encode("cp1252")))

    assert svar.status_code == 200
    assert svar.context["form"].initial["tekst"] == KOMMUNALT
    assert f"{svar.context['form'].initial['dato']}" == "2012-08-21"


def test_confirmed_text_is_saved_whole_and_leads_to_the_meeting(skriver, organ) -> None:
    svar = send(skriver, **bekraeftet())
    moede = Moede.objects.get()

    assert (svar.status_code, svar.url) == (302, moede.get_absolute_url())
    assert (moede.organ, moede.sted, moede.tilstand) == (organ, "Mødelokale 2", Moede.Tilstand.AFHOLDT)
    assert moede.punkter.count() == 3
    assert "er gemt med 3 punkter" in tekst(skriver.get(svar.url))


def test_minutes_with_one_item_are_told_in_the_singular(skriver) -> None:
    foerste = KOMMUNALT.partition("Side 2 af 3")[0]

    svar = send(skriver, **bekraeftet(tekst=foerste))

    assert "er gemt med 1 punkt." in tekst(skriver.get(svar.url))


def test_body_must_be_confirmed_and_everything_typed_is_kept(skriver) -> None:
    svar = send(skriver, **bekraeftet(rigtigt_organ="", sted="Et andet sted"))

    assert svar.status_code == 422
    assert "Bekræft, at referatet er fra det rigtige organ" in tekst(svar)
    assert svar.context["form"]["sted"].value() == "Et andet sted"
    assert svar.context["form"]["tekst"].value() == KOMMUNALT
    assert Moede.objects.count() == 0


@pytest.mark.parametrize(
    ("andet", "saetning"),
    [
        ({"dato": ""}, "Skriv en dato."),
        ({"fra": ""}, "Skriv, hvornår mødet begynder."),
        ({"til": "08.00"}, "Mødet kan ikke slutte, før det begynder."),
        ({"dato": "21-08-2099"}, "Mødet er ikke holdt endnu"),
    ],
)
def test_time_that_cannot_be_is_told_and_nothing_is_saved(skriver, andet, saetning) -> None:
    svar = send(skriver, **bekraeftet(**andet))

    assert svar.status_code == 422
    assert saetning in tekst(svar)
    assert Moede.objects.count() == 0


def test_second_time_is_refused_with_a_sentence(skriver) -> None:
    send(skriver, **bekraeftet())
    svar = send(skriver, **bekraeftet())

    assert svar.status_code == 422
    assert "med en dagsorden" in tekst(svar)
    assert Moede.objects.count() == 1


def test_text_can_be_put_right_without_losing_it(skriver) -> None:
    svar = send(skriver, **bekraeftet(trin="ret"))

    assert svar.status_code == 200
    assert svar.context["form"]["tekst"].value() == KOMMUNALT


def test_expired_login_shows_the_preview_again_after_login(client, organ) -> None:
    bruger = sekretariatsbruger(organ.region)
    adresse = reverse("organisering:referat-indlaes", args=["udvalget"])
    client.force_login(bruger, MOTOR)
    client.get(adresse)
    client.cookies.pop("sessionid")

    svar = send(client, **bekraeftet(sted="Næsten tabt"))
    client.force_login(bruger, MOTOR)
    igen = client.get(adresse)

    assert svar.headers["Location"].startswith(reverse("account_login"))
    assert igen.context["form"]["sted"].value() == "Næsten tabt"
    assert len(igen.context["visning"].punkter) == 3
    assert Moede.objects.count() == 0


def test_meeting_list_leads_to_it(skriver) -> None:
    assert reverse("organisering:referat-indlaes", args=["udvalget"]) in tekst(
        skriver.get(reverse("organisering:moede-list", args=["udvalget"]))
    )


def test_real_minutes_come_in_whole(skriver, capsys) -> None:
    kilder = sorted(KILDER.glob("004*.txt"))
    if not kilder:
        with capsys.disabled():
            print("\nThe source texts do not stand beside this checkout: the written examples stand for them.")
    for kilde in kilder:
        vist = send(skriver, fil=SimpleUploadedFile("referat.txt", kilde.read_bytes()))
        udkast = vist.context["form"].initial
        svar = send(
            skriver,
            **bekraeftet(tekst=udkast["tekst"], dato="22-04-2021", fra="10.00", sted=udkast["sted"]),
        )
        moede = Moede.objects.get()
        punkter = list(moede.punkter.all())

        assert svar.status_code == 302
        assert [(p.nummer, p.fast, p.lukket, bool(p.beslutning)) for p in punkter] == [
            ("1", "dagsorden", False, True),
            ("2", "referat", False, True),
            ("3", "", False, True),
            ("4", "", False, True),
            ("5", "", False, True),
            ("6", "beretninger", False, True),
            ("7", "eventuelt", False, True),
        ]
        assert Deltagelse.objects.filter(moede=moede).count() == 24
        assert Deltagelse.objects.filter(moede=moede, fremmoede="afbud").count() == 2
        assert [p.fravaer.count() for p in punkter] == [2] * 7
        assert Punktfravaer.objects.count() == 14
        assert [p.indstillinger.count() for p in punkter] == [0, 0, 1, 2, 2, 1, 0]
        assert set(Indstilling.objects.values_list("indstiller", flat=True)) == {
            "Styregruppen for sundhedssamarbejde",
            "Administrationen",
        }
        assert [p.bilag.count() for p in punkter] == [0, 1, 0, 0, 4, 0, 0]
        assert set(Bilag.objects.values_list("journalnummer", flat=True)) == {"EMN-2021-03543", "EMN-2021-00680"}
