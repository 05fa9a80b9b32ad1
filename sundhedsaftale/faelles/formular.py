"""The portal's form base classes: look, CPR confirmation and the version the reader started from."""

from typing import TYPE_CHECKING, Any, TypeVar, cast

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.forms.utils import pretty_name

from sundhedsaftale.faelles.cpr import find_cpr
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.felter import AFVIST
from sundhedsaftale.faelles.sporet import Sporet

_M = TypeVar("_M", bound=models.Model)
_BEKRAEFTET = "cpr_bekraeftet"
_SPOERG = "Teksten indeholder ti cifre, der ligner et CPR-nummer (ved tegn {tegn}). Fjern dem, eller bekræft nederst."
_UKENDT = "Vælg en af mulighederne på listen."
_FORAELDET = "Siden mangler oplysning om, hvilken udgave du rettede i. Hent siden igen."


if TYPE_CHECKING:
    _ModelForm = forms.ModelForm
else:

    class _ModelForm(forms.ModelForm):
        def __class_getitem__(cls, _model: Any) -> type:
            """Let `PortalModelForm[Indsats]` be written; Django's own class takes no argument at run time."""
            return cls


def versionsfelt(version: int) -> forms.IntegerField:
    """The version that the reader sees, sent along with what they write."""
    return forms.IntegerField(
        widget=forms.HiddenInput,
        initial=version,
        error_messages={"required": _FORAELDET, "invalid": _FORAELDET},
    )


class _Portalform(forms.BaseForm):
    """Shared by both: the crispy helper, and the CPR guard with its confirmation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.layout = None
        # A layout names what is read; the version that was seen goes along all the same.
        self.helper.render_hidden_fields = True
        for navn, felt in self.fields.items():
            for art in ("invalid_choice", "invalid_pk_value"):
                if "%(" in str(felt.error_messages.get(art, "")):  # Django's own sentence repeats what was sent
                    felt.error_messages[art] = _UKENDT
            if felt.error_messages["required"] == forms.Field.default_error_messages["required"]:
                handling = "Vælg" if isinstance(felt, forms.ChoiceField | forms.ModelChoiceField) else "Skriv"
                felt.error_messages["required"] = f"{handling} {str(felt.label or pretty_name(navn)).lower()}."

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]  # not in the stubs
        bekraeftelse = forms.BooleanField(label="Jeg bekræfter, at teksten ikke indeholder CPR-numre", required=False)
        bekraeftet = bekraeftelse.widget.value_from_datadict(self.data, self.files, self.add_prefix(_BEKRAEFTET))
        spurgt = False
        for navn, vaerdi in list(self.cleaned_data.items()):
            fund = find_cpr(vaerdi) if isinstance(vaerdi, str) else []
            if stop := next((et for et in fund if et.grad == "stop"), None):
                self.add_error(navn, AFVIST.format(tegn=stop.start + 1))
            elif fund:
                spurgt = True
                if not bekraeftet:
                    self.add_error(navn, _SPOERG.format(tegn=fund[0].start + 1))
        if spurgt:
            self.fields[_BEKRAEFTET] = bekraeftelse
            if self.helper.layout is not None:
                self.helper.layout.append(_BEKRAEFTET)


class Fritekst(forms.CharField):
    """Running text with one kind of line break, so that it counts and compares as the browser shows it."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)


class PortalForm(_Portalform, forms.Form):
    """A form that is not one row."""


class PortalModelForm(_Portalform, _ModelForm[_M]):
    """A form for one row. A tracked row is saved on top of the version that the reader saw, or not at all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(self.instance, Sporet) and not self.instance._state.adding:
            self.baer_version()

    def baer_version(self) -> None:
        """Carry the version that was seen; a form for a new row does when another has made that row meanwhile."""
        self.fields["version"] = versionsfelt(cast(Sporet, self.instance).version)

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # not in the stubs
        if isinstance(self.instance, Sporet) and "version" in self.cleaned_data:
            self.instance.version = self.cleaned_data["version"]

    def save(self, commit: bool = True) -> _M:
        """Save row and relations as one act.

        Raises Versionskonflikt when another has saved since the page was read, Regelbrud with the constraint's own
        sentence when another has taken what must be unique between our look and our save.
        """
        if self.errors or not commit or not isinstance(self.instance, Sporet):
            return super().save(commit=commit)
        relationer = {
            felt.name: self.cleaned_data[felt.name]
            for felt in self.instance._meta.many_to_many
            if felt.name in self.cleaned_data
        }
        try:
            return self.instance.gem_med(**relationer)
        except IntegrityError as fejl:
            try:
                self.instance.validate_constraints()
            except ValidationError as brud:
                raise Regelbrud(" ".join(brud.messages)) from fejl
            raise
