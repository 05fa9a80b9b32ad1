"""Meetings: plan, calendar, agenda, minutes, cases."""

from sundhedsaftale.tests.adgang.raekke import Raekke

RAEKKER: list[Raekke] = []
