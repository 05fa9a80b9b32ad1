"""A person: edit, and lay together with somebody who was written twice."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from organisering.models import Person
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm


class PersonForm(PortalModelForm[Person]):
    class Meta:
        model = Person
        fields = ["navn", "titel", "email", "telefon"]
        error_messages = {
            "navn": {"required": "Skriv personens navn."},
            "email": {"invalid": "Skriv en e-mailadresse, fx navn@kommune.dk."},
        }


class PersonsoegForm(PortalForm):
    q = forms.CharField(label="Navn", max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.form_method = "get"

    @property
    def soegt(self) -> str:
        return str(self.cleaned_data["q"]) if self.is_valid() else ""


class SammenlaegForm(PortalForm):
    fjern = forms.ModelChoiceField(
        Person.objects.none(),
        widget=forms.HiddenInput,
        error_messages={
            "required": "Vælg den person, der er skrevet to gange.",
            "invalid_choice": "Personen findes ikke eller er allerede lagt sammen med en anden.",
        },
    )
    begrundelse = forms.CharField(
        label="Begrundelse",
        max_length=500,
        required=False,
        help_text="Står i historikken, fx “Bekræftet af kommunens sekretariat”.",
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["fjern"].queryset = Person.objects.egne().exclude(pk=person.pk)

    @property
    def valgt(self) -> Person | None:
        """Who is chosen, whether or not it has been sent yet."""
        felter: dict[str, Any] = self.fields
        try:
            valgt: Person | None = felter["fjern"].clean(self["fjern"].value())
        except ValidationError:
            return None
        return valgt
