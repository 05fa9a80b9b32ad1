"""The steps of the minutes; `docs/organisering.md` is the table. Each leaves one history row, with who and why."""

from collections.abc import Sequence

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from organisering.domain.fremmoede import opret_deltagelser
from organisering.domain.laas import AFLYST, laas_moede
from organisering.models import Bruger, Dagsordenspunkt, Moede, Ordlyd
from organisering.queries.dagsordensudgave import fingeraftryk
from organisering.queries.indblik import OFFENTLIGT_REFERAT
from organisering.queries.moedebillede import laes_moedebillede
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet

Tilstand = Moede.Tilstand


class UfaerdigePunkter(Regelbrud):
    """A step that some items stand in the way of; `punkter` are those."""

    def __init__(self, saetning: str, punkter: Sequence[Dagsordenspunkt]) -> None:
        self.punkter = punkter
        super().__init__(f"{saetning}: {'; '.join(f'pkt. {punkt}' for punkt in punkter)}.")


@transaction.atomic
def afhold_moede(moede: Moede, *, bruger: Bruger) -> Moede:
    """Begin the minutes: the meeting counts as held, and its list of people is made from the seats of that day.

    Raises Regelbrud, Versionskonflikt.
    """
    laast = laas_som_laest(moede)
    if laast.er_holdt:
        raise Regelbrud("Mødet er allerede afholdt.")
    if laast.tilstand != Tilstand.DAGSORDEN_UDSENDT:
        raise Regelbrud("Send dagsordenen ud, før mødet holdes.")
    if laast.dag > timezone.localdate():
        raise Regelbrud(f"Mødet holdes først {dato(laast.dag)}. Flyt det, hvis det er holdt før.")
    opret_deltagelser(laast, bruger=bruger)
    return skift(laast, Tilstand.AFHOLDT, bruger=bruger, hvorfor="Mødet er afholdt")


@transaction.atomic
def udsend_referat(moede: Moede, *, bruger: Bruger) -> Moede:
    """Send the minutes to the members, and to the chairs for approval.

    Raises Regelbrud, UfaerdigePunkter when an item has neither a decision nor a word on it, Versionskonflikt.
    """
    laast = laas_som_laest(moede)
    if laast.tilstand in (Tilstand.REFERAT_UDSENDT, Tilstand.REFERAT_GODKENDT):
        raise Regelbrud("Referatet er allerede sendt ud.")
    if laast.tilstand != Tilstand.AFHOLDT:
        raise Regelbrud("Referatet kan først sendes ud, når mødet er afholdt.")
    if tavse := tavse_punkter(list(laast.punkter.all())):
        raise UfaerdigePunkter("Skriv en beslutning eller et ord (fx »Udsat«) ved", tavse)
    return skift(laast, Tilstand.REFERAT_UDSENDT, bruger=bruger, hvorfor="Referatet er sendt ud")


@transaction.atomic
def returner_referat(moede: Moede, *, bruger: Bruger, begrundelse: str) -> Moede:
    """Take minutes that were sent out back to be written in; the approvals they had fall.

    Raises Regelbrud, Versionskonflikt.
    """
    laast = laas_som_laest(moede)
    if laast.tilstand == Tilstand.REFERAT_GODKENDT:
        raise Regelbrud("Referatet er godkendt. Tilføj en bemærkning i stedet.")
    if laast.tilstand != Tilstand.REFERAT_UDSENDT:
        raise Regelbrud("Kun et referat, der er sendt ud, kan tages tilbage.")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvad der skal rettes.")
    for godkendelse in laast.godkendelser.all():
        godkendelse._history_user = bruger
        begrundet(godkendelse, "Referatet blev taget tilbage").delete()
    return skift(laast, Tilstand.AFHOLDT, bruger=bruger, hvorfor=begrundelse)


@transaction.atomic
def udgiv_referat(moede: Moede, *, set_udgave: str, bruger: Bruger) -> Moede:
    """Publish approved minutes to everybody. `set_udgave` is the fingerprint of the public version that was looked at.

    Raises Regelbrud, UfaerdigePunkter when a closed item lacks its public wording, Versionskonflikt when that version
    is no longer what would be published.
    """
    laast = laas_som_laest(moede)
    if laast.referat_udgivet:
        raise Regelbrud("Referatet er allerede offentliggjort.")
    if laast.tilstand != Tilstand.REFERAT_GODKENDT:
        raise Regelbrud("Referatet kan først offentliggøres, når det er godkendt.")
    if uden_ordlyd := punkter_uden_ordlyd(list(laast.punkter.select_related("ordlyd"))):
        raise UfaerdigePunkter(
            "Skriv en offentlig titel og beslutning, eller hvorfor der ikke er nogen, ved", uden_ordlyd
        )
    if fingeraftryk(laes_moedebillede(laast, bruger=AnonymousUser(), indblik=OFFENTLIGT_REFERAT)) != set_udgave:
        raise Versionskonflikt(moede)
    laast.referat_udgivet = timezone.now()
    return skift(laast, Tilstand.REFERAT_GODKENDT, bruger=bruger, hvorfor="Referatet er offentliggjort")


def tavse_punkter(punkter: Sequence[Dagsordenspunkt]) -> list[Dagsordenspunkt]:
    """Items on which nothing is written; a heading above other items needs no words of its own."""
    overskrifter = {punkt.overpunkt_id for punkt in punkter}
    return [punkt for punkt in punkter if not punkt.beslutning.strip() and punkt.pk not in overskrifter]


def punkter_uden_ordlyd(punkter: Sequence[Dagsordenspunkt]) -> list[Dagsordenspunkt]:
    """Closed items that have neither public title and decision nor a reason; give them with `ordlyd` selected."""

    def mangler(ordlyd: Ordlyd | None) -> bool:
        return ordlyd is None or not (ordlyd.udeladt or (ordlyd.titel and ordlyd.beslutning))

    return [punkt for punkt in punkter if punkt.lukket and mangler(getattr(punkt, "ordlyd", None))]


def laas_som_laest(laest: Moede) -> Moede:
    """Hold the meeting. Raises Regelbrud when it is called off, Versionskonflikt when it changed since it was read."""
    laast = laas_moede(laest)
    if laast.tilstand == Tilstand.AFLYST:
        raise Regelbrud(AFLYST)
    if laast.version != laest.version:
        raise Versionskonflikt(laest)
    return laast


def skift(moede: Moede, tilstand: Moede.Tilstand, *, bruger: Bruger, hvorfor: str) -> Moede:
    """Save a held meeting in its new state with one history row."""
    moede.tilstand = tilstand
    moede._history_user = bruger
    begrundet(moede, hvorfor).save()
    return moede
