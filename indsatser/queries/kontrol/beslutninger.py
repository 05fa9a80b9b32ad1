"""Approved decisions about an initiative, a målsætning or a pool that change nothing."""

from collections.abc import Iterable

from django.db.models import Q

from indsatser.models import Punktemne
from indsatser.queries.kontrol.fund import Fund, Fundslags
from indsatser.queries.kontrol.grundlag import Grundlag
from indsatser.queries.virkningsslags import SLAGS
from organisering.models import Dagsordenspunkt, Moede

UDEN_VIRKNING = Fundslags(
    "beslutning",
    "Beslutninger uden virkning",
    "Punktet er en godkendt beslutning, men ingen række, intet mål og ingen pulje er ændret.",
)
# What may cite an item without being one of its effects: changed by hand with the decision named.
_NAEVNER = ("maalrevisioner", "disponeringer", "poster", "puljer", "opgaveoverdragelser")


def laes_beslutningsfund(grundlag: Grundlag) -> Iterable[Fund]:
    """One query; an item that concerns several things is one finding under each agreement."""
    uden = {
        **{f"punkt__{slags.model._meta.get_field('punkt').remote_field.related_name}": None for slags in SLAGS},
        **{f"punkt__{navn}": None for navn in _NAEVNER},
    }
    om = Q(*[(f"{navn}__aftale__in", grundlag.aftaler) for navn in Punktemne.SLAGS], _connector=Q.OR)
    emner = (
        Punktemne.objects.filter(
            om,
            **uden,
            punkt__slags=Dagsordenspunkt.Slags.BESLUTNING,
            punkt__moede__tilstand=Moede.Tilstand.REFERAT_GODKENDT,
        )
        .select_related("punkt__moede__organ", *Punktemne.SLAGS)
        .order_by("-punkt__moede__starter", "punkt__raekkefoelge", "pk")
    )
    sete: set[tuple[int, int]] = set()
    for emne in emner:
        punkt, aftale_id = emne.punkt, emne.emne.aftale_id
        if (aftale_id, punkt.pk) in sete:
            continue
        sete.add((aftale_id, punkt.pk))
        saetning = f"{punkt.henvisning} handler om {emne}, men ændrer intet."
        yield Fund(
            UDEN_VIRKNING, aftale_id, str(punkt.pk), punkt.titel, saetning, punkt.get_absolute_url(), "Se punktet"
        )
