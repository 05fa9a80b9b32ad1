"""Work that outlives a request: the row is the job, the task queue only rings the bell.

A worker claims the row with `tag()`, which lends it out for `LEJE` and counts the attempt before the work. Everything
it writes afterwards is conditional on the token it was given, so that a worker that was thought dead cannot write.
"""

import secrets
import uuid
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from sundhedsaftale.faelles.felter import Langtekst, Tekst

LEJE = timedelta(seconds=30)
FRIST = timedelta(minutes=5)
FORSOEG = 3

_M_co = TypeVar("_M_co", bound="Job", covariant=True)


def ny_frist() -> datetime:
    """Five minutes from now: by then the job has ended, one way or the other."""
    return timezone.now() + FRIST


class Tilstand(models.TextChoices):
    I_KOE = "i_koe", "i kø"
    I_GANG = "i_gang", "i gang"
    FAERDIG = "faerdig", "færdig"
    FEJLET = "fejlet", "fejlet"


_AABEN = Q(tilstand__in=[Tilstand.I_KOE, Tilstand.I_GANG])


class JobQuerySet(models.QuerySet[_M_co]):
    def tag(self, pk: int) -> str | None:
        """Claim the job in one UPDATE; return the token that later writes must show, or None when it is not free."""
        nu = timezone.now()
        token = secrets.token_hex(16)
        ledig = Q(tilstand=Tilstand.I_KOE) | Q(tilstand=Tilstand.I_GANG, lease_til__lt=nu)
        antal = self.filter(ledig, pk=pk, forsoeg__lt=FORSOEG, frist__gt=nu).update(
            tilstand=Tilstand.I_GANG, forsoeg=F("forsoeg") + 1, lease_token=token, lease_til=nu + LEJE
        )
        return token if antal else None

    def forny(self, pk: int, token: str) -> bool:
        """Lend the job out for another `LEJE`; False means that it was taken over, ended or is past its deadline."""
        return self._skriv(pk, token, lease_til=timezone.now() + LEJE)

    def meld_fremdrift(self, pk: int, token: str, procent: int, tekst: str) -> bool:
        return self._skriv(pk, token, fremdrift=procent, fremdriftstekst=tekst)

    def afslut(self, pk: int, token: str, **resultat: Any) -> bool:
        """Write the result and the state `faerdig` in one UPDATE; False means that nothing was written."""
        return self._skriv(pk, token, tilstand=Tilstand.FAERDIG, fremdrift=100, lease_til=None, **resultat)

    def fejl(self, pk: int, token: str, fejltekst: str) -> bool:
        """Write `fejlet` and a sentence that the one who ordered may read."""
        return self._skriv(pk, token, tilstand=Tilstand.FEJLET, fejltekst=fejltekst, lease_til=None)

    def udloebne(self) -> "JobQuerySet[_M_co]":
        """Jobs to ring for again: the lease ran out, or the bell was not heard."""
        nu = timezone.now()
        uhoert = Q(tilstand=Tilstand.I_KOE, bestilt__lt=nu - LEJE)
        forladt = Q(tilstand=Tilstand.I_GANG, lease_til__lt=nu)
        return self.filter(uhoert | forladt, forsoeg__lt=FORSOEG, frist__gt=nu)

    def over_frist(self) -> "JobQuerySet[_M_co]":
        """Open jobs that nobody can finish: past the deadline, or abandoned after the last attempt."""
        nu = timezone.now()
        opbrugt = Q(tilstand=Tilstand.I_GANG, lease_til__lt=nu, forsoeg__gte=FORSOEG)
        return self.filter(_AABEN & (Q(frist__lte=nu) | opbrugt))

    def opgiv(self, fejltekst: str) -> int:
        """Fail every job that is over its deadline; return how many."""
        return self.over_frist().update(tilstand=Tilstand.FEJLET, fejltekst=fejltekst, lease_til=None)

    def _skriv(self, pk: int, token: str, **felter: Any) -> bool:
        mit = self.filter(pk=pk, tilstand=Tilstand.I_GANG, lease_token=token, frist__gt=timezone.now())
        return bool(mit.update(**felter))


class Job(models.Model):
    """Abstract: a piece of work with a state, a lease and a hard deadline.

    A concrete model's Meta inherits `Job.Meta`, and it declares `objects` from a QuerySet that inherits `JobQuerySet`.
    """

    Tilstand = Tilstand

    uuid = models.UUIDField("offentlig nøgle", default=uuid.uuid4, unique=True, editable=False)
    tilstand = models.CharField("tilstand", max_length=12, choices=Tilstand, default=Tilstand.I_KOE, editable=False)
    bestilt = models.DateTimeField("bestilt", default=timezone.now, editable=False)
    frist = models.DateTimeField("frist", default=ny_frist, editable=False)
    lease_token = models.CharField("lejemærke", max_length=32, blank=True, editable=False)
    lease_til = models.DateTimeField("lejet til", null=True, blank=True, editable=False)
    forsoeg = models.PositiveSmallIntegerField("forsøg", default=0, editable=False)
    fremdrift = models.PositiveSmallIntegerField("fremdrift i procent", default=0, editable=False)
    fremdriftstekst = Tekst("fremdrift", max_length=200, blank=True, editable=False)
    fejltekst = Langtekst("fejl", blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=Q(fremdrift__lte=100), name="%(app_label)s_%(class)s_fremdrift_hoejst_100")
        ]

    @property
    def er_i_gang(self) -> bool:
        """Whether it has not ended yet."""
        return self.tilstand in (Tilstand.I_KOE, Tilstand.I_GANG)
