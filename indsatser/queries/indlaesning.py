"""What an act of many changes saved, a page at a time, and the acts of an agreement."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from indsatser.models import Indlaesning
from organisering.models import Aftale
from sundhedsaftale.faelles.historik import Aendring, forskelle

PAA_EN_SIDE = 100


@dataclass(frozen=True, slots=True)
class Linje:
    """One saved row; `url` is empty where the row has no page, `urort` is why the undoing left it alone."""

    navn: str
    slags: str
    url: str
    er_ny: bool
    aendringer: tuple[Aendring, ...]
    urort: str


def laes_indlaesninger(aftale: Aftale) -> QuerySet[Indlaesning]:
    """The agreement's acts, newest first."""
    return Indlaesning.objects.filter(aftale=aftale).select_related("bruger")


def laes_linjer(aendringer: Iterable[dict[str, Any]]) -> list[Linje]:
    """Describe saved rows. The number of queries follows the kinds of rows, not how many they are."""
    aendringer = list(aendringer)
    noegler: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for linje in aendringer:
        noegler[linje["model"]].append(linje)
    raekker: dict[tuple[str, int], Any] = {}
    rettet: dict[tuple[str, int], tuple[Aendring, ...]] = {}
    for label, dens in noegler.items():
        model: Any = apps.get_model(label)
        alle = model._base_manager.select_related(*_navngivere(model)).in_bulk([linje["pk"] for linje in dens])
        raekker |= {(label, pk): raekke for pk, raekke in alle.items()}
        trin = [(linje["pk"], linje["foer"], linje["efter"]) for linje in dens if linje["foer"] is not None]
        rettet |= {(label, pk): aendring for pk, aendring in forskelle(model, trin).items()}
    return [_linje(linje, raekker.get((linje["model"], linje["pk"])), rettet) for linje in aendringer]


def _navngivere(model: Any) -> list[str]:
    """The foreign keys that a row's name and address may be made of, and theirs."""
    egne = [felt for felt in model._meta.concrete_fields if felt.remote_field and not felt.null]
    return [
        sti
        for felt in egne
        for sti in (
            felt.name,
            *(
                f"{felt.name}__{naeste.name}"
                for naeste in felt.related_model._meta.concrete_fields
                if naeste.remote_field and not naeste.null
            ),
        )
    ]


def _linje(linje: dict[str, Any], raekke: Any, rettet: dict[tuple[str, int], tuple[Aendring, ...]]) -> Linje:
    model: Any = apps.get_model(linje["model"])
    slags = str(model._meta.verbose_name)
    return Linje(
        navn=str(raekke) if raekke is not None else f"{slags.capitalize()}, som er slettet",
        slags=slags,
        url=raekke.get_absolute_url() if hasattr(raekke, "get_absolute_url") else "",
        er_ny=linje["foer"] is None,
        aendringer=rettet.get((linje["model"], linje["pk"]), ()),
        urort=linje.get("urort", ""),
    )
