"""What the public reads of a closed item."""

from django.db import transaction

from organisering.domain.laas import AFLYST, laas_moede
from organisering.models import Bruger, Dagsordenspunkt, Moede, Ordlyd
from sundhedsaftale.faelles.fejl import Regelbrud


@transaction.atomic
def gem_ordlyd(ordlyd: Ordlyd, *, bruger: Bruger) -> None:
    """Save the public wording, which may be written until the minutes are published.

    Raises Regelbrud, Versionskonflikt.
    """
    moede = laas_moede(ordlyd.punkt.moede)
    if moede.tilstand == Moede.Tilstand.AFLYST:
        raise Regelbrud(AFLYST)
    if moede.referat_udgivet:
        raise Regelbrud("Referatet er offentliggjort, så den offentlige ordlyd kan ikke ændres.")
    if not Dagsordenspunkt.objects.filter(pk=ordlyd.punkt_id, lukket=True).exists():
        raise Regelbrud("Punktet er åbent. Kun et lukket punkt har en offentlig ordlyd.")
    if not ordlyd.titel and not ordlyd.udeladt:
        raise Regelbrud("Skriv en offentlig titel, eller skriv, hvorfor der ikke er nogen.")
    if ordlyd._state.adding and Ordlyd.objects.filter(punkt=ordlyd.punkt_id).exists():
        raise Regelbrud("En anden har netop skrevet punktets offentlige ordlyd. Hent siden igen for at se den.")
    ordlyd._history_user = bruger
    ordlyd.save()
