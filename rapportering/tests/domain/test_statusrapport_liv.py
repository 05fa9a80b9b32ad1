"""A report under any order of acts by anyone.

No state is skipped, what is accepted never changes, and history tells each step.
"""

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from rapportering.domain.rapporteringsrunde import frys_runde
from rapportering.domain.statuslinje import bekraeft_statuslinje, skriv_statuslinje
from rapportering.domain.statusrapport import (
    godkend_statusrapport,
    indsend_statusrapport,
    returner_statusrapport,
    underskriv_statusrapport,
)
from rapportering.models import Statuslinje, Statusrapport
from rapportering.tests.scene import opret_scene
from sundhedsaftale.faelles.fejl import Regelbrud

ROLLER = ("regional formand", "kommunal formand", "sekretær", "medlem", "sof-medlem", "sekretariat", "fremmed")
OVERGANGE = {
    ("kladde", "indsendt"),
    ("indsendt", "returneret"),
    ("returneret", "indsendt"),
    ("indsendt", "godkendt"),
    ("godkendt", "frosset"),
}
rolle = st.sampled_from(ROLLER)


class Rapportliv(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.ramme = transaction.atomic()
        self.ramme.__enter__()
        self.scene = opret_scene()
        self.forloeb = ["kladde"]
        self.laast: object = None

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.ramme.__exit__(None, None, None)

    def rapport(self) -> Statusrapport:
        return Statusrapport.objects.get(pk=self.scene.rapport.pk)

    def linje(self) -> Statuslinje:
        return Statuslinje.objects.get(pk=self.scene.linje.pk)

    def maa(self, navn: str, tilladelse: str) -> bool:
        return self.scene[navn].has_perm(f"rapportering.{tilladelse}_statusrapport", self.rapport())

    def proev(self, handling: object, *argumenter: object, **navngivne: object) -> None:
        """Take the act as a view would; what may not happen is refused with a sentence and changes nothing."""
        foer = self.billede()
        try:
            handling(*argumenter, **navngivne)  # type: ignore[operator]
        except Regelbrud:
            assert self.billede() == foer
        else:
            nu = self.rapport().tilstand
            if nu != self.forloeb[-1]:
                self.forloeb.append(nu)

    def billede(self) -> object:
        return (
            list(Statusrapport.objects.values()),
            list(Statuslinje.objects.values()),
            list(self.rapport().underskrifter.values()),
        )

    @rule(navn=rolle, tekst=st.sampled_from(["", "Der er sket noget.", "Der er sket mere."]))
    def skriv(self, navn: str, tekst: str) -> None:
        linje = self.linje()
        linje.siden_sidst = tekst
        if self.maa(navn, "skriv"):
            self.proev(skriv_statuslinje, linje, bruger=self.scene[navn])

    @rule(navn=rolle)
    def bekraeft(self, navn: str) -> None:
        if self.maa(navn, "skriv"):
            self.proev(bekraeft_statuslinje, self.linje(), bruger=self.scene[navn])

    @rule(navn=rolle)
    def indsend(self, navn: str) -> None:
        if self.maa(navn, "indsend"):
            udgave = self.linje().version
            self.proev(indsend_statusrapport, self.rapport(), bruger=self.scene[navn], linjeudgave=udgave)

    @rule(navn=rolle)
    def underskriv(self, navn: str) -> None:
        if self.maa(navn, "underskriv"):
            self.proev(underskriv_statusrapport, self.rapport(), bruger=self.scene[navn])

    @rule(navn=rolle)
    def godkend(self, navn: str) -> None:
        if self.maa(navn, "godkend"):
            self.proev(godkend_statusrapport, self.rapport(), bruger=self.scene[navn])

    @rule(navn=rolle)
    def returner(self, navn: str) -> None:
        if self.maa(navn, "returner"):
            self.proev(returner_statusrapport, self.rapport(), bruger=self.scene[navn], begrundelse="Ret det.")

    @precondition(lambda self: "godkendt" in self.forloeb)
    @rule()
    def frys(self) -> None:
        self.proev(frys_runde, self.scene.rapport.runde.moede, bruger=self.scene["sekretariat"])

    @invariant()
    def no_state_is_skipped(self) -> None:
        assert set(zip(self.forloeb, self.forloeb[1:], strict=False)) <= OVERGANGE

    @invariant()
    def each_step_is_one_history_row_with_who_and_why(self) -> None:
        historik = list(self.rapport().historik.order_by("history_id"))
        assert [raekke.tilstand for raekke in historik] == self.forloeb
        assert all(raekke.history_user and raekke.history_change_reason for raekke in historik[1:])

    @invariant()
    def an_accepted_report_is_signed_by_both_chairs_and_never_changes(self) -> None:
        if self.rapport().tilstand not in ("godkendt", "frosset"):
            return
        indhold = (list(Statuslinje.objects.values()), list(self.rapport().underskrifter.values()))
        assert len(indhold[1]) == 2
        self.laast = self.laast or indhold
        assert indhold == self.laast


@pytest.mark.langsom
class TestRapportliv(TestCase, Rapportliv.TestCase):
    settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


@pytest.mark.django_db
def test_the_whole_life_is_reachable():
    liv = Rapportliv()
    for handling, navn in (
        (liv.indsend, "regional formand"),
        (liv.returner, "sekretariat"),
        (liv.indsend, "kommunal formand"),
        (liv.underskriv, "regional formand"),
        (liv.godkend, "sekretariat"),
    ):
        handling(navn)
    liv.frys()

    assert liv.forloeb == ["kladde", "indsendt", "returneret", "indsendt", "godkendt", "frosset"]
    liv.teardown()
