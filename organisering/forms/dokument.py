"""A standing paper, and what belongs to each of its versions: a file or an address."""

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from organisering.forms.begrundelse import begrundelsesfelt
from organisering.models import Dokument, Dokumentversion
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm, PortalModelForm
from sundhedsaftale.faelles.upload import MB, UploadFelt

TYPER = ("pdf", "docx", "xlsx")
HOEJST = 25 * MB
_IGEN = "Vælg filen igen. Den følger ikke med, når siden vises på ny."


def slagsfelt() -> forms.ChoiceField:
    return forms.ChoiceField(label="Slags", choices=[("", "Vælg slags"), *Dokument.Slags.choices])


def revisionsfelt() -> DatoFelt:
    return DatoFelt(
        label="Næste revision",
        required=False,
        help_text="Den dag, dokumentet senest skal være set igennem, fx 01-02-2027.",
    )


class Versionsfelter(PortalForm):
    """The fields of one version."""

    fil = UploadFelt(
        typer=TYPER,
        hoejst=HOEJST,
        required=False,
        label="Fil",
        help_text=f"pdf, docx eller xlsx på højst {HOEJST // MB} MB.",
    )
    adresse = forms.URLField(
        label="Adresse",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="I stedet for en fil: adressen på det sted, hvor dokumentet ligger.",
        error_messages={"invalid": "Skriv hele adressen, fx https://www.rsyd.dk."},
    )
    gaelder_fra = DatoFelt(label="Gælder fra", required=False, help_text="Fx 01-02-2025.")
    journalnummer = forms.CharField(label="Journalnummer", required=False, max_length=50)
    bemaerkning = forms.CharField(
        label="Bemærkning",
        required=False,
        max_length=300,
        help_text="Fx hvad der er ændret. Vises sammen med versionen.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("fil") and data.get("adresse"):
            self.add_error("adresse", "Vælg enten en fil eller en adresse, ikke begge.")
        elif not data.get("fil") and not data.get("adresse") and not {"fil", "adresse"} & self.errors.keys():
            self.add_error("fil", "Vælg en fil, eller skriv en adresse.")
        return data

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # not in the stubs
        if self.errors:
            self.bed_om_filen_igen()

    def bed_om_filen_igen(self) -> None:
        """A browser sends a file once: say so where the file was good and something else was not."""
        if self.files and "fil" not in self.errors:
            self.add_error("fil", _IGEN)

    def ny_version(self) -> Dokumentversion:
        """Return the version as it was filled in, without its file and number."""
        felter = ("adresse", "gaelder_fra", "journalnummer", "bemaerkning")
        return Dokumentversion(**{felt: self.cleaned_data[felt] for felt in felter})


class NytDokumentForm(Versionsfelter, PortalModelForm[Dokument]):
    slags = slagsfelt()
    naeste_revision = revisionsfelt()

    class Meta:
        model = Dokument
        fields = ["titel", "slags", "naeste_revision", "offentligt"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "slags",
            "titel",
            "fil",
            "adresse",
            Row("gaelder_fra", "naeste_revision"),
            "journalnummer",
            "bemaerkning",
            "offentligt",
        )


class NyDokumentversionForm(Versionsfelter, PortalModelForm[Dokument]):
    """The next version; the day of the next revision is seen to at the same time."""

    naeste_revision = revisionsfelt()

    class Meta:
        model = Dokument
        fields = ["naeste_revision"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "fil", "adresse", Row("gaelder_fra", "naeste_revision"), "journalnummer", "bemaerkning", "version"
        )


class DokumentForm(PortalModelForm[Dokument]):
    slags = slagsfelt()
    naeste_revision = revisionsfelt()
    begrundelse = begrundelsesfelt()

    class Meta:
        model = Dokument
        fields = ["titel", "slags", "naeste_revision", "offentligt"]
