"""Figure 1 saved as one act: every cell that was changed, or none."""

from collections.abc import Iterable

from django.db import transaction

from indsatser.domain.laas import laas_aftale
from indsatser.models import Risikoaktoer, Risikogruppe, Risikoindsats
from indsatser.queries.risikofigur import Risikofelt
from organisering.models import Aftale
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def gem_risikofigur(aftale: Aftale, felter: Iterable[Risikofelt], *, begrundelse: str = "") -> int:
    """Write the texts that are wanted on top of the versions that were seen; return how many cells changed.

    What stands there already is not written, whatever its version. Raises Regelbrud, Versionskonflikt.
    """
    laas_aftale(aftale)
    gemte = {(felt.gruppe_id, felt.aktoer_id): felt for felt in Risikoindsats.objects.filter(gruppe__aftale=aftale)}
    grupper = set(Risikogruppe.objects.filter(aftale=aftale).values_list("pk", flat=True))
    aktoerer = set(Risikoaktoer.objects.filter(aftale=aftale).values_list("pk", flat=True))
    antal = 0
    for felt in felter:
        if felt.gruppe.pk not in grupper or felt.aktoer.pk not in aktoerer:
            raise Regelbrud("En risikogruppe eller aktør er slettet, mens du skrev. Hent siden igen.")
        gemt = gemte.get((felt.gruppe.pk, felt.aktoer.pk)) or Risikoindsats(gruppe=felt.gruppe, aktoer=felt.aktoer)
        if gemt.tekst == felt.tekst:
            continue
        if felt.version != (gemt.version if gemt.pk else 0):
            raise Versionskonflikt(gemt)
        gemt.tekst = felt.tekst
        begrundet(gemt, begrundelse).save()
        antal += 1
    return antal
