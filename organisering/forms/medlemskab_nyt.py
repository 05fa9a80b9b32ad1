"""Giving a seat: whose name it is, is asked before a new person is written."""

from typing import Any

from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.urls import reverse
from django.utils import timezone

from organisering.forms.medlemskab import LAYOUT, MedlemskabForm
from organisering.models import Organ, Person
from organisering.queries.person import find_personer, laes_personlinjer, navnenoegle
from sundhedsaftale.faelles.felter import afvis_cpr

HVEM = "organisering/medlemskab/_hvem.html"
_HOEJST = 20
_NY = "ny:"
_SPOERG = "Der er allerede personer med det navn eller et, der ligner. Vælg, hvem det er."
_FORKERT = "Navnet er ændret, siden du valgte. Vælg igen, hvem det er."


class NytMedlemskabForm(MedlemskabForm):
    """`navn` is all or part of a name. When somebody has it, `hvem` asks which; otherwise it is a new person's."""

    navn = forms.CharField(
        label="Navn",
        max_length=200,
        validators=[afvis_cpr],
        help_text="Skriv navnet eller en del af det. Findes personen allerede, kan du vælge personen nedenfor.",
        error_messages={"required": "Skriv, hvem der skal have pladsen."},
    )
    hvem = forms.ChoiceField(
        label="Hvem er det?",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"required": _SPOERG, "invalid_choice": _FORKERT},
    )
    stilling = forms.CharField(
        label="Stilling",
        max_length=200,
        required=False,
        validators=[afvis_cpr],
        help_text="Kun for en ny person. En, der allerede findes, beholder sin.",
    )

    def __init__(self, *args: Any, organ: Organ, bruger: Any, **kwargs: Any) -> None:
        super().__init__(*args, organ=organ, **kwargs)
        felter: dict[str, Any] = self.fields
        self.initial["fra"] = timezone.localdate()
        self._noegle = navnenoegle(str(self["navn"].value() or ""))
        self._fundne = {str(person.pk): person for person in find_personer(self._noegle)} if self._noegle else {}
        self.er_afkortet = len(self._fundne) > _HOEJST
        if self._fundne:
            vist = list(self._fundne.values())[:_HOEJST]
            linjer = laes_personlinjer(vist, bruger=bruger, dag=timezone.localdate())
            felter["hvem"].required = True
            felter["hvem"].choices = [
                *((str(linje.person.pk), _beskriv(linje.person, linje.pladser)) for linje in linjer),
                (f"{_NY}{self._noegle}", f"En ny person ved navn {str(self['navn'].value()).strip()}"),
            ]
        felter["navn"].widget.attrs |= {
            "autocomplete": "off",
            "hx-get": reverse("organisering:medlemskab-create", args=[organ.slug]),
            "hx-trigger": "input changed delay:400ms",
            "hx-target": "#hvem",
        }
        self.helper.layout = Layout("navn", Div(HTML(f'{{% include "{HVEM}" %}}'), css_id="hvem"), "stilling", *LAYOUT)

    @property
    def spoerger(self) -> bool:
        """Whether there is somebody to choose between."""
        return bool(self._fundne)

    def clean_navn(self) -> str:
        return " ".join(self.cleaned_data["navn"].split())

    @property
    def valgt(self) -> Person | None:
        """The person that was there; None when a new one is to be written."""
        return self._fundne.get(self.cleaned_data["hvem"])

    def ny_person(self) -> Person:
        return Person(navn=self.cleaned_data["navn"], titel=self.cleaned_data["stilling"])


def _beskriv(person: Person, pladser: Any) -> str:
    """Enough to tell two of the same name apart."""
    dele = [person.titel] if person.titel else []
    dele += [f"{plads.rolle.navn.lower()} i {plads.organ.kaldes}" for plads in pladser]
    return f"{person.navn} ({'; '.join(dele) if dele else 'ingen plads i dag'})"
