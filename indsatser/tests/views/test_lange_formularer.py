"""The longest forms arrive whole."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from indsatser.forms.regneark import RAEKKER_HOEJST
from indsatser.tests.arkscene import MOTOR, Regneark
from indsatser.tests.factories import IndsatsFactory, PortefoeljepostFactory
from organisering.models import Aftale
from organisering.tests.factories import sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale() -> Aftale:
    return PortefoeljepostFactory(indsats__titel="Prøve").indsats.aftale


@pytest.fixture
def sekretariat(client: Client, aftale: Aftale) -> Client:
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return client


def test_the_choice_of_every_row_of_the_longest_sheet_is_received(sekretariat: Client, aftale: Aftale) -> None:
    ark = Regneark(sekretariat, aftale)
    ark.saet("Prøve", **{str(aftale.aar[0]): "X"})
    svar = sekretariat.post(
        reverse("indsatser:regneark", args=[aftale.slug]), {"fil": SimpleUploadedFile("rettet.xlsx", ark.indhold)}
    )
    (linje,) = sekretariat.get(svar["Location"]).context["forslag"].af("aendret")
    valg = [linje.valg, *(f"{nr}-ukendt" for nr in range(1, RAEKKER_HOEJST))]

    gemt = sekretariat.post(
        svar["Location"], {"csrfmiddlewaretoken": "x" * 64, "begrundelse": "Rettet i arket", "valg": valg}
    )

    assert gemt.status_code == 409  # read whole: the rows nobody was shown are what it stops at


def test_three_answers_on_each_of_ten_thousand_initiatives_are_received(sekretariat: Client, aftale: Aftale) -> None:
    IndsatsFactory(aftale=aftale)
    felter = {f"{slags}-{nr}": "" for slags in "iot" for nr in range(RAEKKER_HOEJST)}

    svar = sekretariat.post(reverse("indsatser:overdragelse", args=[aftale.slug]), felter | {"til": "", "resten": ""})

    assert svar.status_code == 422
