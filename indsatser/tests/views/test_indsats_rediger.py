import pytest
from django.urls import reverse

from indsatser.models import Indsats
from indsatser.tests.factories import IndsatsFactory, MaalsaetningFactory, SporFactory, VirkemiddelFactory
from organisering.models import Bruger
from organisering.tests.factories import AftaleFactory, DokumentFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db
MOTOR = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


def sti(indsats, navn="update"):
    return reverse(f"indsatser:indsats-{navn}", args=[indsats.pk])


def data(indsats, **felter):
    return {"titel": indsats.titel, "slags": "ny", "fase": "uoplyst", "version": str(indsats.version), **felter}


def test_everything_about_it_is_edited_on_one_page(sekretariat, aftale):
    indsats, over = IndsatsFactory(aftale=aftale), IndsatsFactory(aftale=aftale)
    maal, middel, spor = (fabrik(aftale=aftale) for fabrik in (MaalsaetningFactory, VirkemiddelFactory, SporFactory))
    dokument = DokumentFactory(organ=OrganFactory(region=aftale.region))
    sendt = data(
        indsats,
        titel="  Ny   titel ",
        nummer="3.2.6",
        ansvar="eget",
        overordnet=str(over.pk),
        tovholder=str(aftale.region_id),
        maalsaetninger=[maal.pk],
        virkemidler=[middel.pk],
        spor=[spor.pk],
        dokumenter=[dokument.pk],
        begrundelse="Besluttet i DAK",
    )

    svar = sekretariat.post(sti(indsats), sendt, follow=True)

    assert "Ny titel er gemt." in svar.content.decode()
    gemt = Indsats.objects.get(pk=indsats.pk)
    assert (gemt.titel, gemt.nummer, gemt.ansvar, gemt.overordnet, gemt.tovholder) == (
        *("Ny titel", "3.2.6", "eget", over),
        aftale.region,
    )
    assert [list(felt.all()) for felt in (gemt.maalsaetninger, gemt.virkemidler, gemt.spor, gemt.dokumenter)] == [
        [maal],
        [middel],
        [spor],
        [dokument],
    ]
    igen = sekretariat.post(sti(indsats), data(gemt, **{**sendt, "version": str(gemt.version)}), follow=True)
    assert "ingen ændringer" in igen.content.decode()


@pytest.mark.parametrize(
    ("felter", "felt", "tekst"),
    [
        ({"titel": ""}, "titel", "Skriv indsatsens titel."),
        ({"titel": "Optaget"}, "titel", "Aftalen har allerede en indsats"),
        ({"nummer": "1" * 21}, "nummer", "højst"),
        ({"fase": "afsluttet"}, "fase", "Vælg"),
        ({"fase": "ukendt"}, "fase", "Vælg"),
        ({"overordnet": "sig selv"}, "overordnet", "gyldig valgmulighed"),
        ({"overordnet": "sin egen del"}, "overordnet", "gyldig valgmulighed"),
        ({"overordnet": "en fremmed"}, "overordnet", "gyldig valgmulighed"),
        ({"intern_note": "Ring om 010190-1234"}, "intern_note", "CPR"),
    ],
)
def test_wrong_input_is_told_at_the_field_and_nothing_typed_is_lost(sekretariat, aftale, felter, felt, tekst):
    IndsatsFactory(aftale=aftale, titel="Optaget")
    indsats = IndsatsFactory(aftale=aftale)
    steder = {
        "sig selv": indsats,
        "sin egen del": IndsatsFactory(aftale=aftale, overordnet=indsats),
        "en fremmed": IndsatsFactory(),
    }
    felter = {navn: str(steder[v].pk) if v in steder else v for navn, v in felter.items()}

    svar = sekretariat.post(sti(indsats), data(indsats, **{"beskrivelse": "Lang tekst", **felter}))

    assert svar.status_code == 422
    assert tekst in str(svar.context["form"].errors[felt])
    assert "Lang tekst" in svar.content.decode()
    assert indsats.historik.count() == 1


def test_two_who_edit_at_once_get_the_conflict_page_with_both_texts(sekretariat, aftale):
    indsats = IndsatsFactory(aftale=aftale)
    middel = VirkemiddelFactory(aftale=aftale, navn="Prøvens middel")
    anden = Indsats.objects.get()
    anden.beskrivelse = "Den andens"
    anden.gem_med(virkemidler=[middel])

    svar = sekretariat.post(sti(indsats), data(indsats, beskrivelse="Min egen", nummer="7"))

    assert svar.status_code == 409
    assert {raekke.felt: (raekke.mit, raekke.nu) for raekke in svar.context["raekker"]} == {
        "Beskrivelse": ("Min egen", "Den andens"),
        "Nummer i aftalen": ("7", ""),
        "Virkemidler": ("(du har ikke rettet her)", "Prøvens middel"),
    }
    formen = svar.context["form"].data
    assert (formen["beskrivelse"], formen["virkemidler"]) == ("Min egen", str(middel.pk))


def test_a_login_that_ran_out_keeps_what_was_typed(sekretariat, aftale):
    indsats = IndsatsFactory(aftale=aftale)
    bruger = sekretariat.session["_auth_user_id"]
    sekretariat.get(sti(indsats))
    del sekretariat.cookies["sessionid"]
    sekretariat.post(sti(indsats), data(indsats, beskrivelse="Skrevet lige før"))
    sekretariat.force_login(Bruger.objects.get(pk=bruger), MOTOR)

    assert "Skrevet lige før" in sekretariat.get(sti(indsats)).content.decode()


def test_a_closed_initiative_is_reopened(sekretariat, aftale):
    indsats = IndsatsFactory(aftale=aftale, afsluttet=True)

    tomt = sekretariat.post(sti(indsats, "genoptag"), {"fase": "i_drift", "version": "1"})
    assert (tomt.status_code, "hvorfor" in str(tomt.context["form"].errors["begrundelse"])) == (422, True)
    sendt = {"fase": "i_drift", "begrundelse": "En fejl", "version": "1"}
    svar = sekretariat.post(sti(indsats, "genoptag"), sendt, follow=True)

    assert "er genoptaget." in svar.content.decode()
    assert not Indsats.objects.get().er_afsluttet
    assert "ikke afsluttet" in sekretariat.get(sti(indsats, "genoptag"), follow=True).content.decode()
    assert sekretariat.post(sti(indsats, "genoptag"), {**sendt, "version": "2"}).status_code == 422


def test_reopening_on_top_of_anothers_change_is_a_conflict(sekretariat, aftale):
    indsats = IndsatsFactory(aftale=aftale, afsluttet=True)
    indsats.titel = "Den andens"
    indsats.save()

    svar = sekretariat.post(sti(indsats, "genoptag"), {"fase": "i_drift", "begrundelse": "Derfor", "version": "1"})

    assert svar.status_code == 409
    assert Indsats.objects.get().er_afsluttet


def test_the_phase_of_a_closed_initiative_is_not_edited_but_the_rest_is(sekretariat, aftale):
    indsats = IndsatsFactory(aftale=aftale, afsluttet=True, fase=Indsats.Fase.AFSLUTTET)

    assert sekretariat.post(sti(indsats), data(indsats, fase="i_drift")).status_code == 422
    assert sekretariat.post(sti(indsats), data(indsats, fase="afsluttet", nummer="7")).status_code == 302

    assert (Indsats.objects.get().fase, Indsats.objects.get().nummer) == ("afsluttet", "7")
