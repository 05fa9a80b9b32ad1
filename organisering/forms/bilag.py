import re
from pathlib import PurePath
from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from organisering.models import Bilag
from sundhedsaftale.faelles.formular import PortalModelForm
from sundhedsaftale.faelles.upload import MB, UploadFelt

TYPER = ("pdf", "docx", "xlsx", "csv")
HOEJST = 25 * MB


class Adressefelt(forms.CharField):
    """An address on the web, or a page of the portal itself written from its root.

    Browsers read `/\\` as `//` and leave out tabs, so that neither begins a page of the portal.
    """

    default_validators = [
        URLValidator(schemes=["http", "https"], message="Skriv hele adressen, fx https://www.rsyd.dk.")
    ]

    def run_validators(self, value: Any) -> None:
        if not re.fullmatch(r"/(?![/\\])\S*", str(value)):
            super().run_validators(value)


class BilagForm(PortalModelForm[Bilag]):
    """A paper as a file or an address, or only as its number in an archive. The file's name is its title by default."""

    fil = UploadFelt(
        typer=TYPER,
        hoejst=HOEJST,
        required=False,
        label="Fil",
        help_text=f"pdf, docx, xlsx eller csv på højst {HOEJST // MB} MB.",
    )

    class Meta:
        model = Bilag
        fields = ("titel", "adresse", "dokid", "journalnummer", "aabent")
        field_classes = {"adresse": Adressefelt}
        labels = {"aabent": "Vises for alle, når dagsordenen er offentliggjort", "adresse": "Adresse"}
        help_texts = {"adresse": "I stedet for en fil: adressen på det sted, hvor dokumentet ligger."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["titel"].required = False
        self.fields["titel"].help_text = "Kan stå tom, når du vælger en fil. Så bliver filens navn titlen."
        self.helper.layout = Layout("fil", "titel", "adresse", Row("dokid", "journalnummer"), "aabent")
        if "version" in self.fields:
            self.helper.layout.append("version")
        if self.instance.filnavn:
            self.fields["fil"].help_text = f"Nu ligger {self.instance.filnavn} her. Vælg en fil for at erstatte den."

    def _get_validation_exclusions(self) -> set[str]:
        """The address has been checked by its form field; the column's own check knows no page of the portal."""
        egne: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # not in the stubs
        return egne | {"adresse"}

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        fil = data.get("fil")
        if fil and data.get("adresse"):
            raise ValidationError("Vælg enten en fil eller en adresse.")
        if not data.get("titel") and "titel" not in self.errors:
            if fil:
                data["titel"] = PurePath(fil.name).stem
            else:
                self.add_error("titel", "Skriv bilagets titel.")
        return data
