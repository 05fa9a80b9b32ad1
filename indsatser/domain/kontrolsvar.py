"""What the secretariat answers to findings, and an X that the agreement's dates no longer hold."""

from collections.abc import Iterable

from django.db import transaction

from indsatser.domain.celle import stil_celle
from indsatser.domain.laas import laas_aftale
from indsatser.models import Kontrolsvar, Portefoeljepost, Ressourcetraek
from organisering.models import Aftale, Bruger
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def svar_paa_fund(aftale: Aftale, noegler: Iterable[str], *, begrundelse: str, bruger: Bruger) -> list[Kontrolsvar]:
    """Say of some findings that they are seen and why they stand, all or none.

    Raises Regelbrud without a reason, without findings, or when one of them has been answered already.
    """
    laas_aftale(aftale)
    valgte = list(dict.fromkeys(noegler))
    if not valgte:
        raise Regelbrud("Vælg mindst ét fund.")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor fundet kan blive stående.")
    if Kontrolsvar.objects.filter(aftale=aftale, noegle__in=valgte).exists():
        raise Regelbrud("Et af fundene er allerede besvaret af en anden.")
    svar = [Kontrolsvar(aftale=aftale, noegle=noegle, begrundelse=begrundelse) for noegle in valgte]
    for et in svar:
        et._history_user = bruger
        et.save()
    return svar


def fortryd_svar(svar: Kontrolsvar, *, bruger: Bruger) -> None:
    """Let the finding stand among the open ones again; the history keeps what was answered."""
    svar._history_user = bruger
    svar.delete()


@transaction.atomic
def fjern_udenfor(post: Portefoeljepost, *, begrundelse: str) -> list[int]:
    """Take away the row's X in years that its agreement does not touch; return the years. Raises Regelbrud."""
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor X fjernes.")
    uden_for = Ressourcetraek.objects.filter(post=post, planlagt=True).exclude(aar__in=post.indsats.aftale.aar)
    fjernet = []
    for traek in uden_for.select_for_update().order_by("aar"):
        begrundet(stil_celle(traek, {"planlagt": False}), begrundelse).save()
        fjernet.append(traek.aar)
    if not fjernet:
        raise Regelbrud("Rækken har intet X uden for aftalens år.")
    return fjernet
