"""An agenda as a whole: its standing items, sending it out, publishing it."""

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.utils import timezone

from organisering.domain.laas import AFLYST, laas_moede, laas_skrivbart
from organisering.domain.nummerering import nummerer
from organisering.domain.referat import UfaerdigePunkter
from organisering.models import Bilag, Bruger, Dagsordenspunkt, Moede
from organisering.queries.dagsordensudgave import fingeraftryk, laes_udestaaende
from organisering.queries.indblik import OFFENTLIG_DAGSORDEN
from organisering.queries.moedebillede import laes_moedebillede
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import begrundet

_FASTE = tuple(
    (fast, slags)
    for fast, slags in (
        (Dagsordenspunkt.Fast.DAGSORDEN, Dagsordenspunkt.Slags.BESLUTNING),
        (Dagsordenspunkt.Fast.REFERAT, Dagsordenspunkt.Slags.BESLUTNING),
        (Dagsordenspunkt.Fast.BERETNINGER, Dagsordenspunkt.Slags.ORIENTERING),
        (Dagsordenspunkt.Fast.EVENTUELT, Dagsordenspunkt.Slags.DROEFTELSE),
    )
)


@transaction.atomic
def opret_faste_punkter(moede: Moede, *, bruger: Bruger) -> None:
    """Begin an agenda with its standing items; one that has items is left alone. Raises Regelbrud."""
    foej_faste_punkter_til(laas_skrivbart(moede), bruger=bruger)


def foej_faste_punkter_til(moede: Moede, *, bruger: Bruger) -> None:
    """The same for a meeting that is held by the caller's transaction."""
    if moede.tilstand != Moede.Tilstand.PLANLAGT or moede.punkter.exists():
        return
    punkter = []
    for plads, (fast, slags) in enumerate(_FASTE):
        punkt = Dagsordenspunkt(moede=moede, fast=fast, slags=slags, titel=fast.label, raekkefoelge=plads)
        punkt._history_user = bruger
        begrundet(punkt, "Fast punkt").save()
        punkter.append(punkt)
        if fast == Dagsordenspunkt.Fast.REFERAT:
            _vedlaeg_referat(punkt, bruger)
    nummerer(moede, punkter, bruger=bruger)


@transaction.atomic
def udsend_dagsorden(moede: Moede, *, bruger: Bruger) -> Moede:
    """Send the agenda to the members: they may read it, and its numbers stand from now on. Raises Regelbrud."""
    moede = laas_skrivbart(moede)
    if moede.tilstand != Moede.Tilstand.PLANLAGT:
        raise Regelbrud("Dagsordenen er allerede sendt ud.")
    if not moede.punkter.exists():
        raise Regelbrud("Dagsordenen har ingen punkter endnu.")
    moede.tilstand = Moede.Tilstand.DAGSORDEN_UDSENDT
    return _gem(moede, bruger=bruger, hvorfor="Dagsordenen er sendt ud")


@transaction.atomic
def udgiv_dagsorden(moede: Moede, *, set_udgave: str, bruger: Bruger) -> Moede:
    """Let everybody read the agenda. `set_udgave` is the fingerprint of the public version that was looked through.

    Raises Regelbrud, UfaerdigePunkter, Versionskonflikt when that version is no longer what would be published.
    """
    laast = laas_moede(moede)
    if laast.tilstand == Moede.Tilstand.AFLYST:
        raise Regelbrud(AFLYST)
    if laast.tilstand == Moede.Tilstand.PLANLAGT:
        raise Regelbrud("Send dagsordenen ud til medlemmerne, før den offentliggøres.")
    if laast.dagsorden_udgivet or laast.referat_udgivet:
        raise Regelbrud("Dagsordenen er allerede offentliggjort.")
    if mangler := laes_udestaaende(laast):
        raise UfaerdigePunkter("Skriv en offentlig titel, eller hvorfor der ingen er, ved", mangler)
    if fingeraftryk(laes_moedebillede(laast, bruger=AnonymousUser(), indblik=OFFENTLIG_DAGSORDEN)) != set_udgave:
        raise Versionskonflikt(moede)
    laast.dagsorden_udgivet = timezone.now()
    return _gem(laast, bruger=bruger, hvorfor="Dagsordenen er offentliggjort")


def _vedlaeg_referat(punkt: Dagsordenspunkt, bruger: Bruger) -> None:
    """Link to the minutes of the body's last meeting before this one."""
    moede = punkt.moede
    foer = Moede.objects.for_organ(moede.organ).filter(starter__lt=moede.starter)
    forrige = foer.exclude(tilstand=Moede.Tilstand.AFLYST).order_by("-starter").first()
    if forrige is None:
        return
    bilag = Bilag(punkt=punkt, titel=f"Referat af mødet {dato(forrige.dag)}", adresse=forrige.get_absolute_url())
    bilag._history_user = bruger
    bilag.save()


def _gem(moede: Moede, *, bruger: Bruger, hvorfor: str) -> Moede:
    moede._history_user = bruger
    begrundet(moede, hvorfor).save()
    return moede
