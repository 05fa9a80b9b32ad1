"""Years of a row that a decision sets or takes away."""

from collections.abc import Mapping

from django.db import transaction

from indsatser.domain.celle import saet_aar
from indsatser.domain.virkning import besluttet, gem_virkning
from indsatser.models import Cellevirkning, Portefoeljepost, Ressourcetraek
from indsatser.queries.beslutningsrum import organer_under
from indsatser.queries.celle import Celle
from organisering.domain.laas import laas_punkt
from organisering.models import Bruger, Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud


@transaction.atomic
def tilfoej_virkninger(
    punkt: Dagsordenspunkt, post: Portefoeljepost, aendringer: Mapping[int, bool], *, bruger: Bruger
) -> list[Cellevirkning]:
    """Let the decision set (True) or take away (False) the X of some years of one row.

    Raises Regelbrud when the minutes are approved, the body may not decide on that portfolio, a year lies outside the
    agreement, or the decision changes the year already.
    """
    punkt = laas_punkt(punkt)
    aftale = post.indsats.aftale
    if post.organ_id not in organer_under(punkt.moede):
        raise Regelbrud(f"{punkt.moede.organ} kan ikke beslutte om porteføljen for {post.organ}.")
    if udenfor := [aar for aar in aendringer if aar not in aftale.aar]:
        raise Regelbrud(f"{udenfor[0]} ligger uden for aftalens år ({aftale.aar[0]}–{aftale.aar[-1]}).")
    if taget := punkt.cellevirkninger.filter(post=post, aar__in=aendringer).first():
        raise Regelbrud(f"Beslutningen ændrer allerede {taget.aar} for indsatsen.")
    return [
        gem_virkning(Cellevirkning(punkt=punkt, post=post, aar=aar, planlagt=planlagt), bruger=bruger)
        for aar, planlagt in aendringer.items()
    ]


def udfoer_cellevirkning(virkning: Cellevirkning) -> None:
    """Give the cell the state that was decided, whatever has happened to it since, and let it cite the decision."""
    besluttet_celle(virkning.punkt, virkning.post, virkning.aar, planlagt=virkning.planlagt)


def besluttet_celle(punkt: Dagsordenspunkt, post: Portefoeljepost, aar: int, *, planlagt: bool) -> None:
    """Write one cell as an item decided it, on top of what is stored now."""
    traek = Ressourcetraek.objects.filter(post=post, aar=aar).first()
    oenske = Celle(aar, planlagt, traek.version if traek else 0)
    saet_aar(post, oenske, begrundelse=besluttet(punkt), besluttet_i=punkt)
