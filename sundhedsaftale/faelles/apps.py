from django.apps import AppConfig


class FaellesConfig(AppConfig):
    name = "sundhedsaftale.faelles"
    label = "faelles"
    verbose_name = "Fælles"
