"""Whatever the file holds, reading it back is a page, never an error of the server."""

import io
import random

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from indsatser.models import Indlaesning, Indsats
from indsatser.tests.arkscene import MOTOR, Regneark, gem, send
from indsatser.tests.factories import PortefoeljepostFactory, RessourcetraekFactory
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db

TEKST = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
CELLE = st.one_of(
    st.none(),
    st.sampled_from(["", "X", "nej", "Ny indsats", "2019v1", "2019v0 2020v7", "FP", "=1+1", "1.234", "12,5", "-1"]),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.datetimes(),
    TEKST,
)


@pytest.fixture
def ark(client):
    aftale = AftaleFactory()
    organ = OrganFactory(region=aftale.region, kortnavn="FP")
    for titel in ("Første", "Anden"):
        RessourcetraekFactory(
            post=PortefoeljepostFactory(indsats__aftale=aftale, indsats__titel=titel, organ=organ), aar=2020
        )
    client.force_login(sekretariatsbruger(aftale.region), MOTOR)
    return Regneark(client, aftale)


def skriv(raekker):
    linjer = [
        ";".join('"' + ("" if celle is None else str(celle)).replace('"', '""') + '"' for celle in raekke)
        for raekke in raekker
    ]
    return "\r\n".join(linjer).encode()


def test_any_cells_under_the_headings_give_a_page_and_what_can_be_saved_is_saved(ark):
    rene = [[celle.value for celle in raekke] for raekke in ark.ark.iter_rows()]
    raekker_ned = st.integers(1, len(rene) - 1)
    steder = st.tuples(raekker_ned, st.integers(0, len(rene[0]) - 1))
    aarsfelter = st.tuples(raekker_ned, st.integers(5, 9))
    rettelse = st.one_of(st.tuples(steder, CELLE), st.tuples(aarsfelter, st.sampled_from(["X", "", "ja", "●"])))

    @seed(2023)
    @settings(
        max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.lists(rettelse, max_size=5), st.lists(CELLE, max_size=len(rene[0])))
    def proev(rettelser, ny):
        raekker = [list(raekke) for raekke in rene]
        for (nummer, plads), celle in rettelser:
            raekker[nummer][plads] = celle
        svar = ark.send("ark.csv", skriv([*raekker, ny]))
        assert svar.status_code in (200, 422)
        if svar.context and "forslag" in svar.context and svar.context["antal"]:
            assert gem(ark.client, svar).status_code in (200, 409)

    proev()
    assert Indlaesning.objects.exists()


def test_any_headings_give_a_page(ark):
    @seed(2024)
    @settings(
        max_examples=25, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(st.permutations(ark.hoved), st.lists(CELLE, max_size=5), st.integers(0, 30))
    def proev(hoved, ekstra, udelad):
        svar = ark.send("ark.csv", skriv([ekstra, [*hoved[udelad:], *ekstra], ["X"] * len(hoved)]))
        assert svar.status_code in (200, 422)

    proev()


@pytest.mark.parametrize("slags", ["xlsx", "csv"])
def test_a_damaged_file_gives_a_page(ark, slags):
    helt = ark.indhold if slags == "xlsx" else skriv([[c.value for c in raekke] for raekke in ark.ark.iter_rows()])
    kast = random.Random(7)
    for _ in range(40):
        skadet = bytearray(helt)
        for _ in range(kast.randint(1, 12)):
            skadet[kast.randrange(len(skadet))] = kast.randrange(256)
        assert ark.send(f"ark.{slags}", bytes(skadet)).status_code in (200, 422)

    assert Indsats.objects.count() == 2


def test_cells_of_every_kind_in_a_real_workbook_give_a_page(ark):
    bog = openpyxl.Workbook()
    hoved = ark.hoved
    bog.active.append(hoved)
    kast = random.Random(11)
    vaerdier = [None, True, 3, 2.5, float("1e300"), "x" * 9000, "=SUM(A1:A9)", "=cmd|' /C calc'!A0", "#REF!", "2020v1"]
    for _ in range(40):
        bog.active.append([kast.choice(vaerdier) for _ in hoved])
    ud = io.BytesIO()
    bog.save(ud)

    svar = send(ark.client, ark.aftale, SimpleUploadedFile("ark.xlsx", ud.getvalue()))

    assert svar.status_code == 200
    assert svar.context["forslag"].af("ny", "aendret") == []
