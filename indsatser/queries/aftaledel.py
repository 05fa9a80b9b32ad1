"""The kinds of parts an agreement is divided into, and what uses each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from indsatser.models import Indsats, Risikoaktoer, Risikogruppe, Spor, Virkemiddel
from organisering.models import Aftale

Aftaledel = Risikogruppe | Risikoaktoer | Virkemiddel | Spor


@dataclass(frozen=True, slots=True)
class Slags:
    """`side` is the page the parts stand on, by the agreement's slug."""

    noegle: str
    model: type[Risikogruppe] | type[Risikoaktoer] | type[Virkemiddel] | type[Spor]
    ny: str
    side: str
    hvad: str = ""


SLAGS = {
    slags.noegle: slags
    for slags in (
        Slags("risikogrupper", Risikogruppe, "Ny risikogruppe", "indsatser:risikogruppe-list"),
        Slags("aktoerer", Risikoaktoer, "Ny aktør", "indsatser:risikofigur-update", "En aktør er en række i figuren."),
        Slags("virkemidler", Virkemiddel, "Nyt virkemiddel", "indsatser:virkemiddel-list"),
        Slags("spor", Spor, "Nyt spor", "indsatser:virkemiddel-list"),
    )
}


def brugt_af(objekt: Aftaledel) -> str:
    """Tell what uses a part, as `2 indsatser og 1 felt i figuren`; nothing is an empty string."""
    dele = []
    if not isinstance(objekt, Risikoaktoer) and (antal := objekt.indsatser.count()):
        dele.append(_antal(antal, "indsats", "indsatser"))
    if isinstance(objekt, Risikoaktoer | Risikogruppe) and (antal := objekt.indsatsfelter.exclude(tekst="").count()):
        dele.append(f"{_antal(antal, 'felt', 'felter')} i figuren")
    return " og ".join(dele)


@dataclass(frozen=True, slots=True)
class Virkemidler:
    """An agreement's means and tracks, each with its initiatives."""

    virkemidler: Sequence[Virkemiddel]
    spor: Sequence[Spor]


def laes_virkemidler(aftale: Aftale) -> Virkemidler:
    """Five queries, whatever stands there."""
    indsatser = Prefetch("indsatser", queryset=Indsats.objects.order_by("nummer", "titel"))
    return Virkemidler(
        list(aftale.virkemidler.prefetch_related(indsatser)),
        list(aftale.spor.prefetch_related(indsatser, "organisationer")),
    )


def laes_risikogrupper(aftale: Aftale) -> Sequence[Risikogruppe]:
    """Lowest risk first, each with its initiatives: two queries."""
    indsatser = Prefetch("indsatser", queryset=Indsats.objects.order_by("titel"))
    return list(aftale.risikogrupper.prefetch_related(indsatser))


def _antal(antal: int, en: str, flere: str) -> str:
    return f"{antal} {en if antal == 1 else flere}"
