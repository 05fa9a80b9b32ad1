from typing import Any

from django import forms
from django.forms import model_to_dict

from rapportering.models import Statuslinje
from sundhedsaftale.faelles.formular import Fritekst, PortalModelForm

SIDEN_SIDST_TEGN = 1200
_FRITEKST = ("naeste_skridt", "opfoelgning", "risici", "indstilling", "intern_note")


class Kraevet(Fritekst):
    """Needed before the report is sent, which `Statuslinje.mangler` says; a draft saves without it."""

    def validate(self, value: Any) -> None:
        """Take anything, also nothing."""


class StatuslinjeForm(PortalModelForm[Statuslinje]):
    """One initiative's status, finished or not: a draft saves with anything missing."""

    use_required_attribute = False

    begrundelse = Kraevet(
        label="Begrundelse",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skal udfyldes, når indsatsen ikke følger planen.",
    )
    siden_sidst = Kraevet(
        label="Status siden sidst",
        max_length=SIDEN_SIDST_TEGN,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Hvad er der sket, og hvad er der nået?",
        error_messages={
            "max_length": "Teksten er på %(show_value)d tegn. Der er plads til %(limit_value)d. Forkort den."
        },
    )

    class Meta:
        model = Statuslinje
        fields = (*Statuslinje.RAPPORTFELTER, "intern_note")
        labels = {"indstilling": "Indstilling til mødet"}
        widgets = {
            "fremdrift": forms.RadioSelect,
            **{felt: forms.Textarea(attrs={"rows": 3}) for felt in _FRITEKST},
        }
        field_classes = dict.fromkeys(_FRITEKST, Fritekst)
        error_messages = {
            "fremdrift": {
                "required": "Vælg, hvordan det går med indsatsen.",
                "invalid_choice": "Vælg en af de viste muligheder.",
            }
        }


class StatuslinjeKontrolForm(StatuslinjeForm):
    """The stored line, with what is missing told at the fields."""

    @classmethod
    def for_linje(cls, linje: Statuslinje) -> "StatuslinjeKontrolForm":
        return cls(data=model_to_dict(linje) | {"version": linje.version}, instance=linje)

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        for felt, tekst in self.instance.mangler.items():
            self.add_error(felt, tekst)
        return data
