import datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from indsatser.domain.celle import saet_aar
from indsatser.models import Indlaesning, Indsats, Portefoeljepost, Ressourcetraek
from indsatser.queries.celle import Celle
from indsatser.tests.arkscene import MOTOR, Regneark, arter, gem, send
from indsatser.tests.factories import (
    IndsatsFactory,
    MaalsaetningFactory,
    PortefoeljepostFactory,
    RessourcetraekFactory,
)
from organisering.tests.factories import AftaleFactory, OrganFactory, sekretariatsbruger

pytestmark = pytest.mark.django_db


@pytest.fixture
def aftale():
    return AftaleFactory()


@pytest.fixture
def organ(aftale):
    return OrganFactory(region=aftale.region, navn="Følgegruppen for prøver", kortnavn="FP")


@pytest.fixture
def bruger(aftale):
    return sekretariatsbruger(aftale.region)


@pytest.fixture
def sekretariat(client, bruger):
    client.force_login(bruger, MOTOR)
    return client


@pytest.fixture
def maal(aftale, organ):
    return [
        MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå det første; og det andet."),
        MaalsaetningFactory(aftale=aftale, organ=organ, tekst="Vi vil nå det tredje."),
    ]


@pytest.fixture
def poster(aftale, organ, maal):
    """Three rows with an X in 2020, the first with målsætning and amounts."""
    poster = [
        PortefoeljepostFactory(indsats__aftale=aftale, indsats__titel=titel, organ=organ, raekkefoelge=plads)
        for plads, titel in enumerate(("Første", "Anden", "Tredje"))
    ]
    poster[0].indsats.gem_med(maalsaetninger=maal)
    for post in poster:
        RessourcetraekFactory(post=post, aar=2020)
    RessourcetraekFactory(post=poster[0], aar=2021, planlagt=False, beloeb=Decimal("1234.50"), realiseret=True)
    return poster


def linje(svar, nummer):
    return next(et for et in svar.context["forslag"].linjer if et.nummer == nummer)


def forskelle(svar, nummer):
    return [(f.felt, f.nu, f.nyt) for f in linje(svar, nummer).forskelle]


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


def test_a_row_of_another_agreement_or_with_a_strange_key_is_wrong(sekretariat, aftale, poster):
    fremmed = PortefoeljepostFactory()
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", **{"Række-id": fremmed.pk, "Indsats-id": fremmed.indsats_id})
    ark.saet("Anden", **{"Række-id": 10**30})
    ark.saet("Tredje", **{"Indsats-version": 99})
    ark.tilfoej(Organ="Findes ikke", Indsats="Ny")

    svar = ark.send()

    assert [linje(svar, nummer).fejl for nummer in (2, 3, 4, 5)] == [
        ["Nøglen findes ikke i aftalen. Rækken kan være slettet, eller den hører til en anden aftale."],
        ["Kolonnen Række-id skal være et helt tal, som portalen har skrevet.", linje(svar, 3).fejl[1]],
        ["Versionerne bagest i rækken passer ikke med portalen. Hent arket igen, og ret i det nye."],
        ["Aftalens region har ikke et organ, der hedder det."],
    ]


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


def test_no_row_makes_a_twin(sekretariat, aftale, organ, poster):
    andet = OrganFactory(region=aftale.region, navn="Andet organ")
    ark = Regneark(sekretariat, aftale)
    ark.tilfoej(Organ="FP", Indsats="  FØRSTE ")
    ark.tilfoej(Organ="FP", Indsats="Ny")
    ark.tilfoej(Organ="Andet organ", Indsats="ny")
    ark.tilfoej(Organ="Andet organ", Indsats="(ligegyldigt)", **{"Indsats-id": poster[1].indsats_id, "2021": "X"})
    ark.tilfoej(Organ="FP", Indsats="Anden", **{"Indsats-id": poster[1].indsats_id})
    for _ in range(2):
        ark.tilfoej(Organ="Andet organ", **{"Indsats-id": poster[2].indsats_id})

    svar = ark.send()

    assert arter(svar)[3:] == [
        (5, "forkert"),
        (6, "forkert"),
        (7, "forkert"),
        (8, "ny"),
        (9, "forkert"),
        (10, "forkert"),
        (11, "forkert"),
    ]
    assert "Aftalen har allerede en indsats med den titel" in linje(svar, 5).fejl[0]
    assert linje(svar, 10).fejl == ["Den samme indsats får også plads hos organet i række 11. Slet den ene."]
    assert linje(svar, 6).fejl == ["Den samme nye titel står også i række 7."]
    gem(sekretariat, svar)
    assert list(Portefoeljepost.objects.filter(organ=andet).values_list("indsats__titel", "traek__aar")) == [
        ("Anden", 2021)
    ]


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


def test_nothing_chosen_is_told(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", **{"2022": "X"})

    svar = sekretariat.post(ark.send().request["PATH_INFO"], {})

    assert svar.status_code == 422
    assert "Vælg mindst én række, der skal gemmes." in svar.content.decode()


def test_rows_that_the_sheet_does_not_have_are_left_alone(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.ark.delete_rows(3, 2)
    ark.saet("Første", **{"2022": "X"})

    svar = ark.send()
    gem(sekretariat, svar)

    assert "2 af portalens rækker står ikke i arket" in svar.content.decode()
    assert Portefoeljepost.objects.count() == 3


@pytest.mark.parametrize(
    ("navn", "indhold", "besked"),
    [
        ("ark.xlsx", b"", "Filen er tom."),
        ("ark.csv", b"\r\n", "Arket er tomt."),
        ("ark.csv", b"Organ;Indsats\r\nFP;Ny", "Arket har ikke dataarkets overskrifter"),
        ("ark.xlsx", b"\xd0\xcf\x11\xe0 et gammelt regneark", "Filen kan ikke læses som xlsx."),
        ("ark.ods", b"PK", "Filen skal være af typen xlsx eller csv."),
    ],
)
def test_a_file_that_is_no_data_sheet_is_one_sentence(sekretariat, aftale, navn, indhold, besked):
    svar = send(sekretariat, aftale, SimpleUploadedFile(navn, indhold))

    assert svar.status_code == 422
    assert besked in svar.content.decode()


def test_a_cpr_number_is_stopped_and_never_shown(sekretariat, aftale, poster):
    cpr = "010190" + "-1234"
    ark = Regneark(sekretariat, aftale)
    ark.saet("Første", Indsats=f"Om {cpr}")
    ark.saet("Anden", **{"2021": cpr, "Række-id": cpr.replace("-", "")})
    ark.ark.cell(1, len(ark.hoved) + 1, f"Note {cpr}")

    side = ark.send().content.decode()

    assert "Kolonnen Indsats ser ud til at indeholde et CPR-nummer" in side
    assert "Kolonnen 2021 ser ud til at indeholde et CPR-nummer" in side
    assert cpr not in side
    assert cpr.replace("-", "") not in side


def test_the_sheet_from_hell_is_read(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.ark.insert_rows(1, 2)
    ark.ark["A1"] = "Min kollegas udgave"
    ark.ark.insert_cols(1)
    ark.ark.insert_rows(5)
    hoved = {str(celle.value): celle for celle in ark.ark[3]}
    hoved["Indsats"].value = "TITEL "
    hoved["2021"].value = datetime.datetime(1905, 7, 13)  # 2021 shown as a date
    hoved["2022"].value = datetime.datetime(2022, 1, 1)
    hoved["Faktisk 2023"].value = "Noter"
    ark.ark["A4"].value = "skrevet ved siden af"
    kolonne = hoved["2021"].column
    ark.ark.cell(4, kolonne).value = "●"
    ark.ark.merge_cells(start_row=6, end_row=7, start_column=hoved["Slags"].column, end_column=hoved["Slags"].column)
    ark.bog.create_sheet("Kladde", 0)["A1"] = "Et andet ark"
    ark.ark.move_range(f"A1:C{ark.ark.max_row}", cols=60)

    svar = ark.send()

    assert arter(svar) == [(4, "aendret"), (6, "uaendret"), (7, "forkert")]
    assert forskelle(svar, 4) == [("2021", "", "X")]
    assert linje(svar, 7).fejl == ["Kolonnen Slags skal være en af disse: Ny indsats, Eksisterende indsats."]
    assert "Der er ikke læst noget under overskriften Noter." in svar.content.decode()


@pytest.mark.parametrize(
    ("overskrift", "besked"),
    [("2021", "Arket har to kolonner med overskriften 2021."), ("Række-id", "to kolonner med overskriften Række-id")],
)
def test_two_columns_of_one_name_are_refused(sekretariat, aftale, poster, overskrift, besked):
    ark = Regneark(sekretariat, aftale)
    ark.ark.cell(1, len(ark.hoved) + 1, overskrift)

    assert besked in ark.send().content.decode()


def test_a_duplicate_row_and_a_missing_column_are_told(sekretariat, aftale, poster):
    ark = Regneark(sekretariat, aftale)
    ark.ark.append([celle.value for celle in ark.ark[2]])
    svar = ark.send()
    assert linje(svar, 2).fejl == ["Den samme Række-id står også i række 5. Slet den ene."]

    ark.ark.delete_cols(ark.hoved.index("Celle-versioner") + 1)
    assert "Arket mangler kolonnen Celle-versioner." in ark.send().content.decode()


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
