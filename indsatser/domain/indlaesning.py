"""Many changes saved as one act, and undone as one."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from indsatser.models import Indlaesning
from organisering.models import Aftale, Bruger
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet
from sundhedsaftale.faelles.sporet import Sporet


@dataclass
class Logbog:
    """What the act has written so far: each row once, with the version before it (None: it was not there) and after."""

    linjer: dict[tuple[str, int], tuple[int | None, int]] = field(default_factory=dict)

    def noter(self, raekke: Sporet, *, foer: int | None) -> None:
        """Say that a row was saved; `foer` is the version that it had when this save read it, None for a new row."""
        noegle = (raekke._meta.label, raekke.pk)
        foerst = self.linjer[noegle][0] if noegle in self.linjer else foer
        self.linjer[noegle] = (foerst, raekke.version)


@contextmanager
def samlet_aendring(aftale: Aftale, *, slags: str, kilde: str, bruger: Bruger) -> Iterator[tuple[Indlaesning, Logbog]]:
    """One transaction: what is saved inside and noted in the log can be undone together."""
    with transaction.atomic():
        logbog = Logbog()
        indlaesning = Indlaesning(aftale=aftale, slags=slags, kilde=kilde, bruger=bruger)
        yield indlaesning, logbog
        indlaesning.aendringer = [
            {"model": model, "pk": pk, "foer": foer, "efter": efter}
            for (model, pk), (foer, efter) in logbog.linjer.items()
        ]
        indlaesning.save()


@transaction.atomic
def fortryd_indlaesning(indlaesning: Indlaesning, *, bruger: Bruger) -> list[str]:
    """Put every row back as it was, newest first; return the rows left alone because somebody has changed them since.

    A row that the act made is removed. Raises Regelbrud when the act has been undone already.
    """
    indlaesning = Indlaesning.objects.select_for_update().get(pk=indlaesning.pk)
    if indlaesning.fortrudt:
        raise Regelbrud("Ændringen er allerede fortrudt.")
    begrundelse = f"Fortrudt: {indlaesning}"
    roerte = [linje for linje in reversed(indlaesning.aendringer) if not _saet_tilbage(linje, begrundelse, bruger)]
    indlaesning.fortrudt = timezone.now()
    begrundet(indlaesning, begrundelse).save()
    return [_navn(linje) for linje in roerte]


def _saet_tilbage(linje: dict[str, Any], begrundelse: str, bruger: Bruger) -> bool:
    model: Any = apps.get_model(linje["model"])
    raekke = model.objects.filter(pk=linje["pk"], version=linje["efter"]).first()
    if raekke is None:
        return False
    raekke._history_user = bruger
    begrundet(raekke, begrundelse)
    if linje["foer"] is None:
        raekke.delete()
        return True
    foer = model.historik.filter(id=linje["pk"], version=linje["foer"]).latest("history_id")
    egne = {felt.name for felt in model.historik.model.tracked_fields} - {"id", "version"}
    for navn in egne:
        setattr(raekke, model._meta.get_field(navn).attname, getattr(foer, model._meta.get_field(navn).attname))
    relationer = {
        felt.name: [getattr(et, felt.m2m_reverse_field_name()) for et in getattr(foer, felt.name).all()]
        for felt in model._meta.many_to_many
    }
    raekke.gem_med(**relationer)
    return True


def _navn(linje: dict[str, Any]) -> str:
    model: Any = apps.get_model(linje["model"])
    raekke = model.objects.filter(pk=linje["pk"]).first()
    return str(raekke) if raekke else f"{model._meta.verbose_name} {linje['pk']}, som er slettet"
