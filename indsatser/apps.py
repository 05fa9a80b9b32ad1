from django.apps import AppConfig


class IndsatserConfig(AppConfig):
    name = "indsatser"
    verbose_name = "Indsatser"

    def ready(self) -> None:
        from indsatser.domain.punktudvidelse import Portefoeljeudvidelse  # models are ready only now
        from organisering.udvidelser import tilmeld

        tilmeld(Portefoeljeudvidelse())
