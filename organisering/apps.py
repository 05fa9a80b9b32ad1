from django.apps import AppConfig


class OrganiseringConfig(AppConfig):
    name = "organisering"
    verbose_name = "Organisering"
