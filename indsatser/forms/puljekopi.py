"""Taking a pool on to another year: its amount there, and the lines that come along."""

from typing import Any

from django import forms

from indsatser.forms.aarstal import AarstalFelt
from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.forms.beloeb import BeloebFelt
from indsatser.models import Disponering, Pulje
from indsatser.queries.pulje import mio, periode
from indsatser.queries.puljeside import loeber_videre
from sundhedsaftale.faelles.formular import PortalForm


class _Linjevalg(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        dele = [obj.get_tilstand_display().lower(), obj.get_bevilling_display().lower() if obj.bevilling else ""]
        bagefter = ", ".join(filter(None, [mio(obj.beloeb), periode(obj, obj.pulje.aar), *dele]))
        return f"{obj.titel} ({bagefter})"


class PuljekopiForm(PortalForm):
    aar = AarstalFelt(label="Til år")
    beloeb = BeloebFelt(label="Puljens beløb i mio. kr.", help_text="Hvad puljen er på i det nye år.")
    omtrentligt = forms.BooleanField(label="Beløbet er omtrentligt (ca.)", required=False)
    kilde = forms.CharField(label="Kilde", max_length=300, required=False)
    linjer = _Linjevalg(
        Disponering.objects.none(),
        label="Linjer, der tages med",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Krydset af på forhånd er det, der er besluttet og løber videre. Resten er kun et tilbud.",
    )
    begrundelse = begrundelsesfelt()

    def __init__(self, *args: Any, pulje: Pulje, **kwargs: Any) -> None:
        naeste = pulje.aar + 1
        linjer = pulje.disponeringer.exclude(tilstand=Disponering.Tilstand.BORTFALDET).select_related("pulje")
        kwargs["initial"] = {
            "aar": naeste,
            "beloeb": pulje.beloeb,
            "omtrentligt": pulje.omtrentligt,
            "linjer": [linje.pk for linje in linjer if loeber_videre(linje, naeste)],
        }
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["linjer"].queryset = linjer
        if not linjer:
            del felter["linjer"]
        self.pulje = pulje

    def ny_pulje(self) -> Pulje:
        """The pool as it was filled in, not saved."""
        felter = ("aar", "beloeb", "omtrentligt", "kilde")
        return Pulje(
            aftale=self.pulje.aftale, navn=self.pulje.navn, **{felt: self.cleaned_data[felt] for felt in felter}
        )

    def clean_kilde(self) -> str:
        return " ".join(self.cleaned_data["kilde"].split())
