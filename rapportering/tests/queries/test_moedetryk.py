"""Which version of a meeting each reader may have on paper, and what is frozen of it."""

import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile

from organisering.models import Bruger, Moede
from organisering.queries.indblik import ALT, OFFENTLIG_DAGSORDEN, OFFENTLIGT_REFERAT
from organisering.tests.factories import (
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    MoedeFactory,
    sekretariatsbruger,
)
from rapportering.queries.moedetryk import INTERN_DAGSORDEN, moedesnapshot, udgave_for
from rapportering.tests.moedescene import bilag, opret_moede, pdf

pytestmark = pytest.mark.django_db

Tilstand = Moede.Tilstand
INTERN, OFFENTLIG, REFERAT, OFFENTLIGT = INTERN_DAGSORDEN, OFFENTLIG_DAGSORDEN, ALT, OFFENTLIGT_REFERAT


def laesere(moede: Moede) -> dict[str, Bruger | AnonymousUser]:
    medlem = BrugerFactory()
    MedlemskabFactory(person=medlem.person, organ=moede.organ)
    return {
        "sekretariat": sekretariatsbruger(moede.organ.region),
        "medlem": medlem,
        "fremmed": BrugerFactory(),
        "anonym": AnonymousUser(),
    }


@pytest.mark.parametrize(
    ("felter", "dagsorden", "referat"),
    [
        ({}, (INTERN, None, None, None), (None, None, None, None)),
        ({"udsendt": True}, (INTERN, INTERN, None, None), (None, None, None, None)),
        ({"afholdt": True}, (INTERN, INTERN, None, None), (None, None, None, None)),
        ({"med_referat": True}, (INTERN, INTERN, None, None), (REFERAT, REFERAT, None, None)),
        (
            {"udgivet": True},
            (INTERN, INTERN, OFFENTLIG, OFFENTLIG),
            (REFERAT, REFERAT, OFFENTLIGT, OFFENTLIGT),
        ),
    ],
    ids=["planned", "agenda sent", "held", "minutes sent", "published"],
)
def test_each_reader_has_the_version_that_the_meetings_state_gives(felter, dagsorden, referat):
    moede = MoedeFactory(**felter)
    brugere = laesere(moede).values()

    assert tuple(udgave_for(moede, "dagsorden", bruger) for bruger in brugere) == dagsorden
    assert tuple(udgave_for(moede, "pakke", bruger) for bruger in brugere) == dagsorden
    assert tuple(udgave_for(moede, "referat", bruger) for bruger in brugere) == referat


@pytest.mark.parametrize(
    ("tilstand", "slags", "tekst"),
    [
        (Tilstand.PLANLAGT, "dagsorden", "Udkast, ikke sendt ud"),
        (Tilstand.AFLYST, "dagsorden", "Mødet er aflyst"),
        (Tilstand.AFHOLDT, "dagsorden", "Sendt ud"),
        (Tilstand.REFERAT_UDSENDT, "referat", "Udkast, ikke godkendt"),
        (Tilstand.REFERAT_GODKENDT, "referat", "Godkendt"),
    ],
)
def test_state_is_said_in_words(tilstand, slags, tekst):
    assert moedesnapshot(MoedeFactory(tilstand=tilstand), slags, ALT)["tilstand"] == tekst


def test_public_snapshot_holds_the_public_wording_of_a_closed_item_and_no_closed_paper():
    data = moedesnapshot(opret_moede(udgivet=True), "pakke", OFFENTLIG_DAGSORDEN)

    assert "kanarie" not in json.dumps(data)
    assert [punkt["titel"] for punkt in data["punkter"]][4] == "Sag om personale"
    assert [(en["nummer"], en["titel"]) for en in data["pakke"]] == [
        ("2.1", "Referat af mødet den 4. december 2020"),
        ("3.1", "Oversigt over puljen"),
        ("3.2", "Regneark med beregninger"),
        ("3.3", "Budgetaftalen for 2021"),
        ("3.4", "Ansøgning i papirform"),
    ]


def test_a_paper_with_a_new_file_is_another_packet_and_the_same_agenda():
    moede = opret_moede(udsendt=True)
    foer = [moedesnapshot(moede, slags, INTERN) for slags in ("dagsorden", "pakke")]
    punkt = moede.punkter.get(titel="Godkendelse af referat")

    papir = punkt.bilag.get()
    papir.fil.save("ny.pdf", ContentFile(pdf("Ny fil")))

    efter = [moedesnapshot(moede, slags, INTERN) for slags in ("dagsorden", "pakke")]
    assert [a == b for a, b in zip(foer, efter, strict=True)] == [True, False]


@pytest.mark.parametrize("antal", [1, 3])
def test_snapshot_has_constant_query_count(django_assert_num_queries, antal):
    moede = MoedeFactory(udgivet=True)
    for _ in range(antal):
        bilag(DagsordenspunktFactory(moede=moede), "Papir", pdf("x"))
    moede = Moede.objects.select_related("organ__region").prefetch_related("faelles_med", "med").get(pk=moede.pk)

    with django_assert_num_queries(9):  # items with five relations, earlier treatments, topics, the files
        moedesnapshot(moede, "pakke", OFFENTLIG_DAGSORDEN)
