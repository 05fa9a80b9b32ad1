"""All lines of a pool as one table: changed, added and removed together."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict

from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.forms.disponering import Linjefelter
from indsatser.models import Disponering, Pulje
from sundhedsaftale.faelles.formular import PortalForm
from sundhedsaftale.faelles.konflikt import UROERT, Konfliktraekke, laeg_ovenpaa

LINJER_HOEJST = 80
TOMME = 5
_UDFYLDT = ("titel", "slags", "beloeb", "fra_aar", "til_aar", "ordlyd")


class LinjebegrundelseForm(PortalForm):
    begrundelse = begrundelsesfelt()


class LinjeForm(Linjefelter):
    """One row of the table. `linje` is the key of the line, empty for a new one."""

    linje = forms.IntegerField(required=False, widget=forms.HiddenInput)
    fjern = forms.BooleanField(label="Fjern", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["linje"] = self.instance.pk
        self.fields["titel"].widget = forms.Textarea(attrs={"rows": 2})
        for felt in self.fields.values():
            klasse = "form-select" if isinstance(felt, forms.ChoiceField) else "form-input"
            felt.widget.attrs["class"] = klasse
        self.fields["fjern"].widget.attrs["class"] = "form-checkbox"
        self.uroert = False

    @property
    def er_ny(self) -> bool:
        return self.instance.pk is None

    @property
    def fjernes(self) -> bool:
        return bool(self.cleaned_data.get("fjern"))

    def has_changed(self) -> bool:
        """A new row is filled in when something of its own stands there and it is not to be removed again."""
        if not self.er_ny:
            return super().has_changed()
        return not self.data.get(self.add_prefix("fjern")) and any(
            self.data.get(self.add_prefix(navn), "").strip() for navn in _UDFYLDT
        )

    def laeg_ovenpaa(self, gemt: Disponering) -> list[Konfliktraekke]:
        """Put the row on top of what another has stored; return what is in dispute, nothing when I left it alone."""
        forskelle = laeg_ovenpaa(self, self.instance, gemt)
        self.uroert = not self.fjernes and all(raekke.mit == UROERT for raekke in forskelle)
        if self.uroert:
            return []
        return [
            Konfliktraekke(f"{gemt.titel}: {raekke.felt}", raekke.mit, raekke.nu, raekke.oprindeligt)
            for raekke in forskelle
        ]

    def genopliv(self) -> Konfliktraekke:
        """Make a row whose line another has removed a new one, to be left out unless I take the mark away."""
        titel = self.cleaned_data.get("titel", "")
        self.data = data = cast(QueryDict, self.data).copy()
        data[self.add_prefix("linje")] = ""
        data[self.add_prefix("fjern")] = "on"
        return Konfliktraekke(titel, "står i din tabel, mærket Fjern", "fjernet", "stod i puljen")


if TYPE_CHECKING:
    _Formsaet = BaseFormSet[LinjeForm]
else:
    _Formsaet = BaseFormSet


class _Puljelinjer(_Formsaet):
    def __init__(self, data: QueryDict | None = None, *, pulje: Pulje, tomme: int) -> None:
        self.pulje = pulje
        self.extra = tomme
        self._gemte = {linje.pk: linje for linje in pulje.disponeringer.all()}
        self._naeste = max((linje.raekkefoelge for linje in self._gemte.values()), default=0) + 1
        super().__init__(data, prefix="linjer", initial=[{} for _ in self._gemte])

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "instance": self._linje(index or 0)}

    def _linje(self, plads: int) -> Disponering:
        """The line of a row: by its key in what was sent, by its place in what is shown."""
        gemte = list(self._gemte.values())
        if self.is_bound:
            linje = self._gemte.get(self._noegle(plads) or 0)
        else:
            linje = gemte[plads] if plads < len(gemte) else None
        return linje or Disponering(pulje=self.pulje, raekkefoelge=self._naeste + max(plads - len(gemte), 0))

    def _noegle(self, plads: int) -> int | None:
        sendt = str(self.data.get(f"{self.prefix}-{plads}-linje", ""))
        return int(sendt) if sendt.isascii() and sendt.isdigit() and len(sendt) < 19 else None

    def uenige(self) -> list[Konfliktraekke]:
        """Put the rows on top of what is stored now; return what is in dispute with others."""
        nu = {linje.pk: linje for linje in Disponering.objects.filter(pulje=self.pulje)}
        alle: list[Konfliktraekke] = []
        for plads, raekke in enumerate(self.forms):
            noegle = self._noegle(plads)
            if noegle is None:
                continue
            gemt = nu.get(noegle)
            if gemt is None:
                alle.append(raekke.genopliv())
            elif raekke.cleaned_data.get("version") != gemt.version:
                alle += raekke.laeg_ovenpaa(gemt)
        return alle

    @property
    def aendrede(self) -> list[Disponering]:
        return [
            raekke.instance
            for raekke in self.forms
            if not (raekke.er_ny or raekke.fjernes or raekke.uroert) and raekke.has_changed()
        ]

    @property
    def nye(self) -> list[Disponering]:
        return [raekke.instance for raekke in self.forms if raekke.er_ny and raekke.has_changed()]

    @property
    def fjernede(self) -> list[Disponering]:
        return [raekke.instance for raekke in self.forms if not raekke.er_ny and raekke.fjernes]


Puljelinjer = cast(
    type[_Puljelinjer],
    formset_factory(LinjeForm, formset=_Puljelinjer, max_num=LINJER_HOEJST, absolute_max=LINJER_HOEJST),
)
