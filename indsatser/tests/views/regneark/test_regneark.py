from decimal import Decimal

import pytest
from django.urls import reverse

from indsatser.domain.celle import saet_aar
from indsatser.models import Indlaesning, Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.tests.arkscene import MOTOR, Regneark, arter, forskelle, gem, linje
from indsatser.tests.factories import (
    IndsatsFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.tests.factories import OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


def test_a_sheet_that_nobody_has_changed_changes_nothing(sekretariat, aftale, poster):
    svar = Regneark(sekretariat, aftale).send()

    assert arter(svar) == [(2, "uaendret"), (3, "uaendret"), (4, "uaendret")]
    assert "Der er ingen ændringer at gemme." in svar.content.decode()


def test_rows_come_out_as_new_changed_unchanged_and_wrong_and_nothing_is_saved(sekretariat, aftale, organ, poster):
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", **{"2020": None, "2021": "x", "Beløb 2021": 12.5, "Fase": "I drift", "Målsætninger": None})
    ark.saet("Anden", **{"2021": "måske", "Slags": "gammel"})
    ark.tilfoej(Organ="FP", Indsats="Fjerde", **{"2019": "ja", "Målsætninger": "Vi vil nå det tredje."})

    svar = ark.send()

    assert arter(svar) == [(2, "aendret"), (3, "forkert"), (4, "uaendret"), (5, "ny")]
    assert forskelle(svar, 2) == [
        ("Fase", "Fase ikke oplyst", "I drift"),
        ("Målsætninger", "Vi vil nå det første; og det andet. Vi vil nå det tredje.", ""),
        ("2020", "X", ""),
        ("2021", "", "X"),
        ("Beløb 2021", "1.234,5", "12,5"),
    ]
    assert linje(svar, 3).fejl == [
        "Kolonnen Slags skal være en af disse: Ny indsats, Eksisterende indsats.",
        "Kolonnen 2021 kan ikke læses som et kryds. Skriv X, eller lad feltet være tomt.",
    ]
    assert "Gem 2 ændringer" in svar.content.decode()
    assert (Indsats.objects.count(), Indlaesning.objects.count()) == (3, 0)


def test_what_was_chosen_is_saved_as_one_act_and_undone_as_one(sekretariat, bruger, aftale, organ, poster, maal):
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", **{"Indsats": "Første igen", "2020": None, "Beløb 2021": "12,5"})
    ark.saet("Anden", **{"2021": "✓"})
    ark.tilfoej(Organ=organ.slug, Indsats="Fjerde", **{"2019": "X", "Beløb 2020": 3, "Målsætninger": maal[1].tekst})
    svar = ark.send()

    efter = gem(sekretariat, svar, 2, 5, begrundelse="Besluttet i prøven")

    assert "2 ændringer er gemt." in efter.content.decode()
    indlaesning = Indlaesning.objects.get()
    assert (indlaesning.bruger, indlaesning.kilde) == (bruger, "rettet.xlsx")
    ny = Indsats.objects.get(titel="Fjerde")
    assert list(ny.maalsaetninger.all()) == [maal[1]]
    assert [(t.aar, t.planlagt, t.beloeb) for t in ny.poster.get().traek.all()] == [
        (2019, True, None),
        (2020, False, 3),
    ]
    assert [(t.aar, t.planlagt, t.beloeb) for t in poster[0].traek.all()] == [
        (2020, False, None),
        (2021, False, Decimal("12.50")),
    ]
    assert not Ressourcetraek.objects.filter(post=poster[1], aar=2021).exists()
    historie = Indsats.historik.filter(titel="Første igen").get()
    assert historie.history_change_reason == "Besluttet i prøven (indlæst fra rettet.xlsx)"
    assert historie.history_user == bruger

    sekretariat.post(reverse("indsatser:indlaesning-fortryd", args=[indlaesning.uuid]))

    assert arter(ark.send()) == [(2, "aendret"), (3, "aendret"), (4, "uaendret"), (5, "ny")]
    assert sorted(Indsats.objects.values_list("titel", flat=True)) == ["Anden", "Første", "Tredje"]
    assert list(poster[0].indsats.maalsaetninger.all()) == maal


def test_what_somebody_has_changed_since_is_a_conflict_until_it_is_chosen(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", **{"2020": None, "2022": "X"})
    ark.saet("Anden", Indsats="Min titel")
    saet_aar(poster[0], Celle(2020, planlagt=False, version=1))
    saet_aar(poster[0], Celle(2020, planlagt=True, version=2))
    traek = poster[0].traek.get(aar=2020)
    traek.beloeb = 7
    traek.save()
    indsats = poster[1].indsats
    indsats.titel = "Den andens titel"
    indsats.save()
    tredje = poster[2].traek.get()
    tredje.faktisk = 5
    tredje.save()

    svar = ark.send()

    # The X of 2020 is as it was, whatever happened in between; what I did not touch is nobody's conflict.
    assert arter(svar) == [(2, "aendret"), (3, "konflikt"), (4, "uaendret")]
    assert [(f.felt, f.nyt, f.nu, f.dengang) for f in linje(svar, 3).forskelle] == [
        ("Indsats", "Min titel", "Den andens titel", "Anden")
    ]
    assert "Gem 1 ændring<" in svar.content.decode()

    gem(sekretariat, svar)
    assert Indsats.objects.filter(titel="Den andens titel").exists()
    assert poster[0].traek.get(aar=2020).beloeb == 7

    svar = ark.send()
    assert arter(svar) == [(2, "uaendret"), (3, "konflikt"), (4, "uaendret")]
    gem(sekretariat, svar, 3)
    assert Indsats.objects.filter(titel="Min titel").exists()


def test_a_change_between_preview_and_save_is_shown_again_and_nothing_is_saved(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", **{"2022": "X"})
    ark.saet("Anden", **{"2022": "X", "2020": None})
    svar = ark.send()
    traek = poster[1].traek.get()
    traek.planlagt = False
    traek.save()

    igen = gem(sekretariat, svar)

    assert igen.status_code == 409
    assert "Intet er gemt" in igen.content.decode()
    assert Indlaesning.objects.count() == 0
    assert arter(igen) == [(2, "aendret"), (3, "aendret"), (4, "uaendret")]
    assert igen.context["antal"] == 1
    gem(sekretariat, igen)
    assert Ressourcetraek.objects.filter(aar=2022, planlagt=True).count() == 2


def test_an_initiative_in_two_bodies_is_changed_in_one_row_or_alike_in_both(sekretariat, aftale, poster):
    anden = PortefoeljepostFactory(indsats=poster[0].indsats, organ=OrganFactory(region=aftale.region))
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", Fase="I drift")
    svar = ark.send()
    assert [et.art for et in svar.context["forslag"].linjer].count("aendret") == 1
    gem(sekretariat, svar)
    assert (anden.indsats.historik.latest("history_id").fase, anden.indsats.historik.count()) == ("i_drift", 3)

    ark = Regneark(sekretariat, aftale)
    raekker = [r for r in ark.ark.iter_rows(min_row=2) if r[3].value == "Første"]
    raekker[0][2].value, raekker[1][2].value = "Afventer beslutning", "Sat i bero"
    fejl = [et.fejl for et in ark.send().context["forslag"].linjer if et.fejl]
    assert len(fejl) == 2
    assert all("med noget andet i kolonnen Fase" in en[0] for en in fejl)


def test_a_proposal_is_the_users_own_and_gone_when_it_is_saved(sekretariat, bruger, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", **{"2022": "X"})
    svar = ark.send()
    adresse = svar.request["PATH_INFO"]
    sekretariat.force_login(sekretariatsbruger(aftale.region), MOTOR)
    assert "Vælg filen igen" in sekretariat.get(adresse, follow=True).content.decode()
    sekretariat.force_login(bruger, MOTOR)

    gem(sekretariat, svar)

    assert "Vælg filen igen" in sekretariat.get(adresse, follow=True).content.decode()


def test_rows_that_the_sheet_does_not_have_are_left_alone(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.ark.delete_rows(3, 2)
    ark.saet("Første", **{"2022": "X"})

    svar = ark.send()
    gem(sekretariat, svar)

    assert "2 af portalens rækker står ikke i arket" in svar.content.decode()
    assert Portefoeljepost.objects.count() == 3


@pytest.mark.parametrize("antal", [1, 40])
def test_the_preview_has_a_constant_number_of_queries(sekretariat, aftale, organ, django_assert_num_queries, antal):
    for indsats in IndsatsFactory.create_batch(antal, aftale=aftale):
        RessourcetraekFactory(post=PortefoeljepostFactory(indsats=indsats, organ=organ))
    ark = Regneark(sekretariat, aftale)
    for raekke in range(2, antal + 2):
        ark.ark.cell(raekke, 3).value = "I drift"
    for indsats in Indsats.objects.all():
        indsats.beskrivelse = "Ændret siden"
        indsats.save()
    adresse = ark.send().request["PATH_INFO"]

    with django_assert_num_queries(13):
        svar = sekretariat.get(adresse)
    assert [art for _, art in arter(svar)] == ["aendret"] * antal


def test_rows_that_a_mirroring_body_shows_again_stand_once_and_are_not_missed(sekretariat, aftale, organ, poster):
    spejl = OrganFactory(region=aftale.region, spejler=organ)
    PortefoeljepostFactory(indsats=poster[0].indsats, organ=spejl)
    RessourcetraekFactory(post=PortefoeljepostFactory(indsats=poster[1].indsats, organ=spejl), aar=2022)
    PortefoeljepostFactory(indsats__aftale=aftale, organ=spejl)

    svar = Regneark(sekretariat, aftale).send()

    assert [art for _, art in arter(svar)] == ["uaendret"] * 5
    assert svar.context["forslag"].mangler == 0


def test_a_row_that_has_begun_to_follow_keeps_the_years_it_follows(sekretariat, aftale, organ, poster):
    spejl = PortefoeljepostFactory(indsats=poster[0].indsats, organ=OrganFactory(region=aftale.region, spejler=organ))
    RessourcetraekFactory(post=spejl, aar=2022)
    ark = Regneark(sekretariat, aftale)
    raekke = next(r for r in ark.ark.iter_rows(min_row=2) if r[ark.hoved.index("Række-id")].value == spejl.pk)
    raekke[[str(navn) for navn in ark.hoved].index("2023")].value = "X"
    spejl.traek.get().delete()

    svar = ark.send()
    nummer = raekke[0].row
    assert forskelle(svar, nummer) == [("2023", "", "X")]
    gem(sekretariat, svar, nummer)

    assert set(spejl.traek.filter(planlagt=True).values_list("aar", flat=True)) == {2020, 2023}
    assert spejl.traek.count() == len(aftale.aar)


def test_a_new_place_in_a_mirroring_body_has_the_sheets_years_as_its_own(sekretariat, aftale, organ, poster):
    spejl = OrganFactory(region=aftale.region, navn="Spejlet", spejler=organ)
    ark = Regneark(sekretariat, aftale)
    ark.tilfoej(Organ="Spejlet", **{"Indsats-id": poster[0].indsats_id, "2021": "X"})

    gem(sekretariat, ark.send())

    traek = Ressourcetraek.objects.filter(post__organ=spejl)
    assert [et.aar for et in traek if et.planlagt] == [2021]
    assert traek.count() == len(aftale.aar)
