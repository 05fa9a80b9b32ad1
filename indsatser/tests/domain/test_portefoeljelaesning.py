"""What a document changes in an agreement, and what it must not do in silence."""

from collections.abc import Mapping
from datetime import date

import pytest

from indsatser.domain.celle import fulgte_aar
from indsatser.domain.indlaesning import fortryd_indlaesning
from indsatser.domain.portefoeljelaesning import Andetforslag, foreslaa_laesning, gem_laesning
from indsatser.laesning import LaestPortefoelje, laes_tekst
from indsatser.models import Indlaesning, Indsats, Maalsaetning, Portefoeljepost, Ressourcetraek
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.models import Aftale, Organ
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger
from sundhedsaftale.faelles.fejl import Regelbrud

pytestmark = pytest.mark.django_db

TILLAEG = (
    "Følgegruppen for prøver\t\tRESSOURCETRÆK\nMålsætning\tIndsats\t2020\t2021\t2022\n"
    "Vi vil nå A. Vi vil nå B.\tTværsektoriel hjælp\tX\t\tX\nVi vil nå C.\t\t\t\t\n\n"
    "Følgegruppen for prøver\t\tRESSOURCETRÆK\nEksisterende indsatser\t2020\t2021\t2022\t\nGammel aftale\t\tX\t\t\n\n"
    "Kontaktforum vil beslutte, hvor følgende opgaver skal placeres:\n- Prøvemonitorering\n"
)


@pytest.fixture
def aftale() -> Aftale:
    return AftaleFactory(gyldig_fra=date(2019, 7, 1), gyldig_til=date(2023, 12, 31))


@pytest.fixture
def organ(aftale: Aftale) -> Organ:
    return OrganFactory(region=aftale.region, navn="Følgegruppen for prøver", kortnavn="")


def gem(
    aftale: Aftale, laest: LaestPortefoelje, svar: Mapping[str, str] = {}, maerke: str | None = None
) -> Indlaesning:
    return gem_laesning(
        aftale,
        laest,
        svar,
        maerke=foreslaa_laesning(aftale, laest, svar).maerke if maerke is None else maerke,
        kilde="prøve.docx",
        begrundelse="",
        bruger=sekretariatsbruger(aftale.region),
    )


def raekker() -> list[tuple[str, str, str, str, list[int]]]:
    return [
        (
            post.organ.navn,
            post.rolle,
            post.indsats.slags,
            post.indsats.titel,
            sorted(t.aar for t in post.traek.all() if t.planlagt),
        )
        for post in Portefoeljepost.objects.order_by("organ__navn", "raekkefoelge")
    ]


def arter(aftale: Aftale, tekst: str, svar: Mapping[str, str] = {}) -> list[str]:
    return [linje.art for linje in foreslaa_laesning(aftale, laes_tekst(tekst), svar).linjer]


def test_an_empty_agreement_is_filled_as_one_act_and_emptied_again(aftale: Aftale, organ: Organ) -> None:
    laest = laes_tekst(TILLAEG)

    indlaesning = gem(aftale, laest)

    assert raekker() == [
        (organ.navn, "udvikler", "ny", "Tværsektoriel hjælp", [2020, 2022]),
        (organ.navn, "udvikler", "eksisterende", "Gammel aftale", [2021]),
    ]
    assert [(m.tekst, m.raekkefoelge) for m in Maalsaetning.objects.order_by("pk")] == [
        ("Vi vil nå A.", 1),
        ("Vi vil nå B.", 2),
        ("Vi vil nå C.", 3),
    ]
    assert [m.tekst for m in Indsats.objects.get(slags="ny").maalsaetninger.order_by("pk")] == [
        "Vi vil nå A.",
        "Vi vil nå B.",
    ]
    assert (indlaesning.slags, indlaesning.kilde) == ("dokument", "prøve.docx")
    assert {linje.art for linje in foreslaa_laesning(aftale, laest, {}).linjer} == {"uaendret", "sprunget"}

    fortryd_indlaesning(indlaesning, bruger=sekretariatsbruger(aftale.region))

    assert (Indsats.objects.count(), Maalsaetning.objects.count(), Ressourcetraek.objects.count()) == (0, 0, 0)


def test_crosses_are_set_and_removed_in_the_years_of_the_table_alone(aftale: Aftale, organ: Organ) -> None:
    post = PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel="Tværsektoriel hjælp")
    for aar in (2019, 2021, 2022):
        RessourcetraekFactory(post=post, aar=aar)

    forslag = foreslaa_laesning(aftale, laes_tekst(TILLAEG), {})

    assert (forslag.linjer[0].saet, forslag.linjer[0].fjern) == ([2020], [2021])
    gem(aftale, laes_tekst(TILLAEG))
    assert raekker()[0][-1] == [2019, 2020, 2022]


def test_a_scan_error_is_the_initiative_and_never_a_twin(aftale: Aftale, organ: Organ) -> None:
    IndsatsFactory(aftale=aftale, titel="Tværsektoriel hjælp")
    tekst = TILLAEG.replace("Tværsektoriel hjælp", "Tværasektoriel hjælp")

    linje = foreslaa_laesning(aftale, laes_tekst(tekst), {}).linjer[0]
    assert (linje.valg.grad, linje.art, linje.ny_plads) == ("ligner", "aendret", True)

    gem(aftale, laes_tekst(tekst))
    assert Indsats.objects.filter(titel__contains="hjælp").count() == 1


def test_what_might_be_the_same_must_be_chosen(aftale: Aftale, organ: Organ) -> None:
    indsats = IndsatsFactory(aftale=aftale, titel="Tværsektoriel hjælp til voksne")

    assert arter(aftale, TILLAEG)[0] == "vaelg"
    with pytest.raises(Regelbrud, match="Vælg først"):
        gem(aftale, laes_tekst(TILLAEG))
    assert arter(aftale, TILLAEG, {"r0": "ny"})[0] == "ny"
    assert arter(aftale, TILLAEG, {"r0": f"i{indsats.pk}"})[0] == "aendret"
    assert arter(aftale, TILLAEG, {"r0": "spring"})[0] == "sprunget"


def test_another_initiative_is_named_by_its_title(aftale: Aftale, organ: Organ) -> None:
    indsats = IndsatsFactory(aftale=aftale, titel="Helt noget andet")

    linje = foreslaa_laesning(aftale, laes_tekst(TILLAEG), {"r0": "anden", "ar0": "helt noget ANDET"}).linjer[0]
    assert linje.indsats == indsats
    assert arter(aftale, TILLAEG, {"r0": "anden", "ar0": "Findes ikke"})[0] == "vaelg"


def test_a_body_that_is_not_known_must_be_chosen_and_may_be_passed_over(aftale: Aftale) -> None:
    andet = OrganFactory(region=aftale.region, navn="Prøverådet", kortnavn="")

    assert set(arter(aftale, TILLAEG)[:2]) == {"vaelg"}
    assert set(arter(aftale, TILLAEG, {"o0": str(andet.pk)})[:2]) == {"ny"}
    assert set(arter(aftale, TILLAEG, {"o0": "spring"})[:2]) == {"sprunget"}
    assert set(arter(aftale, TILLAEG, {"o0": str(OrganFactory().pk)})[:2]) == {"vaelg"}


def test_one_initiative_in_two_bodies_is_one_with_two_rows(aftale: Aftale, organ: Organ) -> None:
    OrganFactory(region=aftale.region, navn="Følgegruppen for andet", kortnavn="")
    to = "\n\n".join(
        f"Følgegruppen for {navn}\t\tRESSOURCETRÆK\nEksisterende indsatser\t2020\t2021\t\nFælles aftale\tX\t\t\n"
        for navn in ("prøver", "andet")
    )

    gem(aftale, laes_tekst(to))

    assert [(r[0], r[3]) for r in raekker()] == [
        ("Følgegruppen for andet", "Fælles aftale"),
        (organ.navn, "Fælles aftale"),
    ]
    assert Indsats.objects.count() == 1


def test_an_implementation_group_carries_out_the_same_initiative_and_follows_its_years(
    aftale: Aftale, organ: Organ
) -> None:
    gruppe = OrganFactory(region=aftale.region, navn="Implementeringsgruppen for prøver", kortnavn="", spejler=organ)
    gem(aftale, laes_tekst(TILLAEG))
    kommissorium = TILLAEG.split("\n\n")[0].replace("hjælp", "hjaelp").replace("Vi vil nå C.\t\t\t\t", "")

    gem(aftale, laes_tekst(kommissorium), {"o0": str(gruppe.pk)})

    egen = (gruppe.navn, "implementerer", "ny", "Tværsektoriel hjælp", [])
    assert [r for r in raekker() if r[0] == gruppe.navn] == [egen]
    assert arter(aftale, kommissorium, {"o0": str(gruppe.pk)}) == ["uaendret"]


def test_a_row_without_x_shows_none_where_the_body_it_mirrors_has_x(aftale: Aftale, organ: Organ) -> None:
    gruppe = OrganFactory(region=aftale.region, navn="Implementeringsgruppen for prøver", kortnavn="", spejler=organ)
    gem(aftale, laes_tekst(TILLAEG))
    tekst = "Implementeringsgruppen for prøver\t\tRESSOURCETRÆK\nIndsats\t2020\t2021\nTværsektoriel hjælp\t\t\n"

    gem(aftale, laes_tekst(tekst))

    post = Portefoeljepost.objects.get(organ=gruppe)
    assert (fulgte_aar(post), post.traek.filter(planlagt=True).count(), post.traek.count()) == (None, 0, 5)
    assert arter(aftale, tekst) == ["uaendret"]


def test_a_target_that_stands_there_word_for_word_cannot_be_new(aftale: Aftale, organ: Organ) -> None:
    maal = MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå A.")

    svar = {"m0": "ny", "m1": "spring", "m2": "spring"}

    valg = next(iter(foreslaa_laesning(aftale, laes_tekst(TILLAEG), svar).valg.maal.values()))
    gem(aftale, laes_tekst(TILLAEG), svar)

    assert ([en.vaerdi for en in valg.muligheder], valg.valgt) == ([f"m{maal.pk}", "spring"], f"m{maal.pk}")
    assert Maalsaetning.objects.get() == maal


def test_a_task_without_a_place_is_added_when_it_is_chosen(aftale: Aftale, organ: Organ) -> None:
    plads = len(laes_tekst(TILLAEG).raekker)

    gem(aftale, laes_tekst(TILLAEG), {f"r{plads}": "ny"})

    assert [i.titel for i in Indsats.objects.uplacerede()] == ["Prøvemonitorering"]


def test_what_was_not_shown_is_not_saved(aftale: Aftale, organ: Organ) -> None:
    laest = laes_tekst(TILLAEG)
    maerke = foreslaa_laesning(aftale, laest, {}).maerke
    MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå A.")

    with pytest.raises(Andetforslag):
        gem(aftale, laest, maerke=maerke)
    assert (Indsats.objects.count(), Indlaesning.objects.count()) == (0, 0)


def test_years_outside_the_agreement_and_closed_initiatives_are_left_alone(aftale: Aftale, organ: Organ) -> None:
    IndsatsFactory(aftale=aftale, titel="Gammel aftale", afsluttet=True)
    forslag = foreslaa_laesning(aftale, laes_tekst(TILLAEG.replace("2022", "2024")), {})
    assert forslag.uden_for == [2024]
    assert forslag.linjer[0].saet == [2020]
    assert "afsluttet" in forslag.linjer[1].fejl


def test_the_same_row_twice_is_told(aftale: Aftale, organ: Organ) -> None:
    tekst = "Følgegruppen for prøver\t\tRESSOURCETRÆK\nIndsats\t2020\t2021\nEn\tX\t\nEn\t\tX\n"

    forslag = foreslaa_laesning(aftale, laes_tekst(tekst), {})
    assert [linje.art for linje in forslag.linjer] == ["ny", "vaelg"]
    assert forslag.linjer[1].fejl == "Række 1 er den samme indsats hos det samme organ. Spring den ene over."


@pytest.mark.parametrize("antal", [1, 40])
def test_the_proposal_asks_as_many_questions_at_any_size(
    aftale: Aftale, organ: Organ, antal: int, django_assert_num_queries: object
) -> None:
    for nr in range(antal):
        RessourcetraekFactory(
            post=PortefoeljepostFactory(organ=organ, indsats__aftale=aftale, indsats__titel=f"Prøve {nr}")
        )
    tekst = "Indsats\t2020\t2021\n" + "".join(f"Prøve {nr}\tX\t\n" for nr in range(antal))

    with django_assert_num_queries(6):  # type: ignore[operator]
        foreslaa_laesning(aftale, laes_tekst(tekst), {"o0": str(organ.pk)})
