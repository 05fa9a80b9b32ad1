"""The picture's arithmetic: boxes lie apart, lines end at boxes and never run through one, text fits."""

from datetime import date
from itertools import combinations
from random import Random

import pytest

from organisering.models import Niveau, Organ, Organisation, Organtype
from organisering.queries.figurtekst import bredde
from organisering.queries.organfigur import KASSE, SKRIFT, tegn_organfigur
from organisering.queries.organstige import Organstige, byg_stige

DAG = date(2019, 9, 1)
REGION = Organisation(pk=1, navn="Region Prøve")
NIVEAUER = {nummer: Niveau(pk=nummer, nummer=nummer, navn=f"Niveau {nummer}") for nummer in range(1, 7)}


def organ(noegle, niveau, *, over=None, spejler=None, type_=None, **felter):
    navn = felter.pop("navn", f"Organ nummer {noegle}")
    slags = Organtype(pk=type_ or niveau, navn="Type", niveau=NIVEAUER[niveau])
    return Organ(
        pk=noegle, navn=navn, slug=f"o{noegle}", type=slags, region=REGION, raekkefoelge=noegle,
        refererer_til_id=over, spejler_id=spejler, **felter,
    )  # fmt: skip


def figur(*organer):
    return tegn_organfigur(Organstige(REGION, DAG, byg_stige(organer, DAG)))


def tilfaeldige(antal, froe):
    """Bodies over all levels, most reporting to one above or beside them, some mirroring any other."""
    slump = Random(froe)
    organer = []
    for noegle in range(1, antal + 1):
        niveau = slump.randint(1, 6)
        over = [en.pk for en in organer if en.type.niveau_id <= niveau]
        andre = [en.pk for en in organer]
        organer.append(
            organ(
                noegle,
                niveau,
                type_=niveau * 10 + slump.randint(0, 1),
                over=slump.choice(over) if over and slump.random() < 0.8 else None,
                spejler=slump.choice(andre) if andre and slump.random() < 0.2 else None,
                speciale=slump.choice(Organ.Speciale.values),
                navn=" ".join(slump.choice(["Følgegruppen", "for", "rehabilitering", "sundhed"]) for _ in range(6)),
            )
        )
    return organer


def rammer(kasse, stykke):
    """Whether a line runs through the inside of a box."""
    x1, y1, x2, y2 = stykke
    return (
        max(x1, x2) > kasse.x
        and min(x1, x2) < kasse.x + kasse.bredde
        and max(y1, y2) > kasse.y
        and min(y1, y2) < kasse.y + kasse.hoejde
    )


STIGER = [
    pytest.param(tilfaeldige(antal, froe), id=f"{antal} organer, {froe}")
    for antal in (1, 3, 10, 25, 40, 100)
    for froe in (1, 2, 3)
]


@pytest.mark.parametrize("organer", STIGER)
def test_no_two_boxes_overlap_and_all_lie_inside_the_picture(organer):
    tegnet = figur(*organer)

    assert {kasse.organ.pk for kasse in tegnet.kasser} == {en.pk for en in organer}
    for en, anden in combinations(tegnet.kasser, 2):
        assert (
            en.x + en.bredde < anden.x
            or anden.x + anden.bredde < en.x
            or en.y + en.hoejde < anden.y
            or anden.y + anden.hoejde < en.y
        )
    for kasse in tegnet.kasser:
        assert kasse.x >= 0
        assert kasse.x + kasse.bredde <= tegnet.bredde
        assert kasse.y + kasse.hoejde <= tegnet.hoejde


@pytest.mark.parametrize("organer", STIGER)
def test_every_line_runs_between_the_boxes_and_never_through_one(organer):
    tegnet = figur(*organer)

    gennem = [
        (kasse.organ.pk, stykke)
        for linje in tegnet.linjer
        for stykke in linje.stykker
        for kasse in tegnet.kasser
        if rammer(kasse, stykke)
    ]
    assert gennem == []


@pytest.mark.parametrize("organer", STIGER)
def test_every_reference_is_a_line_that_hangs_together_from_box_to_box(organer):
    stige = byg_stige(organer, DAG)
    tegnet = figur(*organer)
    ventet = [{et.organ.pk, maal.pk} for et in stige for maal in (et.refererer_til, et.spejler) if maal is not None]

    samlede = [{kasse.organ.pk for kasse in tegnet.kasser if beroerer(linje, kasse)} for linje in tegnet.linjer]

    assert all(haenger_sammen(linje.stykker) for linje in tegnet.linjer)
    assert all(any(par <= ender for ender in samlede) for par in ventet)
    assert set().union(*samlede, set()) == set().union(*ventet, set())


def beroerer(linje, kasse):
    """Whether a line ends on a box's upper or lower edge."""
    return any(
        kasse.x < x < kasse.x + kasse.bredde and y in (kasse.y, kasse.y + kasse.hoejde)
        for x1, y1, x2, y2 in linje.stykker
        for x, y in ((x1, y1), (x2, y2))
    )


def haenger_sammen(stykker):
    naaet, rest = stykker[:1], list(stykker[1:])
    while roert := [et for et in rest if any(moedes(et, andet) for andet in naaet)]:
        naaet += roert
        rest = [et for et in rest if et not in roert]
    return rest == []


def moedes(en, anden):
    return max(min(en[0], en[2]), min(anden[0], anden[2])) <= min(max(en[0], en[2]), max(anden[0], anden[2])) and max(
        min(en[1], en[3]), min(anden[1], anden[3])
    ) <= min(max(en[1], en[3]), max(anden[1], anden[3]))


@pytest.mark.parametrize("organer", STIGER)
def test_the_text_fits_in_its_box(organer):
    for kasse in figur(*organer).kasser:
        assert all(bredde(linje.tekst, SKRIFT) <= KASSE for linje in kasse.tekst)
        assert all(kasse.y < linje.y < kasse.y + kasse.hoejde for linje in kasse.tekst)


def test_a_level_is_a_band_with_its_name_and_all_its_boxes():
    tegnet = figur(organ(1, 1), organ(2, 3, over=1), *[organ(noegle, 4, over=2) for noegle in range(3, 10)])

    assert [[linje.tekst for linje in baand.tekst] for baand in tegnet.baand] == [
        ["Niveau 1"],
        ["Niveau 3"],
        ["Niveau 4"],
    ]
    for niveau, baand in zip((1, 3, 4), tegnet.baand, strict=True):
        for kasse in tegnet.kasser:
            i_baandet = baand.y < kasse.y and kasse.y + kasse.hoejde <= baand.y + baand.hoejde
            assert i_baandet == (kasse.organ.type.niveau_id == niveau)


def test_at_most_five_bodies_stand_side_by_side_and_a_kind_is_not_split_to_fill_a_line():
    tegnet = figur(*[organ(noegle, 5, type_=51) for noegle in range(4)], *[organ(9 + n, 5, type_=52) for n in range(2)])

    linjer = sorted({kasse.y for kasse in tegnet.kasser})
    assert [[kasse.organ.pk for kasse in tegnet.kasser if kasse.y == y] for y in linjer] == [[0, 1, 2, 3], [9, 10]]


def test_a_body_that_reports_within_its_level_stands_below_the_one_it_reports_to():
    tegnet = figur(organ(1, 1), organ(2, 1), organ(3, 1, over=1))
    kasser = {kasse.organ.pk: kasse for kasse in tegnet.kasser}

    assert kasser[3].y > kasser[1].y == kasser[2].y
    assert kasser[3].x == kasser[1].x


def test_a_body_that_joins_what_others_of_its_kind_are_split_by_is_shown_as_joint():
    tegnet = figur(
        organ(1, 4, speciale=Organ.Speciale.SOMATIK), organ(2, 4, speciale=Organ.Speciale.BEGGE), organ(3, 5)
    )

    assert [(kasse.speciale.tekst if kasse.speciale else "", kasse.er_faelles) for kasse in tegnet.kasser] == [
        ("Somatik", False),
        ("Somatik og psykiatri", True),
        ("", False),
    ]


def test_the_legend_explains_the_signs_that_are_there():
    enkelt = figur(organ(1, 1))
    alt = figur(
        organ(1, 1),
        organ(2, 4, over=1, spejler=1, speciale=Organ.Speciale.SOMATIK),
        organ(3, 4, verificeret=False),
    )

    assert [tegn.slags for tegn in enkelt.forklaring] == []
    assert [tegn.slags for tegn in alt.forklaring] == ["refererer", "spejler", "faelles", "ubekraeftet"]


def test_the_picture_says_in_words_what_it_shows():
    tegnet = figur(organ(1, 1, navn="Topudvalget"), organ(2, 4, navn="Forum A", over=1), organ(3, 4, navn="Forum B"))

    assert tegnet.overskrift == "Organer i Region Prøve den 1. september 2019"
    assert tegnet.beskrivelse == "Niveau 1: Topudvalget. Niveau 4: Forum A; Forum B."
