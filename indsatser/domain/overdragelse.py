"""Carrying initiatives over to the next agreement: each continued, closed or handed over, and the chain kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import models

from indsatser.domain.indlaesning import samlet_aendring
from indsatser.domain.indsats import afslut_indsats, find_tvilling
from indsatser.domain.indsatstilknytning import dybder, kan_bruge_dokument
from indsatser.domain.laas import laas_aftale
from indsatser.domain.portefoeljepost import tilfoej_post
from indsatser.models import Indlaesning, Indsats
from indsatser.queries.indsatslighed import Titellighed
from organisering.models import Aftale, Bruger, Organ
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@dataclass(frozen=True, slots=True)
class Oenske:
    """What is wanted for one initiative: how it ends here and, when it goes on, in which bodies.

    `tvilling` is the next agreement's own initiative that it goes on as; `ogsaa_lignende` is a stated wish for a new
    one beside one that resembles it.
    """

    indsats: Indsats
    udfald: str
    organer: Sequence[Organ] = field(default=())
    tvilling: Indsats | None = None
    ogsaa_lignende: bool = False


def overdrag_indsatser(
    oensker: Sequence[Oenske], *, fra: Aftale, til: Aftale, dag: date, begrundelse: str, bruger: Bruger
) -> Indlaesning:
    """Do all or nothing, as one act that can be undone. Parts follow what they are part of, when that goes on too.

    Raises Regelbrud, naming the initiative, for what cannot be done; a title the next agreement has, or one that
    resembles it, is never doubled silently.
    """
    if not oensker:
        raise Regelbrud("Vælg mindst én indsats.")
    if fra.pk == til.pk or fra.region_id != til.region_id:
        raise Regelbrud("Vælg en anden aftale i den samme region.")
    kilde = f"Overdragelse til {til}"
    with samlet_aendring(fra, slags=Indlaesning.Slags.SAMLET, kilde=kilde, bruger=bruger) as indlaesning:
        laas_aftale(til)
        lighed = Titellighed(Indsats.objects.filter(aftale=til))
        nye: dict[int, Indsats] = {}
        dybde = dybder(fra)
        for oenske in sorted(oensker, key=lambda en: dybde.get(en.indsats.pk, 0)):
            gammel = Indsats.objects.select_related("aftale").get(pk=oenske.indsats.pk)
            try:
                if oenske.udfald == Indsats.Udfald.VIDEREFOERT:
                    nye[gammel.pk] = _viderefoer(oenske, gammel, til, lighed, nye, begrundelse)
                afslut_indsats(gammel, udfald=oenske.udfald, dag=dag, begrundelse=begrundelse)
            except Regelbrud as brud:
                raise Regelbrud(f"{gammel.titel}: {brud}") from brud
    return indlaesning


def _viderefoer(
    oenske: Oenske, gammel: Indsats, til: Aftale, lighed: Titellighed, nye: dict[int, Indsats], begrundelse: str
) -> Indsats:
    """Let the initiative go on in the next agreement: as the one given, else as a new one in the bodies given."""
    if oenske.tvilling is not None:
        ny = Indsats.objects.get(pk=oenske.tvilling.pk)
        if ny.aftale_id != til.pk:
            raise Regelbrud("Den indsats, der skal fortsætte den, står i en anden aftale.")
        if ny.forgaenger_id is not None:
            raise Regelbrud(f"“{ny.titel}” i {til} fortsætter allerede en anden indsats.")
        ny.forgaenger = gammel
        begrundet(ny, begrundelse).save()
        return ny
    if find_tvilling(til, gammel.titel) is not None:
        raise Regelbrud(f"{til} har allerede en indsats med den titel. Lad den fortsætte indsatsen.")
    if not oenske.ogsaa_lignende and (ligner := lighed.lignende(gammel.titel)) is not None:
        raise Regelbrud(f"{til} har allerede “{ligner.titel}”, som ligner. Vælg, om den fortsætter indsatsen.")
    ny = Indsats(
        aftale=til,
        overordnet=nye.get(gammel.overordnet_id or 0),
        titel=gammel.titel,
        slags=Indsats.Slags.EKSISTERENDE,
        fase=gammel.fase,
        ansvar=gammel.ansvar,
        tovholder=gammel.tovholder,
        beskrivelse=gammel.beskrivelse,
        intern_note=gammel.intern_note,
        forgaenger=gammel,
    )
    begrundet(ny, begrundelse).gem_med(**_relationer(gammel, til))
    for organ in oenske.organer:
        tilfoej_post(ny, organ, aar=(), begrundelse=begrundelse)
    return ny


def _relationer(gammel: Indsats, til: Aftale) -> dict[str, list[models.Model]]:
    """The bodies' papers go along; what belongs to an agreement does where the next one has the same, by its words."""
    return {
        "dokumenter": [en for en in gammel.dokumenter.select_related("organ") if kan_bruge_dokument(til, en)],
        "maalsaetninger": list(til.maalsaetninger.filter(tekst__in=gammel.maalsaetninger.values("tekst"))),
        "risikogrupper": list(til.risikogrupper.filter(navn__in=gammel.risikogrupper.values("navn"))),
        "virkemidler": list(til.virkemidler.filter(navn__in=gammel.virkemidler.values("navn"))),
        "spor": list(til.spor.filter(navn__in=gammel.spor.values("navn"))),
    }
