"""`manage.py dan_afrapportering aarlig-status 2020 --ud rapport.pdf`: a report without broker and without waiting."""

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from organisering.models import Aftale
from rapportering.domain.afrapportering import opret_afrapportering
from rapportering.domain.afrapportering_dan import dan_afrapportering
from rapportering.models import Rapporttype
from sundhedsaftale.faelles.fejl import Regelbrud


class Command(BaseCommand):
    help = "Dan en afrapportering som PDF, her og nu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("rapporttype", help="rapporttypens nøgle, fx aarlig-status")
        parser.add_argument("aar", type=int, help="året, rapporten handler om")
        parser.add_argument("--aftale", help="aftalens adresse; kan udelades, når kun én aftale dækker året")
        parser.add_argument("--ud", type=Path, required=True, help="filen, rapporten skrives til")

    def handle(self, *args: Any, **valg: Any) -> None:
        rapporttype = Rapporttype.objects.filter(slug=valg["rapporttype"]).first()
        if rapporttype is None:
            raise CommandError(f"Rapporttypen {valg['rapporttype']} findes ikke.")
        aftale = _aftale(valg["aftale"], valg["aar"])
        try:
            rapport, _ = opret_afrapportering(rapporttype, aftale, valg["aar"], bruger=None)
        except Regelbrud as fejl:
            raise CommandError(str(fejl)) from fejl
        if not dan_afrapportering(rapport.pk):
            raise CommandError("Den samme rapport er ved at blive dannet. Vent, til den er færdig.")
        rapport.refresh_from_db()
        with rapport.pdf.open("rb") as fra, valg["ud"].open("wb") as til:
            shutil.copyfileobj(fra, til)
        self.stdout.write(f"{valg['ud']}: {rapport.sider} sider, SHA-256 for datagrundlaget {rapport.sha256}")


def _aftale(slug: str | None, aar: int) -> Aftale:
    """The agreement asked for, or the only one with targets that covers the year."""
    aftaler = Aftale.objects.filter(
        Q(gyldig_til__isnull=True) | Q(gyldig_til__year__gte=aar),
        gyldig_fra__year__lte=aar,
        maalsaetninger__isnull=False,
    ).distinct()
    if slug is not None:
        aftaler = Aftale.objects.filter(slug=slug)
    match list(aftaler.order_by("slug")[:20]):
        case []:
            raise CommandError(f"Ingen aftale dækker {aar}." if slug is None else f"Aftalen {slug} findes ikke.")
        case [aftale]:
            return aftale
        case flere:
            raise CommandError(f"Vælg med --aftale: {', '.join(aftale.slug for aftale in flere)}.")
