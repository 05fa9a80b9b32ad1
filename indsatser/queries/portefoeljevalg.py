"""What there is to choose between above a portfolio."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from indsatser.models import Risikogruppe, Virkemiddel
from indsatser.queries.grundlag import Grundlag
from organisering.models import Aftale, Organ, Organisation

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
        tovholdere = {post.tovholder_id for dens in grundlag.poster.values() for post in dens if post.tovholder_id}
        grupper = Risikogruppe.objects.filter(aftale__in=ider).order_by("aftale_id", "niveau")
        midler = Virkemiddel.objects.filter(aftale__in=ider).order_by("aftale_id", "raekkefoelge", "pk")
        kendte = Organisation.objects.filter(pk__in=tovholdere).order_by("navn") if tovholdere else ()
        return cls(
            aar=sorted({aar for aftale in aftaler for aar in aftale.aar}),
            organer=[(organ.slug, str(organ)) for organ in organer],
            risikogrupper=[(str(gruppe.pk), str(gruppe)) for gruppe in grupper],
            virkemidler=[(str(middel.pk), str(middel)) for middel in midler],
            tovholdere=[(str(en.pk), str(en)) for en in kendte],
        )
