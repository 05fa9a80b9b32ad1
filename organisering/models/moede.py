import uuid
from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from organisering.models.bruger import Besoegende
from organisering.models.organ import Organ
from organisering.models.organisation import Organisation
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.felter import Tekst
from sundhedsaftale.faelles.kalender import senest_arbejdsdag
from sundhedsaftale.faelles.sporet import Sporet, SporetQuerySet


class MoedeQuerySet(SporetQuerySet["Moede"]):
    def kommende(self, nu: datetime) -> "MoedeQuerySet":
        return self.filter(starter__gte=nu).exclude(tilstand=Moede.Tilstand.AFLYST)

    def synlige_for(self, bruger: Besoegende) -> "MoedeQuerySet":
        """When and where a body meets is as open as the body; what stands on the agenda is `Indblik`'s to say."""
        return self.filter(organ__in=Organ.objects.synlige_for(bruger))

    def for_organ(self, organ: Organ) -> "MoedeQuerySet":
        """The body's own meetings and those it holds together with others."""
        return self.i_organer([organ.pk])

    def i_organer(self, organer: Collection[int]) -> "MoedeQuerySet":
        """Meetings that any of these bodies holds, alone or together with others; `organer` are their keys."""
        faelles = Moede.faelles_med.through.objects.filter(organ__in=organer).values("moede")
        return self.filter(Q(organ__in=organer) | Q(pk__in=faelles))


class Moede(Sporet):
    """A meeting of a body, from the plan to the approved minutes. Its deadlines follow its date."""

    class Tilstand(models.TextChoices):
        PLANLAGT = "planlagt", "Planlagt"
        DAGSORDEN_UDSENDT = "dagsorden_udsendt", "Dagsorden udsendt"
        AFHOLDT = "afholdt", "Afholdt"
        REFERAT_UDSENDT = "referat_udsendt", "Referat udsendt"
        REFERAT_GODKENDT = "referat_godkendt", "Referat godkendt"
        AFLYST = "aflyst", "Aflyst"

    class Slags(models.TextChoices):
        ORDINAERT = "ordinaert", "Ordinært møde"
        EKSTRAORDINAERT = "ekstraordinaert", "Ekstraordinært møde"
        DIALOGMOEDE = "dialogmoede", "Dialogmøde"

    uuid = models.UUIDField("offentlig nøgle", default=uuid.uuid4, unique=True, editable=False)
    organ = models.ForeignKey(Organ, verbose_name="organ", on_delete=models.PROTECT, related_name="moeder")
    faelles_med = models.ManyToManyField(
        Organ, verbose_name="fælles med", blank=True, related_name="faellesmoeder", help_text="Andre organer i mødet."
    )
    med = models.ManyToManyField(
        Organisation,
        verbose_name="dialog med",
        blank=True,
        related_name="dialogmoeder",
        help_text="Kun for dialogmøder: de sygehusenheder eller andre, mødet holdes med.",
    )
    slags = models.CharField("slags", max_length=20, choices=Slags, default=Slags.ORDINAERT)
    starter = models.DateTimeField("begynder")
    slutter = models.DateTimeField("slutter", null=True, blank=True)
    sted = Tekst("sted", max_length=200, blank=True)
    tilstand = models.CharField("tilstand", max_length=20, choices=Tilstand, default=Tilstand.PLANLAGT, editable=False)
    dagsorden_udgivet = models.DateTimeField("dagsordenen offentliggjort", null=True, blank=True, editable=False)
    referat_udgivet = models.DateTimeField("referatet offentliggjort", null=True, blank=True, editable=False)

    objects = MoedeQuerySet.as_manager()
    historik = HistoricalRecords(m2m_fields=[faelles_med, med])

    class Meta:
        verbose_name = "møde"
        verbose_name_plural = "møder"
        ordering = ["starter"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "starter"],
                condition=~Q(tilstand="aflyst"),
                name="moede_et_ad_gangen",
                violation_error_message="Organet har allerede et møde på det tidspunkt.",
            ),
            models.CheckConstraint(
                condition=Q(slutter__isnull=True) | Q(slutter__gt=F("starter")),
                name="moede_slutter_efter_start",
                violation_error_message="Mødet kan ikke slutte, før det begynder.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organ.kaldes} {dato(self.dag)}"

    def get_absolute_url(self) -> str:
        return reverse("organisering:moede-detail", args=[self.uuid])

    @property
    def organnoegler(self) -> set[int]:
        """The keys of the bodies that meet; prefetch `faelles_med` where many meetings are read."""
        return {self.organ_id, *(organ.pk for organ in self.faelles_med.all())}

    @property
    def henvisning(self) -> str:
        """How the meeting is cited: `SKU 22.04.2021`."""
        return f"{self.organ.kaldes} {self.dag:%d.%m.%Y}"

    @property
    def dag(self) -> date:
        """The day in Danish time."""
        return timezone.localdate(self.starter)

    @property
    def klokken(self) -> str:
        """Write `kl. 10.00–12.00` in Danish time, or `kl. 10.00` when the end is not known."""
        slut = f"–{timezone.localtime(self.slutter):%H.%M}" if self.slutter else ""
        return f"kl. {timezone.localtime(self.starter):%H.%M}{slut}"

    @property
    def frist_sager(self) -> date:
        """When items must be with the secretariat; a deadline never falls on a day off."""
        return self._dage_foer(self.organ.dage_til_sager)

    @property
    def frist_udsendelse(self) -> date:
        """When the agenda is sent out."""
        return self._dage_foer(self.organ.dage_til_udsendelse)

    @property
    def frist_status(self) -> date:
        """When the groups' written status must be in."""
        return self._dage_foer(self.organ.dage_til_status)

    def _dage_foer(self, dage: int) -> date:
        return senest_arbejdsdag(self.dag - timedelta(days=dage))

    @property
    def kan_aendres(self) -> bool:
        """Whether agenda and minutes may still be written in; what lies with the chairs stands still."""
        return self.tilstand in (self.Tilstand.PLANLAGT, self.Tilstand.DAGSORDEN_UDSENDT, self.Tilstand.AFHOLDT)

    @property
    def kan_flyttes(self) -> bool:
        """Whether the meeting is still ahead, so that it can be moved or called off."""
        return self.tilstand in (self.Tilstand.PLANLAGT, self.Tilstand.DAGSORDEN_UDSENDT)

    @property
    def kan_afholdes(self) -> bool:
        """Whether the minutes can begin: the agenda is sent out, and the day has come."""
        return self.tilstand == self.Tilstand.DAGSORDEN_UDSENDT and self.dag <= timezone.localdate()

    @property
    def kan_bemaerkes(self) -> bool:
        """Whether remarks can be added: while the minutes are written, and dated ones after they are approved."""
        return self.tilstand in (self.Tilstand.AFHOLDT, self.Tilstand.REFERAT_GODKENDT)

    @property
    def er_holdt(self) -> bool:
        """Whether the meeting has been held, so that decisions can be written."""
        return self.tilstand in (
            self.Tilstand.AFHOLDT,
            self.Tilstand.REFERAT_UDSENDT,
            self.Tilstand.REFERAT_GODKENDT,
        )
