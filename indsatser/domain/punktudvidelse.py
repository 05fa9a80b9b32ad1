"""The portfolio's part of an agenda item; registered with `organisering` when the app starts."""

from collections.abc import Collection, Mapping, Sequence

from django.urls import reverse

from indsatser.domain.punktemne import kopier_emner
from indsatser.domain.virkningsslags import udfoer_virkninger
from indsatser.queries.punktvirkning import laes_emner, laes_virkninger
from organisering.models import Besoegende, Bruger, Dagsordenspunkt
from organisering.udvidelser import Emne, Virkning


class Portefoeljeudvidelse:
    def emner(self, punkter: Collection[int], *, bruger: Besoegende) -> Mapping[int, Sequence[Emne]]:
        return laes_emner(punkter, bruger=bruger)

    def virkninger(self, punkter: Collection[int], *, bruger: Besoegende) -> Mapping[int, Sequence[Virkning]]:
        return laes_virkninger(punkter, bruger=bruger)

    def redigering(self, punkt: Dagsordenspunkt) -> Emne:
        return Emne("Emner og virkninger", reverse("indsatser:punkt-virkninger", args=[punkt.pk]))

    def send_med(self, fra: Dagsordenspunkt, til: Dagsordenspunkt, *, bruger: Bruger) -> None:
        kopier_emner(fra, til, bruger=bruger)

    def udfoer(self, punkter: Sequence[Dagsordenspunkt], *, bruger: Bruger) -> None:
        udfoer_virkninger(punkter, bruger=bruger)
