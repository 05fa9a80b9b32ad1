from django.apps import AppConfig
from django.db.models import IntegerField
from django.urls import register_converter

from sundhedsaftale.faelles.heltal import Heltal, HeltalIn


class FaellesConfig(AppConfig):
    name = "sundhedsaftale.faelles"
    label = "faelles"
    verbose_name = "Fælles"

    def ready(self) -> None:
        register_converter(Heltal, "heltal")
        IntegerField.register_lookup(HeltalIn)
