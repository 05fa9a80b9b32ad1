"""One measurement, entered or corrected; and the reason a wrong one is taken away for."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from indsatser.forms.begrundelse import begrundelsesfelt, kraevet_begrundelse
from indsatser.forms.maalvaerdi import AARSTAL, adressefelt, vaerdifelt
from indsatser.models import Maaling, Maaltal
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm, versionsfelt

KILDELISTE = "kilder"


class MaalingForm(PortalModelForm[Maaling]):
    """A new measurement; the instance carries its måltal."""

    kildeadresse = adressefelt()
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Maaling
        fields = [
            "aar",
            "vaerdi",
            "kilde",
            "kildeadresse",
            "periode",
            "antal",
            "foreloebig",
            "databrud",
            "bemaerkning",
        ]
        error_messages = {
            "aar": {"required": "Skriv, hvilket år tallet er fra.", "invalid": "Skriv et årstal, fx 2021."},
            "kilde": {"required": "Skriv, hvor tallet kommer fra."},
        }
        help_texts = {
            "aar": "Året, tallet er fra, ikke året det blev offentliggjort.",
            "databrud": "Tallet er opgjort på en anden måde end de tidligere og kan ikke sammenlignes med dem.",
            "foreloebig": "Tallet kan blive rettet af kilden.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        maaltal = self.instance.maaltal
        felter: dict[str, Any] = self.fields
        felter["vaerdi"] = vaerdifelt(
            f"Værdi ({maaltal.get_enhed_display()})",
            procent=maaltal.enhed == Maaltal.Enhed.PROCENT,
            help_text="Skriv decimaler med komma, fx 12,5.",
        )
        felter["aar"].validators += AARSTAL
        felter["kilde"].widget.attrs |= {"list": KILDELISTE, "autocomplete": "off"}

    def clean_aar(self) -> int:
        aar: int = self.cleaned_data["aar"]
        if aar > timezone.localdate().year:
            raise ValidationError("Året kan ikke ligge i fremtiden.")
        return aar

    def clean(self) -> dict[str, Any] | None:
        """One measurement a year; the constraint cannot tell, because the måltal is no field of the form."""
        data = super().clean()
        aar = self.cleaned_data.get("aar")
        andre = Maaling.objects.filter(maaltal=self.instance.maaltal, aar=aar).exclude(pk=self.instance.pk)
        if aar is not None and andre.exists():
            self.add_error("aar", f"Der er allerede en måling for {aar}. Ret den i stedet.")
        return data


class RetMaalingForm(MaalingForm):
    """A measurement that was wrong; what stood there stays in the history with the reason."""

    begrundelse = kraevet_begrundelse("Skriv, hvorfor målingen rettes.")


class SletMaalingForm(PortalForm):
    begrundelse = kraevet_begrundelse("Skriv, hvorfor målingen slettes.")

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"] = versionsfelt(version)
