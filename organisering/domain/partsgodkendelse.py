"""What the parties answer: when each approved a version, and under which journal number of its own."""

from collections.abc import Iterable

from django.db import transaction

from organisering.domain.aftaleversion import afvis_datoer
from organisering.models import Aftaleversion, Bruger, Partsgodkendelse
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet


@transaction.atomic
def noter_partsgodkendelser(
    version: Aftaleversion, godkendelser: Iterable[Partsgodkendelse], *, bruger: Bruger, begrundelse: str = ""
) -> int:
    """Save the answers of several parties, all or none, each on top of the version that was read; return how many.

    Raises Regelbrud, Versionskonflikt. Once the version is approved by all a correction needs its reason.
    """
    laast = Aftaleversion.objects.select_for_update().get(pk=version.pk)
    raekker = list(godkendelser)
    if raekker and laast.er_godkendt and not begrundelse.strip():
        raise Regelbrud("Versionen er godkendt af alle. Skriv, hvorfor der rettes.")
    for godkendelse in raekker:
        kontroller_partsgodkendelse(laast, godkendelse)
        godkendelse._history_user = bruger
        begrundet(godkendelse, begrundelse).save()
    return len(raekker)


def noter_partsgodkendelse(godkendelse: Partsgodkendelse, *, bruger: Bruger, begrundelse: str = "") -> None:
    """Save the answer of one party. Raises Regelbrud, Versionskonflikt."""
    noter_partsgodkendelser(godkendelse.aftaleversion, [godkendelse], bruger=bruger, begrundelse=begrundelse)


def kontroller_partsgodkendelse(version: Aftaleversion, godkendelse: Partsgodkendelse) -> None:
    """Raise Regelbrud when the answer cannot be right: its date out of order, or details without a date."""
    if godkendelse.godkendt_den is None:
        if version.er_godkendt:
            raise Regelbrud("Versionen er godkendt af alle. Datoen kan rettes, men ikke fjernes.")
        if godkendelse.journalnummer or godkendelse.godkendt_af:
            raise Regelbrud("Skriv også den dag, parten godkendte versionen.")
        return
    afvis_datoer(version, parter=[godkendelse.godkendt_den])
