from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import AnonymousUser, PermissionsMixin
from django.db import models
from django.utils.functional import cached_property

from sundhedsaftale.faelles.felter import Tekst

if TYPE_CHECKING:
    from organisering.models.medlemskab import Medlemskab
    from organisering.models.moede import Moede


class BrugerManager(BaseUserManager["Bruger"]):
    def create_user(self, email: str, password: str | None = None, **felter: Any) -> "Bruger":
        bruger = self.model(email=self.normalize_email(email).lower(), **felter)
        bruger.set_password(password)
        bruger.save()
        return bruger

    def create_superuser(self, email: str, password: str | None = None, **felter: Any) -> "Bruger":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **felter)

    def get_by_natural_key(self, username: str | None) -> "Bruger":
        return self.get(email__iexact=username)


class Bruger(AbstractBaseUser, PermissionsMixin):
    """A login. What it may do follows from the memberships of its person that last today."""

    email = models.EmailField("e-mail", unique=True)
    navn = Tekst("navn", max_length=200)
    person = models.OneToOneField(
        "organisering.Person",
        verbose_name="person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="bruger",
    )
    is_active = models.BooleanField("kan logge ind", default=True)
    is_staff = models.BooleanField("systemadministrator", default=False)
    oprettet = models.DateTimeField("oprettet", auto_now_add=True)
    kalendernoegle = models.UUIDField("nøgle til kalender", null=True, unique=True, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["navn"]

    objects = BrugerManager()

    class Meta:
        verbose_name = "bruger"
        verbose_name_plural = "brugere"
        ordering = ["navn"]

    def __str__(self) -> str:
        return self.navn or self.email

    @cached_property
    def medlemskaber(self) -> "list[Medlemskab]":
        """The memberships that last today; read once per request."""
        from organisering.models.medlemskab import (
            Medlemskab,
        )  # a membership points at a person, a person at a user

        if self.person_id is None:
            return []
        return list(
            Medlemskab.objects.filter(person_id=self.person_id)
            .gaeldende()
            .select_related("rolle", "organ__type")
            .order_by()
        )

    @property
    def sekretariatsregioner(self) -> set[int]:
        """Primary keys of the regions whose secretariat this user belongs to."""
        return {m.organ.region_id for m in self.medlemskaber if m.organ.type.er_sekretariat}

    @property
    def regioner(self) -> set[int]:
        """Primary keys of the regions in which this user sits in any body."""
        return {m.organ.region_id for m in self.medlemskaber}

    @property
    def organer(self) -> set[int]:
        return {m.organ_id for m in self.medlemskaber}

    @property
    def formandsorganer(self) -> set[int]:
        return {m.organ_id for m in self.medlemskaber if m.rolle.er_formand}

    @property
    def skriveorganer(self) -> set[int]:
        """Bodies whose reports this user writes: as chair or as secretary."""
        return {m.organ_id for m in self.medlemskaber if m.rolle.er_formand or m.rolle.er_sekretaer}

    def er_sekretariat_i(self, regioner: Iterable[int]) -> bool:
        return self.is_active and not self.sekretariatsregioner.isdisjoint(regioner)

    def sidder_i(self, moede: "Moede") -> bool:
        """Whether the meeting is of a body in which this user sits today."""
        return self.is_active and not self.organer.isdisjoint(moede.organnoegler)

    def skriver_i(self, moede: "Moede") -> bool:
        """Whether this user writes the meeting's agenda and minutes: as chair, secretary or secretariat."""
        return self.is_active and bool(self.skriveorganer_i(moede))

    def skriveorganer_i(self, moede: "Moede") -> set[int]:
        """The bodies of the meeting whose own words this user writes; all of them in an administrator's hands."""
        if self.is_superuser or moede.organ.region_id in self.sekretariatsregioner:
            return moede.organnoegler
        return moede.organnoegler & self.skriveorganer


Besoegende = Bruger | AnonymousUser
