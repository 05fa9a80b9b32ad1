"""How much stands in the database."""

from django.apps import apps
from django.db.models import Model


def portalens_modeller() -> list[type[Model]]:
    navne = ("organisering", "indsatser", "rapportering")
    return [model for navn in navne for model in apps.get_app_config(navn).get_models()]


def antal_raekker() -> dict[str, int]:
    """Rows of every table of the portal, history tables included."""
    return {model._meta.label: model._default_manager.count() for model in portalens_modeller()}
