from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from rapportering.grunddata.indlaes import er_indlaest, indlaes_grunddata


class Command(BaseCommand):
    help = "Indlæser Sundhedsaftalen 2019-2023 fra fixtures/, uden brugere. Anden gang ændres intet, der findes."

    def handle(self, *args: Any, **options: Any) -> None:
        if er_indlaest():
            self.stdout.write("Grunddata er allerede indlæst.")
            return
        try:
            indlaes_grunddata()
        except ValidationError as fejl:
            raise CommandError(f"Databasen har rækker, der står i vejen. {' '.join(fejl.messages)}") from fejl
        self.stdout.write("Grunddata er indlæst.")
