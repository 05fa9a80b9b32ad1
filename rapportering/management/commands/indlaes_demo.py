import os
import secrets
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from organisering.models import Bruger
from rapportering.demo.indlaes import er_indlaest, forny, indlaes
from rapportering.grunddata.indlaes import er_indlaest as har_grunddata


class Command(BaseCommand):
    help = "Indlæser Sundhedsaftalen 2019-2023 og demobrugere fra fixtures/. Anden gang ændres intet, der findes."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.INDLEJRET:
            raise CommandError("Demodata indlæses kun på egen maskine (DEBUG=on), for demobrugerne deler adgangskode.")
        if er_indlaest():
            forny()
            self.stdout.write("Demodata er allerede indlæst.")
            return
        if har_grunddata():
            raise CommandError("Databasen har aftalen uden demobrugere. Demodata indlæses kun i en tom database.")
        angivet = os.environ.get("DEMO_KODEORD", "")
        kodeord = angivet or secrets.token_urlsafe(12)
        indlaes(kodeord)
        self.stdout.write("Demodata er indlæst. Log ind med en af disse adresser:")
        for email in Bruger.objects.filter(email__endswith="@demo.example").values_list("email", flat=True):
            self.stdout.write(f"  {email}")
        self.stdout.write("Adgangskode: " + ("den i DEMO_KODEORD" if angivet else f"{kodeord} (vises kun nu)"))
