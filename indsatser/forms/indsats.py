"""The fields of an initiative: as it is added, and all that stands on it as the secretariat edits it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db.models import Model, Q

from indsatser.domain.fase import AABNE_FASER
from indsatser.domain.indsats import find_tvilling
from indsatser.domain.indsatstilknytning import under
from indsatser.forms.aar import AarFelt
from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.models import Indsats
from organisering.models import Dokument, Organisation
from sundhedsaftale.faelles.formular import PortalModelForm


class _PrOrgan(forms.models.ModelChoiceIterator):
    """Targets under the name of the body that answers for them."""

    def __iter__(self) -> Iterator[Any]:
        for organ, dens in groupby(self.queryset.select_related("organ"), key=lambda maal: str(maal.organ)):
            yield organ, [self.choice(maal) for maal in dens]


class MaalsaetningFelt(forms.ModelMultipleChoiceField):
    iterator = _PrOrgan


class DokumentFelt(forms.ModelMultipleChoiceField):
    """Papers, each with whose it is."""

    def label_from_instance(self, dokument: Dokument) -> str:
        return f"{dokument.titel} ({dokument.ejer})"


class _Indsatsform(PortalModelForm[Indsats]):
    """Shared by both: what can be chosen is the agreement's own; a relation without anything to choose is left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        aftale = self.instance.aftale
        felter: dict[str, Any] = self.fields
        for navn in ("maalsaetninger", "risikogrupper", "virkemidler", "spor"):
            if navn in felter:
                felter[navn].queryset = getattr(aftale, navn).all()
        felter["fase"].choices = self._faser()

    def _faser(self) -> list[tuple[str, str]]:
        """Those that can be chosen; a closed initiative stays closed until it is reopened."""
        if not self.instance.er_afsluttet:
            return AABNE_FASER
        return [valg for valg in Indsats.Fase.choices if valg[0] in (Indsats.Fase.AFSLUTTET, self.instance.fase)]

    def udelad_tomme(self, *navne: str) -> None:
        for navn in navne:
            if not self.fields[navn].queryset:  # type: ignore[attr-defined]  # these are model choices
                del self.fields[navn]

    def fieldset(self, overskrift: str, *navne: str) -> Fieldset:
        return Fieldset(overskrift, *[navn for navn in navne if navn in self.fields])

    def clean_titel(self) -> str:
        titel = " ".join(self.cleaned_data["titel"].split())
        tvilling = find_tvilling(self.instance.aftale, titel, undtagen=self.instance.pk)
        if tvilling is not None:
            organer = ", ".join(str(post.organ) for post in tvilling.poster.select_related("organ")) or "ingen organer"
            raise forms.ValidationError(
                f"Aftalen har allerede en indsats med den titel. Den står i porteføljen for: {organer}."
            )
        return titel


class IndsatsForm(_Indsatsform):
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
        felter: dict[str, Any] = self.fields
        felter["aar"].vaelg_aftale(self.instance.aftale)
        self.udelad_tomme("risikogrupper")
        self.helper.layout = Layout(
            Fieldset("Indsatsen", "titel", "slags", "fase", "beskrivelse"),
            Fieldset("Ressourcer", "aar"),
            self.fieldset("Formål", "maalsaetninger", "risikogrupper"),
            Fieldset("Til sekretariatet", "intern_note", "begrundelse"),
        )


class RetIndsatsForm(_Indsatsform):
    """Everything about an initiative but its years, which stand in each body's portfolio."""

    begrundelse = begrundelsesfelt()

    class Meta:
        model = Indsats
        fields = [
            *("titel", "nummer", "slags", "fase", "beskrivelse", "ansvar", "tovholder", "overordnet", "spor"),
            *("maalsaetninger", "risikogrupper", "virkemidler", "dokumenter", "intern_note"),
        ]
        error_messages = {"titel": {"required": "Skriv indsatsens titel."}}
        field_classes = {"maalsaetninger": MaalsaetningFelt, "dokumenter": DokumentFelt}
        help_texts = {
            "nummer": "Som aftalen trykker det, fx 3.2.6.",
            "overordnet": "Den indsats, denne er en del af.",
            "dokumenter": "Fx samarbejdsaftaler og forløbsprogrammer. De tilføjes på aftalens eller organets side.",
        }
        widgets = {
            **dict.fromkeys(
                ("maalsaetninger", "risikogrupper", "virkemidler", "spor", "dokumenter"), forms.CheckboxSelectMultiple
            ),
            "slags": forms.RadioSelect,
            "ansvar": forms.RadioSelect,
            "beskrivelse": forms.Textarea(attrs={"rows": 4}),
            "intern_note": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        aftale = self.instance.aftale
        felter["overordnet"].queryset = aftale.indsatser.exclude(pk__in=under(self.instance) | {self.instance.pk})
        felter["overordnet"].empty_label = "Ikke en del af en anden"
        felter["tovholder"].queryset = Organisation.objects.filter(Q(pk=aftale.region_id) | Q(region=aftale.region_id))
        felter["tovholder"].empty_label = "Ikke oplyst"
        felter["dokumenter"].queryset = (
            Dokument.objects.filter(Q(aftale=aftale) | Q(organ__region=aftale.region_id))
            .select_related("aftale", "organ")
            .order_by("titel", "pk")
        )
        self.udelad_tomme("spor", "maalsaetninger", "risikogrupper", "virkemidler", "dokumenter")
        dele = [
            Fieldset("Indsatsen", Row(Column("titel"), Column("nummer")), "slags", "fase", "beskrivelse"),
            self.fieldset("Hvem", "ansvar", "tovholder", "overordnet", "spor"),
            self.fieldset("Formål", "maalsaetninger", "risikogrupper", "virkemidler"),
            self.fieldset("Dokumenter", "dokumenter"),
            Fieldset("Til sekretariatet", "intern_note", "begrundelse", "version"),
        ]
        self.helper.layout = Layout(*[del_ for del_ in dele if del_.fields])

    @property
    def relationer(self) -> dict[str, Iterable[Model]]:
        """What was chosen in the many-to-many fields that are shown."""
        felter = Indsats._meta.many_to_many
        return {felt.name: self.cleaned_data[felt.name] for felt in felter if felt.name in self.cleaned_data}
