"""The fields of an initiative, as the secretariat adds and edits it."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from indsatser.domain.indsats import find_tvilling
from indsatser.forms.aar import AarFelt
from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.models import Indsats
from sundhedsaftale.faelles.formular import PortalModelForm


class _PrOrgan(forms.models.ModelChoiceIterator):
    """Targets under the name of the body that answers for them."""

    def __iter__(self) -> Iterator[Any]:
        for organ, dens in groupby(self.queryset.select_related("organ"), key=lambda maal: str(maal.organ)):
            yield organ, [self.choice(maal) for maal in dens]


class MaalsaetningFelt(forms.ModelMultipleChoiceField):
    iterator = _PrOrgan


class IndsatsForm(PortalModelForm[Indsats]):
    """A new initiative; the instance carries its agreement, the years are those of the agreement."""

    aar = AarFelt()
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Indsats
        fields = ["titel", "slags", "fase", "beskrivelse", "maalsaetninger", "risikogrupper", "intern_note"]
        error_messages = {"titel": {"required": "Skriv indsatsens titel."}}
        field_classes = {"maalsaetninger": MaalsaetningFelt}
        widgets = {
            "maalsaetninger": forms.CheckboxSelectMultiple,
            "risikogrupper": forms.CheckboxSelectMultiple,
            "slags": forms.RadioSelect,
            "beskrivelse": forms.Textarea(attrs={"rows": 4}),
            "intern_note": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aftale = self.instance.aftale
        felter: dict[str, Any] = self.fields
        felter["maalsaetninger"].queryset = aftale.maalsaetninger.all()
        felter["risikogrupper"].queryset = aftale.risikogrupper.all()
        felter["aar"].vaelg_aftale(aftale)
        # Closing has its own page, with outcome, date and reason.
        felter["fase"].choices = [
            valg for valg in Indsats.Fase.choices if valg[0] != Indsats.Fase.AFSLUTTET or self.instance.er_afsluttet
        ]
        if not felter["risikogrupper"].queryset:
            del felter["risikogrupper"]
        self.helper.layout = Layout(
            Fieldset("Indsatsen", "titel", "slags", "fase", "beskrivelse"),
            Fieldset("Ressourcer", "aar"),
            Fieldset("Formål", *[navn for navn in ("maalsaetninger", "risikogrupper") if navn in felter]),
            Fieldset("Til sekretariatet", "intern_note", "begrundelse"),
        )

    def clean_titel(self) -> str:
        titel = " ".join(self.cleaned_data["titel"].split())
        tvilling = find_tvilling(self.instance.aftale, titel, undtagen=self.instance.pk)
        if tvilling is not None:
            organer = ", ".join(str(post.organ) for post in tvilling.poster.select_related("organ")) or "ingen organer"
            raise forms.ValidationError(
                f"Aftalen har allerede en indsats med den titel. Den står i porteføljen for: {organer}."
            )
        return titel
