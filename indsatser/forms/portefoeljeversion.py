"""Naming a moment of the portfolio: a day and time, or the meeting it was put before."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from indsatser.models import Portefoeljeversion
from indsatser.queries.tidspunkt import dagens_slutning
from organisering.models import Moede, Organ
from sundhedsaftale.faelles.dansk import DatoFelt, KlokkeslaetFelt
from sundhedsaftale.faelles.formular import PortalModelForm


class PortefoeljeversionForm(PortalModelForm[Portefoeljeversion]):
    """`moeder` are held ones, `organer` those with a portfolio; without a body it is the whole agreement's."""

    dag = DatoFelt(
        label="Dag",
        required=False,
        help_text="Porteføljen, som den stod den dag. Tomt er nu eller, når et møde er valgt, da mødet begyndte.",
    )
    klokken = KlokkeslaetFelt(label="Klokken", required=False, help_text="Tomt er ved dagens slutning.")

    class Meta:
        model = Portefoeljeversion
        fields = ["navn", "organ", "moede", "bemaerkning"]
        help_texts = {"navn": "Fx “Forelagt DAK 12.03.2021”. Vises for alle.", "bemaerkning": "Vises for alle."}
        error_messages = {
            "navn": {"required": "Skriv, hvad versionen skal hedde."},
            "organ": {"invalid_choice": "Vælg et organ på listen."},
            "moede": {"invalid_choice": "Vælg et møde på listen."},
        }

    field_order = ["navn", "organ", "moede", "dag", "klokken", "bemaerkning"]

    def __init__(self, *args: Any, organer: QuerySet[Organ], moeder: QuerySet[Moede], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["organ"].queryset, felter["organ"].empty_label = organer, "Hele aftalen"
        felter["moede"].queryset, felter["moede"].empty_label = moeder, "Intet møde"
        if not self.instance._state.adding:
            tidspunkt = timezone.localtime(self.instance.tidspunkt)
            self.initial["dag"] = tidspunkt.date()
            if self.instance.tidspunkt != dagens_slutning(tidspunkt.date()):
                self.initial["klokken"] = tidspunkt.time().replace(second=0, microsecond=0)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("klokken") and not data.get("dag") and "dag" not in self.errors:
            self.add_error("dag", "Skriv, hvilken dag klokkeslættet gælder.")
        elif (
            self.instance.pk
            and not data.get("dag")
            and not data.get("moede")
            and not {"dag", "moede"} & self.errors.keys()
        ):
            self.add_error("dag", "Skriv en dag, eller vælg et møde.")
        if not self.errors:
            self.instance.tidspunkt = self._tidspunkt(data)
        return data

    def _tidspunkt(self, data: dict[str, Any]) -> datetime:
        dag, klokken = data["dag"], data["klokken"]
        if dag is None:
            return data["moede"].starter if data["moede"] else timezone.now()
        if "dag" not in self.changed_data and "klokken" not in self.changed_data and self.instance.pk:
            return self.instance.tidspunkt
        if klokken is not None:
            return timezone.make_aware(datetime.combine(dag, klokken))
        return timezone.now() if dag == timezone.localdate() else dagens_slutning(dag)
