from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from organisering.domain.beslutning import skriv_beslutning
from organisering.domain.referat import (
    UfaerdigePunkter,
    afhold_moede,
    returner_referat,
    udgiv_referat,
    udsend_referat,
)
from organisering.domain.referatgodkendelse import godkend_referat
from organisering.models import Dagsordenspunkt, Moede, Ordlyd, Referatgodkendelse
from organisering.queries.dagsordensudgave import fingeraftryk
from organisering.queries.indblik import OFFENTLIGT_REFERAT
from organisering.queries.moedebillede import laes_moedebillede
from organisering.tests.factories import DagsordenspunktFactory, MoedeFactory
from organisering.tests.referatscene import TRIN, Referatscene, beslut, bring_til, opret_referatscene, udgiv
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Referatscene:
    return opret_referatscene()


def fortalt(moede: Moede) -> list[tuple[str, str, str]]:
    """The meeting's history after its creation: state, who, why; oldest first."""
    raekker = moede.historik.exclude(history_type="+").order_by("history_id")
    return [(raekke.tilstand, str(raekke.history_user), raekke.history_change_reason) for raekke in raekker]


def test_each_step_leaves_one_history_row_with_who_and_why(scene):
    moede = bring_til(scene, "udgivet")

    sekretaer, formand, sekretariat = (str(scene[rolle]) for rolle in ("sekretær", "kommunal formand", "sekretariat"))
    assert fortalt(moede) == [
        ("afholdt", sekretaer, "Mødet er afholdt"),
        ("referat_udsendt", sekretaer, "Referatet er sendt ud"),
        ("referat_godkendt", formand, "Referatet er godkendt af formændene"),
        ("referat_godkendt", sekretariat, "Referatet er offentliggjort"),
    ]


def test_udsend_referat_names_the_items_on_which_nothing_is_written(scene):
    bring_til(scene, "afholdt")
    foerste, andet = scene.punkter
    foerste.beslutning = "Udsat"
    skriv_beslutning(foerste, bruger=scene["sekretær"], fravaer={})
    tomt = DagsordenspunktFactory.create(moede=scene.moede, beslutning="  \n")

    with pytest.raises(UfaerdigePunkter, match="Skriv en beslutning eller et ord") as fejl:
        udsend_referat(scene.moede, bruger=scene["sekretær"])

    assert fejl.value.punkter == [andet, tomt]
    assert f"pkt. 2 {andet.titel}; pkt. 3 {tomt.titel}" in str(fejl.value)
    assert scene.moede.tilstand == "afholdt"


def test_udsend_referat_asks_for_no_words_on_a_heading_above_other_items(scene):
    bring_til(scene, "afholdt")
    overskrift = DagsordenspunktFactory.create(moede=scene.moede)
    DagsordenspunktFactory.create(moede=scene.moede, overpunkt=overskrift, beslutning="Taget til efterretning.")
    beslut(Referatscene(scene.organ, scene.moede_pk, scene.brugere))
    overskrift = Dagsordenspunkt.objects.get(pk=overskrift.pk)
    overskrift.beslutning = ""
    overskrift.save()

    assert udsend_referat(scene.moede, bruger=scene["sekretær"]).tilstand == "referat_udsendt"


def test_returner_referat_opens_the_minutes_and_drops_the_approvals_that_history_keeps(scene):
    moede = bring_til(scene, "godkendt_af_en")
    [godkendelse] = moede.godkendelser.all()

    returner_referat(moede, bruger=scene["kommunal formand"], begrundelse="Pkt. 2 blev udsat.")

    assert scene.moede.tilstand == "afholdt"
    assert list(Referatgodkendelse.objects.all()) == []
    spor = Referatgodkendelse.historik.filter(id=godkendelse.pk).order_by("history_id")
    assert list(spor.values_list("history_type", "history_change_reason")) == [
        ("+", None),
        ("-", "Referatet blev taget tilbage"),
    ]
    assert fortalt(moede)[-1] == ("afholdt", str(scene["kommunal formand"]), "Pkt. 2 blev udsat.")


def test_returner_referat_asks_for_a_reason(scene):
    with pytest.raises(Regelbrud, match="Skriv, hvad der skal rettes"):
        returner_referat(bring_til(scene, "referat_udsendt"), bruger=scene["kommunal formand"], begrundelse=" ")


@pytest.mark.parametrize(
    ("ordlyd", "mangler"),
    [
        (None, True),
        ({"titel": "Personsag"}, True),
        ({"titel": "Personsag", "beslutning": "Godkendt."}, False),
        ({"udeladt": "Kan ikke siges uden at røbe sagen."}, False),
        ({"titel": "Personsag", "udeladt": "Beslutningen røber sagen."}, False),
    ],
)
def test_udgiv_referat_needs_a_public_wording_or_a_reason_for_every_closed_item(scene, ordlyd, mangler):
    lukket = DagsordenspunktFactory.create(moede=scene.moede, lukket=True)
    moede = bring_til(scene, "referat_godkendt")
    if ordlyd is not None:
        Ordlyd.objects.create(punkt=lukket, **ordlyd)

    if mangler:
        with pytest.raises(UfaerdigePunkter, match="offentlig titel og beslutning") as fejl:
            udgiv(scene, moede)
        assert fejl.value.punkter == [lukket]
        assert scene.moede.referat_udgivet is None
    else:
        assert udgiv(scene, moede).referat_udgivet <= timezone.now()


def test_udgiv_referat_publishes_no_other_version_than_the_one_that_was_looked_at(scene):
    lukket = DagsordenspunktFactory.create(moede=scene.moede, lukket=True)
    moede = bring_til(scene, "referat_godkendt")
    Ordlyd.objects.create(punkt=lukket, titel="Personsag", beslutning="Godkendt.")
    set_udgave = fingeraftryk(laes_moedebillede(moede, bruger=AnonymousUser(), indblik=OFFENTLIGT_REFERAT))
    ordlyd = Ordlyd.objects.get()
    ordlyd.beslutning = "Godkendt med en undtagelse."
    ordlyd.save()

    with pytest.raises(Versionskonflikt):
        udgiv_referat(moede, set_udgave=set_udgave, bruger=scene["sekretariat"])


SKRIDT = {
    "afhold": lambda scene: afhold_moede(scene.moede, bruger=scene["sekretær"]),
    "udsend": lambda scene: udsend_referat(scene.moede, bruger=scene["sekretær"]),
    "godkend": lambda scene: godkend_referat(
        scene.moede, bruger=scene["kommunal formand"], medlemskab=scene.plads("kommunal formand")
    ),
    "returner": lambda scene: returner_referat(scene.moede, bruger=scene["sekretariat"], begrundelse="Ret det."),
    "udgiv": lambda scene: udgiv(scene, scene.moede),
}
TILLADTE = {
    ("dagsorden_udsendt", "afhold"): "afholdt",
    ("afholdt", "udsend"): "referat_udsendt",
    ("referat_udsendt", "godkend"): "referat_udsendt",
    ("referat_udsendt", "returner"): "afholdt",
    ("godkendt_af_en", "godkend"): "referat_godkendt",
    ("godkendt_af_en", "returner"): "afholdt",
    ("referat_godkendt", "udgiv"): "referat_godkendt",
}


@pytest.mark.parametrize("skridt", SKRIDT)
@pytest.mark.parametrize("trin", ["planlagt", "aflyst", *TRIN])
def test_no_state_is_skipped_and_a_refused_step_changes_nothing(scene, trin, skridt):
    if trin in TRIN:
        bring_til(scene, trin)
    else:
        moede = scene.moede
        moede.tilstand = trin
        moede.save()
    if (trin, skridt) == ("afholdt", "udsend"):
        beslut(scene)
    foer = fortalt(scene.moede)

    if (trin, skridt) in TILLADTE:
        SKRIDT[skridt](scene)
        assert scene.moede.tilstand == TILLADTE[trin, skridt]
        assert len(fortalt(scene.moede)) - len(foer) == (0 if (trin, skridt) == ("referat_udsendt", "godkend") else 1)
    else:
        with pytest.raises(Regelbrud, match=r"^[A-ZÆØÅ].*\.$"):
            SKRIDT[skridt](scene)
        assert fortalt(scene.moede) == foer


@pytest.mark.parametrize("skridt", ["udsend", "returner", "godkend", "udgiv"])
def test_a_step_on_a_meeting_that_has_changed_since_it_was_read_is_a_conflict(scene, skridt):
    bring_til(
        scene,
        {"udsend": "afholdt", "returner": "referat_udsendt", "godkend": "referat_udsendt", "udgiv": "referat_godkendt"}[
            skridt
        ],
    )
    laest = scene.moede
    scene.moede.save()
    tag = {
        "udsend": lambda: udsend_referat(laest, bruger=scene["sekretær"]),
        "returner": lambda: returner_referat(laest, bruger=scene["sekretariat"], begrundelse="Ret det."),
        "godkend": lambda: godkend_referat(
            laest, bruger=scene["regional formand"], medlemskab=scene.plads("regional formand")
        ),
        "udgiv": lambda: udgiv(scene, laest),
    }[skridt]

    with pytest.raises(Versionskonflikt):
        tag()


def test_a_meeting_that_lies_ahead_cannot_be_held_yet(scene):
    moede = MoedeFactory(organ=scene.moede.organ, starter=timezone.now() + timedelta(days=1), udsendt=True)

    with pytest.raises(Regelbrud, match="Mødet holdes først"):
        afhold_moede(moede, bruger=scene["sekretær"])

    assert Moede.objects.get(pk=moede.pk).tilstand == Moede.Tilstand.DAGSORDEN_UDSENDT
