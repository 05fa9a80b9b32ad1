"""Django's admin for tracked rows: the same version check and history as everywhere else."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from sundhedsaftale.faelles.sporet import Sporet

if TYPE_CHECKING:  # Django's own classes take no type argument at run time
    _Form = forms.ModelForm[Sporet]
    _Admin = admin.ModelAdmin[Sporet]
else:
    _Form = forms.ModelForm
    _Admin = admin.ModelAdmin


class SporetAdminForm(_Form):
    """Carries the version that the reader saw; a stale one keeps the text and asks before it is saved on top."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any] | None:
        rensede = super().clean()
        if self.instance.pk and self.cleaned_data.get("version") != self.instance.version:
            self.data = data = self.data.copy()  # type: ignore[attr-defined]  # a posted form's data is a QueryDict
            data["version"] = self.instance.version
            raise forms.ValidationError(
                "En anden har gemt, siden du hentede siden. Din tekst står stadig i felterne: sammenlign med "
                "historikken, og gem igen, hvis din tekst skal gælde."
            )
        return rensede


class SporetAdmin(_Admin):
    form = SporetAdminForm

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        form.base_fields["version"].initial = obj.version if obj else None
        return form
