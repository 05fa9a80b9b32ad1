from django.apps import AppConfig


class RapporteringConfig(AppConfig):
    name = "rapportering"
    verbose_name = "Rapportering"

    def ready(self) -> None:
        from indsatser.udvidelser import tilmeld  # models are ready only now
        from rapportering.queries.indsatsstatus import Statusudvidelse

        tilmeld(Statusudvidelse())
