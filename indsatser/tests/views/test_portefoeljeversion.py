from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from indsatser.models import Portefoeljeversion
from indsatser.tests.factories import PortefoeljepostFactory, PortefoeljeversionFactory, RessourcetraekFactory
from organisering.models import Moede
from organisering.tests.factories import AftaleFactory, MoedeFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region)


@pytest.fixture
def post(aftale, organ):
    return PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel="Prøven")


@pytest.fixture
def sekretariat(client, aftale):
    client.force_login(sekretariatsbruger(aftale.region), "django.contrib.auth.backends.ModelBackend")
    return client


def ny(aftale):
    return reverse("indsatser:portefoeljeversion-create", args=[aftale.slug])


def test_a_version_is_named_read_at_its_own_address_renamed_and_forgotten(sekretariat, aftale, organ, post):
    svar = sekretariat.post(ny(aftale), {"navn": "Forelagt", "dag": "12-03-2021", "organ": organ.pk}, follow=True)

    version = Portefoeljeversion.objects.get()
    assert str(timezone.localtime(version.tidspunkt))[:19] == "2021-03-12 23:59:59"
    assert "Portalen kender først porteføljen fra" in svar.content.decode()
    adresse, ret = version.get_absolute_url(), reverse("indsatser:portefoeljeversion-update", args=[version.uuid])
    data = {"navn": "Forelagt DAK", "dag": f"{timezone.localdate():%d-%m-%Y}", "version": version.version}
    svar = sekretariat.post(ret, data, follow=True)
    assert "Prøven" in svar.content.decode()
    assert svar.request["PATH_INFO"] == adresse
    assert sekretariat.post(ret, {**data, "navn": "For sent"}).status_code == 409

    slet = reverse("indsatser:portefoeljeversion-delete", args=[version.uuid])
    assert 'name="version" value="2"' in sekretariat.get(slet).content.decode()
    assert "En anden har ændret" in sekretariat.post(slet, {"version": "1"}, follow=True).content.decode()
    assert "er slettet" in sekretariat.post(slet, {"version": "2"}, follow=True).content.decode()
    assert sekretariat.get(adresse).status_code == 404


def test_a_version_without_day_or_meeting_is_of_now_and_keeps_its_moment(sekretariat, aftale):
    foer = timezone.now()
    sekretariat.post(ny(aftale), {"navn": "Nu"})

    version = Portefoeljeversion.objects.get()
    assert foer <= version.tidspunkt <= timezone.now()
    ret = reverse("indsatser:portefoeljeversion-update", args=[version.uuid])
    svar = sekretariat.post(ret, {"navn": "Nu", "dag": "", "version": version.version})
    assert "Skriv en dag, eller vælg et møde." in svar.content.decode()


def test_a_version_put_before_a_meeting_is_the_moment_it_began(sekretariat, aftale, organ):
    moede = MoedeFactory(organ=organ, starter=timezone.now() - timedelta(days=3))
    sekretariat.post(ny(aftale), {"navn": "Forelagt", "moede": moede.pk})

    version = Portefoeljeversion.objects.get()
    assert (version.moede, version.tidspunkt) == (moede, Moede.objects.get().starter)


@pytest.mark.parametrize(
    ("felter", "tekst"),
    [
        ({"navn": ""}, "Skriv, hvad versionen skal hedde."),
        ({"navn": "OPTAGET"}, "Aftalen har allerede en version med det navn."),
        ({"dag": "31-02-2021"}, "Skriv en dato, fx 31-12-2021."),
        ({"dag": "01-01-2999"}, "Tidspunktet er ikke kommet endnu."),
        ({"dag": "", "klokken": "10"}, "Skriv, hvilken dag klokkeslættet gælder."),
        ({"klokken": "25"}, "Skriv et klokkeslæt, fx 10.00."),
        ({"organ": "999"}, "Vælg et organ på listen."),
        ({"navn": "x" * 151}, "150"),
    ],
)
def test_bad_input_is_told_and_kept(sekretariat, aftale, felter, tekst):
    PortefoeljeversionFactory(aftale=aftale, navn="Optaget")

    svar = sekretariat.post(ny(aftale), {"navn": "Ny", "dag": "12-03-2021", "bemaerkning": "Behold mig", **felter})

    assert svar.status_code == 422
    assert tekst in svar.content.decode()
    assert "Behold mig" in svar.content.decode()
    assert Portefoeljeversion.objects.count() == 1


@pytest.mark.parametrize(
    ("dag", "status"), [("2020-03-12", 200), ("1850-01-01", 200), ("2999-01-01", 404), ("i-gaar", 404)]
)
def test_an_address_of_a_day_is_read_by_all(client, aftale, organ, post, dag, status):
    for navn, ejer in (("portefoelje-aftale-paa", aftale), ("portefoelje-organ-paa", organ)):
        assert client.get(reverse(f"indsatser:{navn}", args=[ejer.slug, dag])).status_code == status


@pytest.mark.parametrize(
    ("dag", "ender", "tekst"),
    [
        ("12-03-2020", "indsatser:portefoelje-aftale-paa", "Her kan den læses, men ikke rettes."),
        ("2999-01-01", "indsatser:portefoelje-aftale", "Dagen er ikke kommet endnu."),
        ("i går", "indsatser:portefoelje-aftale", "Skriv en dato, fx 31-12-2021."),
    ],
)
def test_a_written_day_leads_to_its_address(client, aftale, post, dag, ender, tekst):
    svar = client.get(reverse("indsatser:portefoelje-aftale-find", args=[aftale.slug], query={"dag": dag}), follow=True)

    assert f"indsatser:{svar.resolver_match.url_name}" == ender
    assert tekst in svar.content.decode()


def test_the_days_page_offers_no_way_to_change_it(sekretariat, aftale, organ, post):
    RessourcetraekFactory(post=post)
    svar = sekretariat.get(reverse("indsatser:portefoelje-organ-paa", args=[organ.slug, timezone.localdate()]))

    assert "Prøven" in svar.content.decode()
    assert "hx-post" not in svar.content.decode()
