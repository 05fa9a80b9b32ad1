"""The yearly walk through an agreement's initiatives: an answer for each, finished when all are answered."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from indsatser.domain.indsats import afslut_indsats
from indsatser.domain.laas import laas_aftale
from indsatser.models import Aarsrevision, Indsats, Revisionsvalg
from indsatser.queries.aarsrevision import ubesvarede
from organisering.models import Aftale
from sundhedsaftale.faelles.dansk import dato, opremset
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet

UDFALD = {
    Revisionsvalg.Valg.AFSLUT: Indsats.Udfald.AFSLUTTET,
    Revisionsvalg.Valg.OVERDRAG: Indsats.Udfald.OVERDRAGET,
}
_NAEVNES_HOEJST = 5


@transaction.atomic
def opret_aarsrevision(aftale: Aftale, aar: int) -> Aarsrevision:
    """Begin the walk of a year. Raises Regelbrud for a year outside the agreement, or while another is under way."""
    laas_aftale(aftale)
    if aar not in aftale.aar:
        raise Regelbrud(f"{aar} ligger uden for aftalens år ({aftale.aar[0]}–{aftale.aar[-1]}).")
    if Aarsrevision.objects.filter(aftale=aftale, aar=aar).exists():
        raise Regelbrud(f"Aftalen har allerede en revision for {aar}.")
    if aaben := Aarsrevision.objects.filter(aftale=aftale, afsluttet_den__isnull=True).first():
        raise Regelbrud(f"Afslut revisionen for {aaben.aar} først.")
    revision = Aarsrevision(aftale=aftale, aar=aar)
    revision.save()
    return revision


@transaction.atomic
def svar_i_revision(valg: Revisionsvalg, *, dag: date | None = None, begrundelse: str = "") -> None:
    """Save an answer; `valg` carries the version that was seen. One that ends the initiative closes it as well.

    Raises Regelbrud when the revision is finished or the initiative cannot be closed so, Versionskonflikt when another
    has answered since.
    """
    revision = _laas(valg.revision)
    if revision.afsluttet_den is not None:
        raise Regelbrud(f"Revisionen blev afsluttet {dato(revision.afsluttet_den)} og kan ikke ændres.")
    indsats = Indsats.objects.select_related("aftale").get(pk=valg.indsats_id)
    if indsats.aftale_id != revision.aftale_id:
        raise Regelbrud("Indsatsen hører til en anden aftale.")
    if valg._state.adding and (andens := revision.valg.filter(indsats=indsats).first()) is not None:
        raise Versionskonflikt(andens)
    udfald = UDFALD.get(Revisionsvalg.Valg(valg.valg))
    if udfald is not None and not indsats.er_afsluttet:
        if dag is None:
            raise Regelbrud("Skriv, hvornår indsatsen slutter.")
        afslut_indsats(indsats, udfald=udfald, dag=dag, begrundelse=begrundelse)
    elif udfald is not None and indsats.udfald != udfald:
        navn = indsats.get_udfald_display().lower()
        raise Regelbrud(f"Indsatsen er allerede {navn} {dato(indsats.afsluttet_den)}.")
    elif udfald is None and indsats.er_afsluttet:
        raise Regelbrud(
            f"Indsatsen blev afsluttet {dato(indsats.afsluttet_den)}. Genoptag den først, hvis den fortsætter."
        )
    begrundet(valg, begrundelse).save()


@transaction.atomic
def afslut_aarsrevision(revision: Aarsrevision) -> Aarsrevision:
    """Finish the walk. Raises Regelbrud, naming them, while initiatives lack an answer."""
    revision = _laas(revision)
    if revision.afsluttet_den is not None:
        raise Regelbrud(f"Revisionen blev afsluttet {dato(revision.afsluttet_den)}.")
    if mangler := list(ubesvarede(revision)):
        titler = [indsats.titel for indsats in mangler[:_NAEVNES_HOEJST]]
        if (flere := len(mangler) - len(titler)) > 0:
            titler.append(f"{flere} til")
        antal = "1 indsats" if len(mangler) == 1 else f"{len(mangler)} indsatser"
        raise Regelbrud(f"{antal} mangler svar: {opremset(titler)}.")
    revision.afsluttet_den = timezone.localdate()
    revision.save()
    return revision


def _laas(revision: Aarsrevision) -> Aarsrevision:
    return Aarsrevision.objects.select_for_update(of=("self",)).select_related("aftale").get(pk=revision.pk)
