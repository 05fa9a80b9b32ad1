"""Choosing what something rests on: the item where it was decided, the paper it was applied for with."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import Q

from indsatser.models import Pulje
from organisering.models import Aftale, Besoegende, Bilag, Dagsordenspunkt, Moede
from organisering.queries.laesbarhed import beslutning_kan_laeses, bilag_kan_laeses

_UKENDT = {"invalid_choice": "Vælg en af mulighederne på listen."}
_AFHOLDT = (Moede.Tilstand.AFHOLDT, Moede.Tilstand.REFERAT_UDSENDT, Moede.Tilstand.REFERAT_GODKENDT)


class BeslutningFelt(forms.ModelChoiceField):
    """Decided items of the region's bodies that the user reads, the newest first; none before `vaelg_aftale`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"label": "Besluttet i", "required": False, "empty_label": "Ingen beslutning i portalen", **kwargs}
        kwargs["error_messages"] = _UKENDT
        super().__init__(Dagsordenspunkt.objects.none(), **kwargs)

    def vaelg_aftale(self, aftale: Aftale, bruger: Besoegende, *, nu: int | None) -> None:
        """`nu` is the item that stands there now; it stays a choice."""
        laeselige = beslutning_kan_laeses(bruger) & Q(moede__tilstand__in=_AFHOLDT) & ~Q(beslutning="")
        self.queryset = (
            Dagsordenspunkt.objects.filter(Q(moede__organ__region=aftale.region_id) & laeselige | Q(pk=nu))
            .select_related("moede__organ")
            .order_by("-moede__starter", "raekkefoelge")
        )

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.henvisning}: {obj.titel}"


class _PrPunkt(forms.models.ModelChoiceIterator):
    """Papers under the item they belong to."""

    def __iter__(self) -> Iterator[Any]:
        yield "", self.field.empty_label
        for punkt, dens in groupby(self.queryset, key=lambda bilag: bilag.punkt):
            yield f"{punkt.henvisning}: {punkt.titel}", [self.choice(bilag) for bilag in dens]


class AnsoegningFelt(forms.ModelChoiceField):
    """Papers of the region's meetings from the year before the pool to the year after; none before `vaelg_pulje`."""

    iterator = _PrPunkt

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"label": "Ansøgning", "required": False, "empty_label": "Ingen ansøgning", **kwargs}
        kwargs["error_messages"] = _UKENDT
        super().__init__(Bilag.objects.none(), **kwargs)

    def vaelg_pulje(self, pulje: Pulje, bruger: Besoegende, *, nu: int | None) -> None:
        """`nu` is the paper that stands there now; it stays a choice."""
        omkring = Q(punkt__moede__starter__year__range=(pulje.aar - 1, pulje.aar + 1))
        egne = Q(punkt__moede__organ__region=pulje.aftale.region_id)
        self.queryset = (
            Bilag.objects.filter(omkring & egne & bilag_kan_laeses(bruger) | Q(pk=nu))
            .select_related("punkt__moede__organ")
            .order_by("-punkt__moede__starter", "punkt__raekkefoelge", "punkt", "raekkefoelge")
        )
