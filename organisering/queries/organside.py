"""Everything the page of one body tells."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from organisering.models import Besoegende, Moede, Organ, Organomraade
from organisering.queries.afloesning import Afloesning
from organisering.queries.bemanding import Bemanding, laes_bemanding
from sundhedsaftale.faelles.dansk import sorteringsnoegle


@dataclass(frozen=True, slots=True)
class Slaegt:
    """The bodies that the reader sees around this one.

    Those it refers to are who holds their place on the day: a successor takes over what referred to the body before it.
    """

    refererer_til: Organ | None
    spejler: Organ | None
    moedes_efter: Organ | None
    under: list[Organ]
    spejlet_af: list[Organ]
    forgaenger: Organ | None
    efterfoelgere: list[Organ]


@dataclass(frozen=True, slots=True)
class Organside:
    slaegt: Slaegt
    bemanding: Bemanding
    omraade: list[Organomraade]
    tidligere_omraade: list[Organomraade]
    moeder: list[Moede]


def laes_organside(organ: Organ, *, bruger: Besoegende, dag: date) -> Organside:
    """Who sits there on a day, its area, the bodies around it and the coming meetings."""
    omraader = sorted(
        organ.omraader.select_related("organisation"), key=lambda o: sorteringsnoegle(o.organisation.navn)
    )
    return Organside(
        slaegt=_laes_slaegt(organ, bruger, dag),
        bemanding=laes_bemanding(organ, dag=dag),
        omraade=[o for o in omraader if o.gyldig_til is None or o.gyldig_til >= dag],
        tidligere_omraade=[o for o in omraader if o.gyldig_til is not None and o.gyldig_til < dag],
        moeder=list(Moede.objects.synlige_for(bruger).for_organ(organ).kommende(timezone.now())[:5]),
    )


def _laes_slaegt(organ: Organ, bruger: Besoegende, dag: date) -> Slaegt:
    """Seen from the day, or from the nearest day on which the body exists: one query."""
    if organ.gyldig_fra is not None and dag < organ.gyldig_fra:
        dag = organ.gyldig_fra
    elif organ.gyldig_til is not None and dag > organ.gyldig_til:
        dag = organ.gyldig_til
    synlige = list(Organ.objects.synlige_for(bruger))
    afloesning = Afloesning(synlige)

    def holder(noegle: int | None) -> Organ | None:
        fundet = afloesning.paa(noegle, dag)
        return None if fundet == organ else fundet

    dagens = [andet for andet in synlige if andet != organ and andet.bestaar(dag)]
    return Slaegt(
        refererer_til=holder(organ.refererer_til_id),
        spejler=holder(organ.spejler_id),
        moedes_efter=holder(organ.moedes_efter_id),
        under=[andet for andet in dagens if afloesning.paa(andet.refererer_til_id, dag) == organ],
        spejlet_af=[andet for andet in dagens if afloesning.paa(andet.spejler_id, dag) == organ],
        forgaenger=next((andet for andet in synlige if andet.pk == organ.forgaenger_id), None),
        efterfoelgere=afloesning.efterfoelgere(organ),
    )
