"""One form for each of the four nouns; what gives rights is the administrator's alone to see."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django import forms
from django.db import models

from organisering.domain.grunddata import RETTIGHEDER
from organisering.forms.begrundelse import begrundelsesfelt
from organisering.models import Bruger, Kompetence, Niveau, Organtype, Rolle
from sundhedsaftale.faelles.formular import PortalModelForm

_M = TypeVar("_M", bound=models.Model)


class Grunddataform(PortalModelForm[_M]):
    begrundelse = begrundelsesfelt()

    def __init__(self, *args: Any, bruger: Bruger, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not bruger.has_perm("organisering.giv_rettigheder"):
            for felt in RETTIGHEDER.get(self._meta.model, ()):
                del self.fields[felt]

    @property
    def relationer(self) -> dict[str, Iterable[models.Model]]:
        """What was chosen in the many-to-many fields."""
        felter = self.instance._meta.many_to_many
        return {felt.name: self.cleaned_data[felt.name] for felt in felter if felt.name in self.cleaned_data}


class NiveauForm(Grunddataform[Niveau]):
    class Meta:
        model = Niveau
        fields = ["nummer", "navn"]
        error_messages = {"nummer": {"unique": "Der er allerede et niveau med det nummer."}}


class OrgantypeForm(Grunddataform[Organtype]):
    class Meta:
        model = Organtype
        fields = ["navn", "niveau", "formandskab", "kraevede_kompetencer", "medlemmer_fra", "er_sekretariat"]
        widgets = {
            "kraevede_kompetencer": forms.CheckboxSelectMultiple,
            "medlemmer_fra": forms.CheckboxSelectMultiple,
        }
        error_messages = {"navn": {"unique": "Der er allerede en type med det navn."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["niveau"].empty_label = "Vælg niveau"
        felter["medlemmer_fra"].queryset = Organtype.objects.exclude(pk=self.instance.pk)


class RolleForm(Grunddataform[Rolle]):
    class Meta:
        model = Rolle
        fields = ["navn", "side", "er_formand", "er_sekretaer"]
        error_messages = {"navn": {"unique": "Der er allerede en rolle med det navn."}}


class KompetenceForm(Grunddataform[Kompetence]):
    class Meta:
        model = Kompetence
        fields = ["navn"]
        error_messages = {"navn": {"unique": "Der er allerede en kompetence med det navn."}}


FORMER: dict[str, type[Grunddataform[Any]]] = {
    "niveauer": NiveauForm,
    "organtyper": OrgantypeForm,
    "roller": RolleForm,
    "kompetencer": KompetenceForm,
}
