"""A måltal: the figure it begins with, and what it says about itself. The figure itself changes by a revision."""

from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from indsatser.domain.maalrevision import Maalstand
from indsatser.forms.begrundelse import begrundelsesfelt, kraevet_begrundelse
from indsatser.forms.henvisning import BeslutningFelt
from indsatser.forms.maalvaerdi import AARSTAL, adressefelt, vaerdifelt
from indsatser.models import Maaltal
from organisering.models import Besoegende
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalModelForm

_OM = ["betegnelse", "population", "koen", "alder", "patientgruppe"]
_UDGANGSPUNKT = ["basisvaerdi", "basisaar", "kilde", "kildeadresse", "naeste_data", "hyppighed"]
_MAAL = ["retning", "maal", "maalaar", "maaltekst"]
_MAAL_HJAELP = "Tomt, når målet ikke er fastsat. Skriv så ordene fra aftalen i “aftalt ordlyd”."


class MaaltalForm(PortalModelForm[Maaltal]):
    """An existing måltal; the figure is not here, and the unit stands fast once something is measured in it."""

    kildeadresse = adressefelt()
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Maaltal
        fields = [*_OM, "enhed", *_UDGANGSPUNKT, "raekkefoelge"]
        error_messages = {"betegnelse": {"required": "Skriv, hvad der måles."}}
        help_texts = {"betegnelse": "Det, der måles, fx “Andel daglige rygere”.", "kilde": "Hvor udgangspunktet står."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["basisvaerdi"] = vaerdifelt(
            "Udgangspunkt", procent=self._er_procent, required=False, help_text="Tomt, når tallet ikke er fundet."
        )
        felter["basisaar"].validators += AARSTAL
        felter["raekkefoelge"].required = False
        if self.instance.pk and self.instance.maalinger.exists():
            felter["enhed"].disabled = True
            felter["enhed"].help_text = "Kan ikke ændres, når der er målinger. Opret et nyt måltal i stedet."
        self.helper.layout = self._layout()

    @property
    def _er_procent(self) -> bool:
        """As chosen now; a unit that stands fast is the stored one."""
        valgt = self.data.get(self.add_prefix("enhed")) if self.is_bound else None
        return (valgt or self.instance.enhed) == Maaltal.Enhed.PROCENT

    def _layout(self) -> Layout:
        return Layout(
            Fieldset("Hvad der måles", *_OM, "enhed", "raekkefoelge"),
            Fieldset("Udgangspunkt og data", *_UDGANGSPUNKT),
            Fieldset("Historik", "begrundelse"),
        )

    def _get_validation_exclusions(self) -> set[str]:
        """A name stands once in its målsætning, which is no field of the form."""
        egne: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # not in the stubs
        return egne - {"maalsaetning"}

    def clean_raekkefoelge(self) -> int:
        return self.cleaned_data["raekkefoelge"] or 0


class NytMaaltalForm(MaaltalForm):
    """A new måltal, with the figure it begins with."""

    class Meta(MaaltalForm.Meta):
        fields = [*_OM, "enhed", *_MAAL, *_UDGANGSPUNKT, "raekkefoelge"]
        widgets = {"retning": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _saet_maal(self, procent=self._er_procent)

    def _layout(self) -> Layout:
        return Layout(
            Fieldset("Hvad der måles", *_OM, "enhed", "raekkefoelge"),
            Fieldset("Målet", *_MAAL),
            Fieldset("Udgangspunkt og data", *_UDGANGSPUNKT),
            Fieldset("Historik", "begrundelse"),
        )


class ReviderForm(PortalModelForm[Maaltal]):
    """A new figure for a måltal; the instance keeps the stored one, so that the revision can tell both."""

    dag = DatoFelt(label="Ændret den", help_text="Fx 31-12-2021.")
    besluttet_i = BeslutningFelt()
    begrundelse = kraevet_begrundelse("Skriv, hvorfor målet ændres.")

    class Meta:
        model = Maaltal
        fields = _MAAL
        widgets = {"retning": forms.RadioSelect}

    def __init__(self, *args: Any, bruger: Besoegende, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _saet_maal(self, procent=self.instance.enhed == Maaltal.Enhed.PROCENT)
        felter: dict[str, Any] = self.fields
        felter["besluttet_i"].vaelg_aftale(self.instance.maalsaetning.aftale, bruger, nu=None)

    def clean_maaltekst(self) -> str:
        """Words that were agreed with the old figure do not go along with a new one unread."""
        ord_: str = self.cleaned_data["maaltekst"]
        if ord_ and "maaltekst" not in self.changed_data and {"maal", "retning"} & set(self.changed_data):
            raise forms.ValidationError("Ordene blev aftalt med det gamle mål. Skriv de nye, eller tøm feltet.")
        return ord_

    @property
    def ny(self) -> Maalstand:
        data = self.cleaned_data
        return Maalstand(data["retning"], data["maal"], data["maaltekst"], data["maalaar"])


def _saet_maal(form: PortalModelForm[Maaltal], *, procent: bool) -> None:
    felter: dict[str, Any] = form.fields
    felter["maal"] = vaerdifelt("Mål", procent=procent, required=False, help_text=_MAAL_HJAELP)
    felter["maalaar"].validators += AARSTAL
    felter["retning"].choices = Maaltal.Retning.choices
    felter["retning"].error_messages["required"] = "Vælg, om tallet højst eller mindst skal være målet."
    felter["maaltekst"].help_text = "Ordene fra aftalen, fx “maksimalt xx %”. De må ikke nævne et gammelt tal."
