"""What rows may be read is what `indblik_i` says of each: every state of a meeting, every kind of reader."""

from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from organisering.models import Bilag, Dagsordenspunkt, Moede, Ordlyd
from organisering.queries.indblik import indblik_i
from organisering.queries.laesbarhed import (
    beslutning_kan_laeses,
    bilag_kan_laeses,
    dagsorden_kan_laeses,
    ordlyd_kan_laeses,
)
from organisering.tests.factories import (
    BilagFactory,
    BrugerFactory,
    DagsordenspunktFactory,
    MedlemskabFactory,
    MoedeFactory,
    OrganFactory,
    RolleFactory,
    sekretariatsbruger,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def organ():
    return OrganFactory()


@pytest.fixture
def alle_slags_punkter(organ):
    """An open and a closed item, each with an open and a closed paper, in every state of a meeting."""
    nu = timezone.now()
    andet = OrganFactory(region=organ.region, offentlig=False)
    udgivelser = [(None, None), (nu, None), (nu, nu)]
    for (egen, faelles), tilstand, (dagsorden, referat) in product(
        [(organ, None), (andet, None), (andet, organ)], Moede.Tilstand, udgivelser
    ):
        moede = MoedeFactory(organ=egen, tilstand=tilstand, dagsorden_udgivet=dagsorden, referat_udgivet=referat)
        if faelles:
            moede.faelles_med.add(faelles)
        for lukket in (False, True):
            punkt = DagsordenspunktFactory(moede=moede, lukket=lukket)
            Ordlyd.objects.create(punkt=punkt, titel="Offentlig")
            for aabent in (False, True):
                BilagFactory(punkt=punkt, aabent=aabent)


def laeser(slags, organ):
    if slags == "anonym":
        return AnonymousUser()
    if slags == "sekretariat":
        return sekretariatsbruger(organ.region)
    if slags == "fremmed":
        return sekretariatsbruger(OrganFactory().region)
    bruger = BrugerFactory(is_superuser=slags == "administrator")
    rolle = RolleFactory(sekretaer=True) if slags == "sekretaer" else RolleFactory()
    if slags in ("medlem", "sekretaer"):
        MedlemskabFactory(person=bruger.person, organ=organ, rolle=rolle)
    return bruger


LAESERE = ("anonym", "fremmed", "uden_plads", "medlem", "sekretaer", "sekretariat", "administrator")


def som_indblikket(bruger):
    """What the reader may read by `indblik_i`: own words, decisions, papers, public words, public decisions."""
    set_i_moedet = set(Moede.objects.synlige_for(bruger))
    indblik = {
        punkt: indblik_i(punkt.moede, bruger)
        for punkt in Dagsordenspunkt.objects.select_related("moede__organ").prefetch_related("moede__faelles_med")
        if punkt.moede in set_i_moedet
    }
    egne_ord = {p for p, i in indblik.items() if i.dagsorden and (i.lukkede or not p.lukket)}
    offentlige = {p for p in indblik if p.lukket and (p.moede.dagsorden_udgivet or p.moede.referat_udgivet)}
    return (
        egne_ord,
        {p for p in egne_ord if indblik[p].beslutninger},
        {
            bilag
            for bilag in Bilag.objects.select_related("punkt")
            if bilag.punkt in egne_ord and (indblik[bilag.punkt].lukkede or bilag.aabent)
        },
        offentlige,
        {p for p in offentlige if p.moede.referat_udgivet},
    )


def som_raekkerne(bruger):
    """The same five, by the conditions on the rows."""
    return (
        set(Dagsordenspunkt.objects.filter(dagsorden_kan_laeses(bruger))),
        set(Dagsordenspunkt.objects.filter(beslutning_kan_laeses(bruger))),
        set(Bilag.objects.filter(bilag_kan_laeses(bruger))),
        *(
            {ordlyd.punkt for ordlyd in ordlyde.filter(ordlyd_kan_laeses(bruger, med_beslutning=med_beslutning))}
            for ordlyde in [Ordlyd.objects.select_related("punkt")]
            for med_beslutning in (False, True)
        ),
    )


def test_rows_and_meetings_agree_on_what_every_kind_of_reader_may_read(organ, alle_slags_punkter):
    laesere = {slags: laeser(slags, organ) for slags in LAESERE}

    uenige = [slags for slags, bruger in laesere.items() if som_raekkerne(bruger) != som_indblikket(bruger)]

    assert uenige == []
