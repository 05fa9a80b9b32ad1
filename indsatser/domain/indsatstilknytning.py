"""What an initiative may be tied to: parts of its own agreement, papers and organisations of its region."""

from collections.abc import Iterable, Mapping

from django.db import models

from indsatser.models import Indsats, Maalsaetning, Risikogruppe, Spor, Virkemiddel
from organisering.models import Aftale, Dokument
from sundhedsaftale.faelles.fejl import Regelbrud


def afvis_overordnet(indsats: Indsats) -> None:
    """Raise Regelbrud when the initiative would be part of itself, however far up, or of another agreement's."""
    over = indsats.overordnet
    if over is None:
        return
    if over.aftale_id != indsats.aftale_id:
        raise Regelbrud("Indsatsen kan kun være del af en indsats i den samme aftale.")
    if over.pk in under(indsats) | {indsats.pk}:
        raise Regelbrud("En indsats kan ikke være del af sig selv eller af en af sine egne dele.")


def under(indsats: Indsats) -> set[int]:
    """The keys of an initiative's parts, and of theirs: one query, whatever the depth."""
    dele: dict[int, list[int]] = {}
    par = Indsats.objects.filter(aftale=indsats.aftale_id, overordnet__isnull=False).order_by()
    for pk, over in par.values_list("pk", "overordnet_id"):
        dele.setdefault(over, []).append(pk)
    fundne: set[int] = set()
    rest = [indsats.pk]
    while rest:
        nye = [pk for pk in dele.get(rest.pop(), ()) if pk not in fundne]
        fundne.update(nye)
        rest += nye
    return fundne


def dybder(aftale: Aftale) -> dict[int, int]:
    """How far down each of the agreement's initiatives stands; what is part of nothing is 0. One query."""
    over = dict(Indsats.objects.filter(aftale=aftale).order_by().values_list("pk", "overordnet_id"))

    def dybde(pk: int) -> int:
        trin, naeste = 0, over[pk]
        while naeste in over and trin < len(over):
            trin, naeste = trin + 1, over[naeste]
        return trin

    return {pk: dybde(pk) for pk in over}


def kan_bruge_dokument(aftale: Aftale, dokument: Dokument) -> bool:
    """Whether the agreement's initiatives may be tied to the paper: its own, or one of a body in its region."""
    organ = dokument.organ
    return dokument.aftale_id == aftale.pk or (organ is not None and organ.region_id == aftale.region_id)


def afvis_tilknytninger(indsats: Indsats, relationer: Mapping[str, Iterable[models.Model]]) -> None:
    """Raise Regelbrud for what belongs elsewhere, its tovholder included."""
    aftale, region = indsats.aftale, indsats.aftale.region_id
    for en in (en for dens in relationer.values() for en in dens):
        match en:
            case Dokument() if not kan_bruge_dokument(aftale, en):
                raise Regelbrud("Dokumenterne skal høre til aftalen eller til et organ i dens region.")
            case Maalsaetning() | Risikogruppe() | Virkemiddel() | Spor() if en.aftale_id != aftale.pk:
                raise Regelbrud(
                    "Målsætninger, risikogrupper, virkemidler og spor skal høre til den samme aftale som indsatsen."
                )
    tovholder = indsats.tovholder
    if tovholder is not None and region not in (tovholder.pk, tovholder.region_id):
        raise Regelbrud("Tovholderen skal høre til aftalens region.")
