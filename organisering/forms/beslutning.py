from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from organisering.models import Dagsordenspunkt, Deltagelse, Punktfravaer
from sundhedsaftale.faelles.felter import HOEJST
from sundhedsaftale.faelles.formular import Fritekst, PortalModelForm
from sundhedsaftale.faelles.konflikt import Konfliktraekke

_FELTER = {"fravaerende": Punktfravaer.Slags.FRAVAERENDE, "inhabile": Punktfravaer.Slags.INHABIL}
_BORTE = (Deltagelse.Fremmoede.AFBUD, Deltagelse.Fremmoede.UDEBLEVET)


class Beslutningstekst(Fritekst):
    """Needed before the minutes are sent out; while they are written it may be empty."""

    default_validators = [MaxLengthValidator(HOEJST, f"Teksten er for lang. Der er plads til {HOEJST} tegn.")]

    def validate(self, value: Any) -> None:
        """Take anything, also nothing."""


class BeslutningForm(PortalModelForm[Dagsordenspunkt]):
    """What was decided on an item and who took no part, finished or not; many of these stand on one page."""

    use_required_attribute = False

    beslutning = Beslutningstekst(label="Beslutning", widget=forms.Textarea(attrs={"rows": 4}))
    fravaerende = forms.MultipleChoiceField(
        label="Fraværende under punktet", required=False, widget=forms.CheckboxSelectMultiple
    )
    inhabile = forms.MultipleChoiceField(label="Inhabile", required=False, widget=forms.CheckboxSelectMultiple)

    class Meta:
        model = Dagsordenspunkt
        fields = ("beslutning",)

    def __init__(self, *args: Any, deltagelser: Sequence[Deltagelse], **kwargs: Any) -> None:
        """`deltagelser` are the meeting's; read the item with `fravaer` prefetched where many stand together."""
        punkt: Dagsordenspunkt = kwargs["instance"]
        staar = {raekke.deltagelse_id: raekke.slags for raekke in punkt.fravaer.all()}
        self.navne = {str(deltagelse.pk): deltagelse.navn for deltagelse in deltagelser}
        initial = {felt: [str(pk) for pk, den in staar.items() if den == slags] for felt, slags in _FELTER.items()}
        super().__init__(*args, prefix=f"punkt-{punkt.pk}", initial=initial, **kwargs)
        # Only who was there can leave the room, and who stands at the item stays on the list; but what is sent may come
        # from a page that was read before somebody was marked as absent.
        valg = [
            (str(deltagelse.pk), deltagelse.navn)
            for deltagelse in deltagelser
            if self.is_bound or deltagelse.fremmoede not in _BORTE or deltagelse.pk in staar
        ]
        for felt in _FELTER:
            self.fields[felt].choices = valg  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        begge = set(self.cleaned_data.get("fravaerende", ())) & set(self.cleaned_data.get("inhabile", ()))
        if begge:
            navne = " og ".join(navn for noegle, navn in self.navne.items() if noegle in begge)
            self.add_error("inhabile", f"Vælg kun det ene for {navne}: fraværende eller inhabil.")
        return data

    @property
    def fravaer(self) -> Mapping[int, str]:
        """Who took no part, as `skriv_beslutning` takes it."""
        return {int(noegle): slags for felt, slags in _FELTER.items() for noegle in self.cleaned_data[felt]}

    def fravaerskonflikt(self) -> list[Konfliktraekke]:
        """Return where the absence that I sent differs from what is stored now."""
        nu = {raekke.deltagelse_id: raekke.slags for raekke in Punktfravaer.objects.filter(punkt=self.instance)}
        uenige = []
        for felt, slags in _FELTER.items():
            mine = self._navne(pk for pk, den in self.fravaer.items() if den == slags)
            gemte = self._navne(pk for pk, den in nu.items() if den == slags)
            if mine != gemte:
                uenige.append(Konfliktraekke(str(self.fields[felt].label), mine, gemte, ""))
        return uenige

    def _navne(self, noegler: Any) -> str:
        valgte = {str(noegle) for noegle in noegler}
        return ", ".join(navn for noegle, navn in self.navne.items() if noegle in valgte)
