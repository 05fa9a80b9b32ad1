from datetime import date, timedelta

import pytest
from django.utils import timezone

from organisering.domain.partsgodkendelse import noter_partsgodkendelse, noter_partsgodkendelser
from organisering.models import Aftaleversion, Partsgodkendelse
from organisering.tests.factories import AftaleFactory, PartsgodkendelseFactory, sekretariatsbruger
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

pytestmark = pytest.mark.django_db

MAJ = date(2019, 5, 28)


@pytest.fixture
def bruger():
    return sekretariatsbruger(AftaleFactory().region)


def godkendt(part, dag=MAJ, journalnummer="19/1"):
    part.godkendt_den, part.journalnummer = dag, journalnummer
    return part


def faerdig(part):
    """The version of a party's answer, approved by all."""
    part.aftaleversion.tilstand = Aftaleversion.Tilstand.GODKENDT
    part.aftaleversion.godkendt_den = date(2019, 6, 26)
    part.aftaleversion.save()
    return part


def test_noter_partsgodkendelse_leaves_one_history_row(bruger):
    part = PartsgodkendelseFactory()

    noter_partsgodkendelse(godkendt(part), bruger=bruger, begrundelse="Protokol modtaget")

    gemt = Partsgodkendelse.objects.get()
    assert (gemt.godkendt_den, gemt.journalnummer) == (MAJ, "19/1")
    assert [(str(h.history_user), h.history_change_reason) for h in gemt.historik.all()[:1]] == [
        (str(bruger), "Protokol modtaget")
    ]
    assert gemt.historik.count() == 2


@pytest.mark.parametrize(
    ("dag", "journalnummer", "saetning"),
    [
        (date(2019, 4, 23), "", "for den blev sendt til parterne 24. april 2019"),
        (timezone.localdate() + timedelta(days=1), "", "ligger i fremtiden"),
        (None, "19/1", "Skriv også den dag"),
    ],
    ids=["before it was sent", "tomorrow", "a number without a date"],
)
def test_noter_partsgodkendelse_rejects_what_cannot_be_right(bruger, dag, journalnummer, saetning):
    part = PartsgodkendelseFactory()

    with pytest.raises(Regelbrud, match=saetning):
        noter_partsgodkendelse(godkendt(part, dag, journalnummer), bruger=bruger)

    assert part.historik.count() == 1


def test_noter_partsgodkendelse_rejects_an_answer_that_another_has_changed(bruger):
    part = PartsgodkendelseFactory()
    Partsgodkendelse.objects.get().save()

    with pytest.raises(Versionskonflikt):
        noter_partsgodkendelse(godkendt(part), bruger=bruger)


def test_noter_partsgodkendelser_saves_all_or_none(bruger):
    rigtig = PartsgodkendelseFactory()
    forkert = PartsgodkendelseFactory(aftaleversion=rigtig.aftaleversion)

    with pytest.raises(Regelbrud):
        noter_partsgodkendelser(
            rigtig.aftaleversion, [godkendt(rigtig), godkendt(forkert, date(2018, 1, 1))], bruger=bruger
        )

    assert set(Partsgodkendelse.objects.values_list("godkendt_den", flat=True)) == {None}


def test_after_the_final_approval_an_answer_is_corrected_with_a_reason_and_keeps_its_date(bruger):
    part = faerdig(PartsgodkendelseFactory(godkendt_den=MAJ))

    with pytest.raises(Regelbrud, match="Skriv, hvorfor"):
        noter_partsgodkendelse(godkendt(part), bruger=bruger)
    with pytest.raises(Regelbrud, match="ikke fjernes"):
        noter_partsgodkendelse(godkendt(part, None, ""), bruger=bruger, begrundelse="Fejl")
    with pytest.raises(Regelbrud, match=r"endeligt godkendt 26\. juni 2019, for den blev godkendt af en part"):
        noter_partsgodkendelse(godkendt(part, date(2019, 6, 27)), bruger=bruger, begrundelse="Fejl")

    noter_partsgodkendelse(godkendt(part), bruger=bruger, begrundelse="Nummeret manglede")
    assert Partsgodkendelse.objects.get().journalnummer == "19/1"
