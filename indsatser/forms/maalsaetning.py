"""A målsætning: the sentence as agreed, who answers for it, and the categories it stands under."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.models import Maalkategori, Maalsaetning
from organisering.models import Organ
from sundhedsaftale.faelles.formular import PortalModelForm


class _PrSamling(forms.models.ModelChoiceIterator):
    def __iter__(self) -> Iterator[Any]:
        for samling, dens in groupby(self.queryset, key=lambda kategori: kategori.samling):
            yield samling, [(self.field.prepare_value(kategori), kategori.kaldes) for kategori in dens]


class KategoriFelt(forms.ModelMultipleChoiceField):
    """Categories under the name of their collection."""

    iterator = _PrSamling


class MaalsaetningForm(PortalModelForm[Maalsaetning]):
    """The instance carries its agreement; the body is one of the region's."""

    begrundelse = begrundelsesfelt()

    class Meta:
        model = Maalsaetning
        fields = ["tekst", "organ", "raekkefoelge", "kategorier"]
        field_classes = {"kategorier": KategoriFelt}
        error_messages = {"tekst": {"required": "Skriv målsætningen, som den er aftalt."}}
        help_texts = {
            "tekst": "Ordene, som parterne har aftalt dem.",
            "kategorier": "Sæt kun kryds, hvor en kilde siger det.",
        }
        widgets = {"kategorier": forms.CheckboxSelectMultiple, "tekst": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aftale = self.instance.aftale
        felter: dict[str, Any] = self.fields
        felter["organ"].queryset = Organ.objects.filter(region=aftale.region_id)
        felter["raekkefoelge"].required = False
        felter["kategorier"].queryset = Maalkategori.objects.for_region(aftale.region_id)
        self.helper.layout = Layout(
            Fieldset("Målsætningen", "tekst", "organ", "raekkefoelge"),
            Fieldset("Kategorier", "kategorier"),
            Fieldset("Historik", "begrundelse"),
        )

    def _get_validation_exclusions(self) -> set[str]:
        """The sentence stands once in its agreement, which is no field of the form."""
        egne: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # not in the stubs
        return egne - {"aftale"}

    def clean_raekkefoelge(self) -> int:
        return self.cleaned_data["raekkefoelge"] or 0
