"""Everything the page of one body tells."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from organisering.models import Besoegende, Medlemskab, Moede, Organ, Organomraade
from sundhedsaftale.faelles.dansk import sorteringsnoegle


@dataclass(frozen=True, slots=True)
class Organside:
    medlemmer: list[Medlemskab]
    tidligere: list[Medlemskab]
    omraade: list[Organomraade]
    under: list[Organ]
    spejlet_af: list[Organ]
    moeder: list[Moede]


def laes_organside(organ: Organ, *, bruger: Besoegende, dag: date) -> Organside:
    """Members on a day with the chairs first, those who left, the area, the bodies below and the coming meetings."""
    medlemskaber = sorted(
        organ.medlemskaber.select_related("person", "rolle", "repraesenterer"),
        key=lambda m: (
            not m.rolle.er_formand,
            not m.rolle.er_sekretaer,
            sorteringsnoegle(m.person.navn),
        ),
    )
    synlige = Organ.objects.synlige_for(bruger)
    return Organside(
        medlemmer=[m for m in medlemskaber if m.fra <= dag and (m.til is None or m.til >= dag)],
        tidligere=[m for m in medlemskaber if m.til is not None and m.til < dag],
        omraade=sorted(
            organ.omraader.select_related("organisation"),
            key=lambda o: sorteringsnoegle(o.organisation.navn),
        ),
        under=list(synlige.filter(refererer_til=organ)),
        spejlet_af=list(synlige.filter(spejler=organ)),
        moeder=list(Moede.objects.filter(organ=organ).kommende(timezone.now())[:5]),
    )
