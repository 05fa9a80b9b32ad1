"""The years of an agreement as boxes."""

from typing import Any

from django import forms

from organisering.models import Aftale


class AarFelt(forms.TypedMultipleChoiceField):
    """The years in which resources are expected; there is nothing to choose before `vaelg_aftale`."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Forventet ressourcetræk")
        super().__init__(
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text="Sæt kryds ved de år, indsatsen forventes at trække ressourcer. Der må være huller mellem årene.",
            **kwargs,
        )

    def vaelg_aftale(self, aftale: Aftale) -> None:
        aar = aftale.aar
        self.choices = [(et, str(et)) for et in aar]
        self.error_messages["invalid_choice"] = f"Vælg år i aftalen, {aar[0]}–{aar[-1]}."
