from typing import Any

from django import forms

from organisering.models import Aftale, Bruger
from rapportering.domain.afrapportering import BYGGERE, kraev_aar
from rapportering.models import Rapporttype
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.formular import PortalForm


class BestilAfrapporteringForm(PortalForm):
    """Which report, of which agreement, about which year."""

    rapporttype = forms.ModelChoiceField(
        Rapporttype.objects.filter(slug__in=BYGGERE),
        to_field_name="slug",
        label="Rapport",
        empty_label=None,
        error_messages={"invalid_choice": "Rapporten findes ikke. Vælg en fra listen."},
    )
    aftale = forms.ModelChoiceField(
        Aftale.objects.none(),
        to_field_name="slug",
        label="Aftale",
        empty_label="Vælg aftale",
        error_messages={"invalid_choice": "Aftalen findes ikke. Vælg en fra listen."},
    )
    aar = forms.IntegerField(
        label="År",
        help_text="Det år, rapporten handler om. Skriv fire cifre, fx 2020.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input-width-s"}),
        error_messages=dict.fromkeys(("required", "invalid"), "Skriv året med fire cifre, fx 2020."),
    )

    def __init__(self, *args: Any, bruger: Bruger, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aftale"].queryset = Aftale.objects.redigerbare_for(bruger)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        aftale, aar = data.get("aftale"), data.get("aar")
        if aftale and aar is not None:
            try:
                kraev_aar(aftale, aar)
            except Regelbrud as fejl:
                self.add_error("aar", str(fejl))
        return data
