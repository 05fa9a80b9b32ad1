"""Minutes as text: pasted in or as a file, then seen through and confirmed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from organisering.forms.moede import Moedetid
from organisering.laesning import IntetReferat, LaestReferat, afkod, laes_referat
from organisering.models import Moede, Organ
from sundhedsaftale.faelles.cpr import find_cpr
from sundhedsaftale.faelles.felter import afvis_cpr_i_linjer, linje_og_tegn
from sundhedsaftale.faelles.formular import Fritekst, PortalForm
from sundhedsaftale.faelles.upload import UploadFelt

TEGN_HOEJST = 300_000
PUNKTER_HOEJST = 300
_CIFRE = (
    "Filen indeholder ti cifre, der ligner et CPR-nummer (linje {linje}, tegn {tegn}). Fjern dem, "
    "eller sæt teksten ind i feltet og bekræft der, at det ikke er et CPR-nummer."
)
_FOR_LANG = f"Teksten må højst fylde {TEGN_HOEJST:,} tegn.".replace(",", ".")
_FOR_MANGE = f"Teksten har flere end {PUNKTER_HOEJST} punkter. Indlæs ét referat ad gangen."
_INTET = "Sæt referatets tekst ind, eller vælg en tekstfil."


class ReferattekstFelt(Fritekst):
    """The text of minutes; a CPR number in it is told by line and character, and never repeated.

    Its length is not told to the browser, which would cut a pasted text without a word.
    """

    widget = forms.Textarea(attrs={"rows": 18})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > TEGN_HOEJST:
            raise ValidationError(_FOR_LANG)
        afvis_cpr_i_linjer(value)


class ReferattekstForm(PortalForm):
    """`laest` is what was read once the form is valid; `tekst` the text it was read from."""

    tekst = ReferattekstFelt(
        label="Referatets tekst",
        help_text="Kopiér hele referatet, og sæt det ind her. Har du det som en tekstfil, kan du vælge den nedenfor.",
        error_messages={"required": _INTET},
    )
    fil = UploadFelt(
        typer=("txt",),
        label="Tekstfil",
        required=False,
        help_text="En fil af typen .txt i stedet for tekst i feltet.",
        error_messages={"empty": "Filen er tom."},
    )

    laest: LaestReferat

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"].required = not self.files.get("fil")

    def clean_fil(self) -> str:
        """Return the file's text."""
        fil = self.cleaned_data["fil"]
        if fil is None:
            return ""
        try:
            tekst = afkod(fil.read())
        except IntetReferat as fejl:
            raise ValidationError(str(fejl)) from fejl
        if len(tekst) > TEGN_HOEJST:
            raise ValidationError(_FOR_LANG)
        afvis_cpr_i_linjer(tekst)
        if fund := find_cpr(tekst):
            raise ValidationError(_CIFRE.format(**linje_og_tegn(tekst, fund[0].start)))
        return tekst

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if self.errors:
            return data
        tekst = self.cleaned_data["fil"] or self.cleaned_data["tekst"]
        if not tekst.strip():
            raise ValidationError(_INTET)
        try:
            self.laest = _laes(tekst)
        except IntetReferat as fejl:
            self.add_error("fil" if self.cleaned_data["fil"] else "tekst", str(fejl))
        self.cleaned_data["tekst"] = tekst
        return data


class ReferatForm(Moedetid, PortalForm):
    """What was read is kept by reading the same text again; day, times and place may be put right."""

    tekst = ReferattekstFelt(label="Referatets tekst", widget=forms.HiddenInput)
    sted = forms.CharField(label="Sted", max_length=200, required=False)
    rigtigt_organ = forms.BooleanField(
        error_messages={"required": "Bekræft, at referatet er fra det rigtige organ, eller fortryd."}
    )
    field_order = ("dato", "fra", "til", "sted", "rigtigt_organ", "tekst")

    laest: LaestReferat

    def __init__(self, *args: Any, organ: Organ, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organ = organ
        self.fields["rigtigt_organ"].label = f"Referatet er fra et møde i {organ.navn}"

    def clean_tekst(self) -> str:
        tekst: str = self.cleaned_data["tekst"]
        try:
            self.laest = _laes(tekst)
        except IntetReferat as fejl:
            raise ValidationError(str(fejl)) from fejl
        return tekst

    def moede(self) -> Moede:
        """The meeting as confirmed, not saved."""
        return self.saet_tider(Moede(organ=self.organ, sted=self.cleaned_data["sted"]))


def foerste_udkast(laest: LaestReferat, tekst: str) -> dict[str, Any]:
    """The confirmation filled with what was read."""
    return {"dato": laest.dato, "fra": laest.start, "til": laest.slut, "sted": laest.sted, "tekst": tekst}


def _laes(tekst: str) -> LaestReferat:
    """Raises IntetReferat, also for more items than a meeting has room for."""
    laest = laes_referat(tekst)
    if len(laest.punkter) > PUNKTER_HOEJST:
        raise IntetReferat(_FOR_MANGE)
    return laest
