"""What there is to choose between above a portfolio."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.db.models import Value

from indsatser.models import Risikogruppe, Virkemiddel
from indsatser.queries.grundlag import Grundlag
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.dansk import sorteringsnoegle

Valg = list[tuple[str, str]]
"""Each choice as it stands in the address, and its name."""


@dataclass(frozen=True, slots=True)
class Portefoeljevalg:
    aar: list[int]
    organer: Valg
    risikogrupper: Valg
    virkemidler: Valg
    tovholdere: Valg

    @classmethod
    def laes(cls, aftaler: Sequence[Aftale], grundlag: Grundlag, organer: Sequence[Organ] = ()) -> Self:
        """Read the choices of these agreements; the holders are those that the rows name."""
        ider = [aftale.pk for aftale in aftaler]
        poster = [post for dens in grundlag.poster.values() for post in dens]
        tovholdere = {(str(post.tovholder_id), post.tovholder) for post in poster if post.tovholder}
        grupper, midler = (
            model.objects.filter(aftale__in=ider).order_by().values_list(Value(slags), "aftale_id", orden, "pk", "navn")
            for model, slags, orden in ((Risikogruppe, "gruppe", "niveau"), (Virkemiddel, "middel", "raekkefoelge"))
        )
        valg = sorted(grupper.union(midler))
        return cls(
            aar=sorted({aar for aftale in aftaler for aar in aftale.aar}),
            organer=[(organ.slug, str(organ)) for organ in organer],
            risikogrupper=[(str(pk), navn) for slags, *_, pk, navn in valg if slags == "gruppe"],
            virkemidler=[(str(pk), navn) for slags, *_, pk, navn in valg if slags == "middel"],
            tovholdere=sorted(tovholdere, key=lambda valg: sorteringsnoegle(valg[1])),
        )
