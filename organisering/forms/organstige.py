"""The filter above the ladder, kept in the address: a day and a region."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from organisering.queries.organstige import Regionsorganer
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm


class StigefilterForm(PortalForm):
    dag = DatoFelt(label="Dag", required=False)
    region = forms.ChoiceField(
        label="Region",
        required=False,
        error_messages={"invalid_choice": "Regionen i adressen findes ikke her. Vælg en fra listen."},
    )

    def __init__(self, *args: Any, regioner: Iterable[Regionsorganer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.form_method = "get"
        felter: dict[str, Any] = self.fields
        felter["region"].choices = [("", "Alle regioner"), *((en.region.navn, en.region.navn) for en in regioner)]

    @property
    def valgt_dag(self) -> date:
        """The day asked for; today when there is none, or none that can be read."""
        return self._vaerdi("dag") or timezone.localdate()

    def vaelg(self, regioner: Iterable[Regionsorganer]) -> list[Regionsorganer]:
        """The region asked for, or all of them."""
        return [en for en in regioner if self._vaerdi("region") in (None, "", en.region.navn)]

    def _vaerdi(self, felt: str) -> Any:
        return self.cleaned_data.get(felt) if self.is_bound and not self.has_error(felt) else None
