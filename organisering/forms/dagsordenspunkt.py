"""An item of an agenda: put on it, and written."""

import json
from typing import Any, cast

from crispy_forms.layout import HTML, Div, Fieldset, Layout, Row
from django import forms
from django.http import QueryDict

from organisering.domain.dagsordenspunkt import TEKSTER, Indstillingslinje, laes_indstillinger
from organisering.models import Bruger, Dagsordenspunkt, Moede, Sag
from organisering.queries.sagsvalg import laes_valgbare_sager
from sundhedsaftale.faelles.felter import HOEJST
from sundhedsaftale.faelles.formular import Fritekst, PortalForm, PortalModelForm
from sundhedsaftale.faelles.konflikt import UROERT, Konfliktraekke

SEKRETARIATET = "Sekretariatet"
_LANGE = tuple(felt for felt in TEKSTER if felt not in ("titel", "slags", "lukket"))
_FJERN = (
    '<button type="submit" class="button button-tertiary" name="handling" value="fjern-{0}">'
    'Fjern<span class="sr-only"> indstilling {1}</span></button>'
)
_TILFOEJ = (
    '<button type="submit" class="button button-secondary" name="handling" value="raekke">'
    "Tilføj en indstilling</button>"
)
_LUKKET = "Offentligheden ser kun den ordlyd, du skriver til formålet. Bilagene vises ikke."
_HOEJST = 200


class NytPunktForm(PortalForm):
    """What it takes to put an item on the agenda; the rest is written in `PunktForm`."""

    titel = forms.CharField(
        label="Titel", max_length=300, required=False, help_text="Kan stå tom, når du vælger en sag på listen."
    )
    slags = forms.ChoiceField(label="Slags", choices=Dagsordenspunkt.Slags.choices[:3], widget=forms.RadioSelect)
    sag = forms.ModelChoiceField(
        Sag.objects.none(),
        label="Sag",
        required=False,
        empty_label="Ny sag",
        help_text="Vælg en sag, som organet har behandlet før, så følger teksterne med.",
    )
    lukket = forms.BooleanField(label="Punktet er lukket", required=False, help_text=_LUKKET)

    def __init__(self, *args: Any, moede: Moede, bruger: Bruger, **kwargs: Any) -> None:
        kwargs["initial"] = {"slags": Dagsordenspunkt.Slags.BESLUTNING}
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["sag"].queryset = laes_valgbare_sager(moede, bruger)

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not data.get("titel") and not data.get("sag") and "titel" not in self.errors:
            self.add_error("titel", "Skriv en titel, eller vælg en sag på listen.")
        return data


class PunktForm(PortalModelForm[Dagsordenspunkt]):
    """The whole item in one form. The recommendations are numbered rows; one without text is not saved."""

    use_required_attribute = False

    sagsnummer = forms.CharField(label="Sagsnummer", max_length=60, required=False)
    sete_indstillinger = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Dagsordenspunkt
        fields = TEKSTER
        labels = {"koordinering": "Koordinering med andre", "lukket": "Punktet er lukket"}
        widgets = {
            **{felt: forms.Textarea(attrs={"rows": 3}) for felt in _LANGE},
            "sagsfremstilling": forms.Textarea(attrs={"rows": 10}),
        }
        field_classes = dict.fromkeys(_LANGE, Fritekst)
        help_texts = {
            "lukket": _LUKKET,
            "tidligere_beslutninger": "Sagens egne tidligere beslutninger i portalen kommer med af sig selv. "
            "Her skriver du dem, der ikke står i portalen.",
            "uenighed": "Hvis parterne er uenige, vises det både ved sagsfremstillingen og ved indstillingen.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        punkt: Dagsordenspunkt = kwargs["instance"]
        self.gemte = laes_indstillinger(punkt)
        data: QueryDict | None = args[0] if args else None
        sendte = sum(navn.startswith("indstilling_") for navn in data or ())
        antal = len(self.gemte) + 1 if data is None else min(sendte, _HOEJST)
        kwargs["initial"] = {
            "sagsnummer": punkt.sag.sagsnummer if punkt.sag else "",
            "sete_indstillinger": _som_tekst(self.gemte),
            **self._startvaerdier(punkt, antal),
        }
        super().__init__(*args, **kwargs)
        self.fields.update({navn: felt for n in range(antal) for navn, felt in _linjefelter(n)})
        for felt in self.fields.values():
            if isinstance(felt, Fritekst):  # nobody writes near the limit, and a counter at each of them is noise
                felt.max_length = None
                felt.widget.attrs.pop("maxlength", None)
        if punkt.sag is None:
            del self.fields["sagsnummer"]
        self.antal = antal
        self.helper.layout = self._opstilling()

    def _startvaerdier(self, punkt: Dagsordenspunkt, antal: int) -> dict[str, str]:
        """The stored rows, and in an empty one who recommended last: the body below, or the secretariat."""
        afsender = punkt.sendt_fra.moede.organ.navn if punkt.sendt_fra else SEKRETARIATET
        standard = self.gemte[-1].indstiller if self.gemte else afsender
        linjer = [*self.gemte, *(Indstillingslinje(standard, "") for _ in range(antal - len(self.gemte)))]
        return {
            navn: tekst
            for nummer, linje in enumerate(linjer)
            for navn, tekst in ((f"indstiller_{nummer}", linje.indstiller), (f"indstilling_{nummer}", linje.tekst))
        }

    def _opstilling(self) -> Layout:
        linjer = [
            Div(f"indstiller_{n}", f"indstilling_{n}", HTML(_FJERN.format(n, n + 1)), css_class="indstillingslinje")
            for n in range(self.antal)
        ]
        hoved = ["sagsnummer"] if "sagsnummer" in self.fields else []
        return Layout(
            "titel",
            Row("slags", *hoved),
            "lukket",
            Fieldset("Sagen", *(felt for felt in _LANGE if felt != "uenighed")),
            Fieldset("Indstilling", *linjer, HTML(_TILFOEJ), "uenighed"),
            "sete_indstillinger",
            "version",
        )

    @property
    def indstillinger(self) -> list[Indstillingslinje]:
        """The rows as they were sent, in order; those without text too."""
        data = self.cleaned_data
        return [Indstillingslinje(data[f"indstiller_{n}"], data[f"indstilling_{n}"]) for n in range(self.antal)]

    def ombas(self) -> list[Konfliktraekke]:
        """Put my rows on top of what is stored now; return the difference when there is one."""
        mine = [linje for linje in self.indstillinger if linje.tekst]
        sete = _laes_sete(self.cleaned_data["sete_indstillinger"])
        nu = laes_indstillinger(self.instance)
        if mine == nu:
            return []
        roert = mine != sete
        data = cast(QueryDict, self.data).copy()
        data["sete_indstillinger"] = _som_tekst(nu)
        if not roert:
            for n in range(self.antal):
                linje = nu[n] if n < len(nu) else Indstillingslinje("", "")
                data[f"indstiller_{n}"], data[f"indstilling_{n}"] = linje.indstiller, linje.tekst
        self.data = data
        return [Konfliktraekke("Indstilling", _laeselig(mine) if roert else UROERT, _laeselig(nu), _laeselig(sete))]


def _linjefelter(nummer: int) -> list[tuple[str, forms.Field]]:
    return [
        (
            f"indstiller_{nummer}",
            forms.CharField(label=f"Hvem indstiller ({nummer + 1})", max_length=200, required=False),
        ),
        (
            f"indstilling_{nummer}",
            Fritekst(
                label=f"Indstilling {nummer + 1}",
                max_length=HOEJST,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            ),
        ),
    ]


def _som_tekst(linjer: list[Indstillingslinje]) -> str:
    return json.dumps([[linje.indstiller, linje.tekst] for linje in linjer])


def _laes_sete(tekst: str) -> list[Indstillingslinje]:
    try:
        return [Indstillingslinje(str(indstiller), str(punkt)) for indstiller, punkt in json.loads(tekst)]
    except (ValueError, TypeError, RecursionError):
        return []


def _laeselig(linjer: list[Indstillingslinje]) -> str:
    return "\n".join(f"{linje.indstiller}: {linje.tekst}" for linje in linjer)
