"""A document on its way in: pasted or as a file, kept while it is seen through, and the choices made about it."""

import secrets
from pathlib import PurePath
from typing import Any, NamedTuple

from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.laesning import IntenPortefoelje, LaestPortefoelje, fra_data, laes_fil, laes_tekst, som_data
from organisering.models import Aftale, Bruger
from sundhedsaftale.faelles.cpr import find_cpr
from sundhedsaftale.faelles.dansk import tal
from sundhedsaftale.faelles.formular import Fritekst, PortalForm
from sundhedsaftale.faelles.upload import UploadFelt

TEGN_HOEJST = 500_000
_TYPER = ("docx", "xlsx", "csv", "html", "htm", "txt", "md")
_GAELDER = 12 * 60 * 60  # seconds
_INDSAT = "indsat tekst"
_INTET = "Sæt tabellen ind, eller vælg en fil."
_FOR_LANG = f"Teksten må højst fylde {tal(TEGN_HOEJST)} tegn. Vælg en fil i stedet."
_CIFRE = "Filen indeholder ti cifre, der ligner et CPR-nummer (linje {linje}). Fjern dem, og prøv igen."


class Dokumentfelt(UploadFelt):
    """Says what to do with the kinds of file that people have and that cannot be read."""

    _RAAD = {
        "pdf": "En PDF kan ikke læses: tabellens felter går tabt i den. Brug Word-filen, eller kopiér tabellen.",
        "doc": "Filen er i et ældre Word-format. Åbn den, gem den som .docx, og prøv igen.",
        "xls": "Filen er i et ældre Excel-format. Åbn den, gem den som .xlsx, og prøv igen.",
        "odt": "Åbn filen, gem den som .docx, og prøv igen.",
        "ods": "Åbn filen, gem den som .xlsx, og prøv igen.",
        "rtf": "Åbn filen i Word, gem den som .docx, og prøv igen.",
    }

    def to_python(self, data: Any) -> UploadedFile | None:
        endelse = PurePath(getattr(data, "name", None) or "").suffix.removeprefix(".").lower()
        if endelse in self._RAAD:
            raise ValidationError(self._RAAD[endelse])
        return super().to_python(data)


class DokumentForm(PortalForm):
    """`laest` is what was read once the form is valid, `kilde` what it came from."""

    tekst = Fritekst(
        label="Tabellen",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Markér tabellen i Word eller Excel, kopiér den, og sæt den ind her. Tag overskriften over den med.",
    )
    fil = Dokumentfelt(
        typer=_TYPER,
        label="Fil",
        required=False,
        help_text="Eller vælg dokumentet: Word (.docx), Excel (.xlsx), .csv, .html eller .txt, højst 5 MB.",
        error_messages={"empty": "Filen er tom."},
    )

    laest: LaestPortefoelje
    kilde: str

    def clean_tekst(self) -> str:
        tekst: str = self.cleaned_data["tekst"]
        if len(tekst) > TEGN_HOEJST:
            raise ValidationError(_FOR_LANG)
        return tekst

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if self.errors:
            return data
        fil, tekst = self.cleaned_data["fil"], self.cleaned_data["tekst"]
        if not fil and not tekst.strip():
            raise ValidationError(_INTET)
        try:
            self.laest = laes_fil(fil.read()) if fil else laes_tekst(tekst)
        except (IntenPortefoelje, ValidationError) as fejl:
            self.add_error("fil" if fil else "tekst", fejl if isinstance(fejl, ValidationError) else str(fejl))
            return data
        self.kilde = fil.name if fil else _INDSAT
        if fil:
            self._spoerg_om_cifre()
        return data

    def _spoerg_om_cifre(self) -> None:
        for raekke in self.laest.raekker:
            if any(map(find_cpr, (raekke.organ, raekke.indsats, *raekke.maalsaetninger))):
                self.add_error("fil", _CIFRE.format(linje=raekke.linje))
                return


class GemForm(PortalForm):
    """Why, and which proposal was shown; the choices are read beside it, by their names."""

    begrundelse = begrundelsesfelt()
    maerke = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    @property
    def svar(self) -> dict[str, str]:
        """The choices that were sent, by name: o, m and r with a number, and the words beside them."""
        return {navn: vaerdi for navn, vaerdi in self.data.items() if navn[:1] in "omra" and navn[-1:].isdecimal()}


class Gemtlaesning(NamedTuple):
    """What was read, kept between the preview and the save; `tekst` is what was pasted in."""

    kilde: str
    laest: LaestPortefoelje
    tekst: str


def gem_dokument(form: DokumentForm, *, aftale: Aftale, bruger: Bruger) -> str:
    """Keep the reading for twelve hours and return its key; only this user finds it, under this agreement."""
    noegle = secrets.token_urlsafe(16)
    tekst = "" if form.cleaned_data["fil"] else form.cleaned_data["tekst"]
    cache.set(_plads(noegle, aftale, bruger), (form.kilde, som_data(form.laest), tekst), _GAELDER)
    return noegle


def find_dokument(noegle: str, *, aftale: Aftale, bruger: Bruger) -> Gemtlaesning | None:
    """None when it is too old, saved already, somebody else's, or of an earlier release of the portal."""
    fundet = cache.get(_plads(noegle, aftale, bruger))
    if fundet is None:
        return None
    kilde, data, tekst = fundet
    try:
        return Gemtlaesning(kilde, fra_data(data), tekst)
    except (TypeError, ValueError):
        return None


def glem_dokument(noegle: str, *, aftale: Aftale, bruger: Bruger) -> None:
    cache.delete(_plads(noegle, aftale, bruger))


def _plads(noegle: str, aftale: Aftale, bruger: Bruger) -> str:
    return f"portefoeljelaesning:{bruger.pk}:{aftale.pk}:{noegle}"
