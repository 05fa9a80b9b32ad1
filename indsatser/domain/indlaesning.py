"""Many changes saved as one act, and undone as one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from indsatser.domain.laas import laas_aftale
from indsatser.domain.tilbagefoersel import Kanikke, Viderefoert, saet_tilbage
from indsatser.models import Indlaesning
from organisering.models import Aftale, Bruger
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet
from sundhedsaftale.faelles.protokol import protokol, sammenfat

_KILDE_HOEJST = 200


@contextmanager
def samlet_aendring(aftale: Aftale, *, slags: str, kilde: str, bruger: Bruger) -> Iterator[Indlaesning]:
    """One transaction: every tracked row that is saved inside, by whichever act, can be undone together.

    `slags` is one of `Indlaesning.Slags`, `kilde` what it came from, cut where the column ends: a file's name, or what
    was changed. The row is saved when the block ends, and has no `pk` when nothing was written. Whatever is raised
    inside undoes all of it.
    """
    with transaction.atomic():
        laas_aftale(aftale)
        indlaesning = Indlaesning(aftale=aftale, slags=slags, kilde=kilde[:_KILDE_HOEJST], bruger=bruger)
        with protokol() as linjer:
            yield indlaesning
        indlaesning.aendringer = [
            {"model": linje.model._meta.label, "pk": linje.pk, "foer": linje.foer, "efter": linje.efter}
            for linje in sammenfat(linjer)
        ]
        if indlaesning.aendringer:
            indlaesning._history_user = bruger
            indlaesning.save()


@transaction.atomic
def fortryd_indlaesning(indlaesning: Indlaesning, *, bruger: Bruger) -> int:
    """Put every row back as it was, newest first; return how many rows were left alone.

    A row that the act made is removed, unless others have built on it. What is left alone has its reason in
    `aendringer`, as `urort`. Raises Regelbrud when the act has been undone already.
    """
    indlaesning = Indlaesning.objects.select_for_update(of=("self",)).select_related("aftale").get(pk=indlaesning.pk)
    if indlaesning.fortrudt:
        raise Regelbrud("Ændringen er allerede fortrudt.")
    laas_aftale(indlaesning.aftale)
    begrundelse = f"Fortrudt: {indlaesning}"
    viderefoerte = _saet_tilbage(reversed(indlaesning.aendringer), begrundelse=begrundelse, bruger=bruger)
    # What goes on in another agreement runs again only when its continuation has been undone first.
    _saet_tilbage(viderefoerte, begrundelse=begrundelse, bruger=bruger)
    indlaesning.fortrudt = timezone.now()
    indlaesning._history_user = bruger
    begrundet(indlaesning, "Fortrudt").save()
    return len(indlaesning.urorte)


def _saet_tilbage(linjer: Iterable[dict[str, Any]], *, begrundelse: str, bruger: Bruger) -> list[dict[str, Any]]:
    """Note on each line why it was left alone; return those that wait for a continuation to be undone."""
    viderefoerte = []
    for linje in linjer:
        model: Any = apps.get_model(linje["model"])
        linje.pop("urort", None)
        try:
            saet_tilbage(
                model, linje["pk"], foer=linje["foer"], efter=linje["efter"], begrundelse=begrundelse, bruger=bruger
            )
        except Kanikke as grund:
            linje["urort"] = str(grund)
            if isinstance(grund, Viderefoert):
                viderefoerte.append(linje)
    return viderefoerte
