"""What a decision changes in the portfolio: described while the minutes are written, carried out at their approval."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from indsatser.domain.celle import saet_aar
from indsatser.models import Cellevirkning, Portefoeljepost, Ressourcetraek
from indsatser.queries.beslutningsrum import organer_under
from indsatser.queries.celle import Celle
from organisering.domain.laas import laas_punkt
from organisering.models import Bruger, Dagsordenspunkt
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


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
    virkninger = [
        Cellevirkning(punkt=punkt, post=post, aar=aar, planlagt=planlagt) for aar, planlagt in aendringer.items()
    ]
    for virkning in virkninger:
        virkning._history_user = bruger
        virkning.save()
    return virkninger


@transaction.atomic
def fjern_virkning(virkning: Cellevirkning, *, bruger: Bruger) -> None:
    """Let the decision leave that cell alone after all. Raises Regelbrud when the minutes are approved."""
    laas_punkt(virkning.punkt)
    virkning._history_user = bruger
    virkning.delete()


def udfoer_virkninger(punkter: Sequence[Dagsordenspunkt], *, bruger: Bruger) -> None:
    """Give the cells the state that was decided, whatever has happened to them since, and let them cite the decision.

    Runs inside the approval's transaction. Raises Regelbrud when a cell cannot have that state.
    """
    efter_punkt = {punkt.pk: punkt for punkt in punkter}
    virkninger = Cellevirkning.objects.filter(punkt__in=efter_punkt, udfoert__isnull=True).select_related(
        "post__indsats__aftale", "post__organ"
    )
    for virkning in virkninger.order_by("punkt__raekkefoelge", "pk"):
        punkt = efter_punkt[virkning.punkt_id]
        traek = Ressourcetraek.objects.filter(post=virkning.post, aar=virkning.aar).first()
        oenske = Celle(virkning.aar, virkning.planlagt, traek.version if traek else 0)
        saet_aar(virkning.post, oenske, begrundelse=f"Besluttet: {punkt.henvisning}", besluttet_i=punkt)
        virkning.udfoert = timezone.now()
        virkning._history_user = bruger
        begrundet(virkning, "Referatet blev godkendt").save()
