"""Measurements as a file, and what was agreed to on the way back."""

from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError

from indsatser.domain.maalingsark import FELTER, Aftalt, Arkraekke, Forslag
from indsatser.forms.maalingsceller import forstaa_ark
from indsatser.models import Maaltal
from organisering.models import Aftale, Bruger
from sundhedsaftale.faelles.arkforslag import Arkforslag, Ikkegemt
from sundhedsaftale.faelles.formular import PortalForm
from sundhedsaftale.faelles.regneark import Ulaeseligt, laes_ark
from sundhedsaftale.faelles.upload import UploadFelt

RAEKKER_HOEJST = 5_000
_GAELDER = 12 * 60 * 60  # seconds
_SALT = "indsatser.maalingsark"
_FORAELDET = "Forslaget kan ikke bruges mere. Vælg filen igen."


class MaalingsfilForm(PortalForm):
    """The file comes out as its rows."""

    fil = UploadFelt(
        typer=("xlsx", "csv"),
        label="Regneark med målinger",
        help_text="Et regneark (.xlsx) eller en fil med semikolon (.csv) med højst 5000 rækker.",
        error_messages={"required": "Vælg den fil, målingerne står i.", "empty": "Filen er tom."},
    )

    def __init__(self, *args: Any, maaltal: Sequence[Maaltal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._maaltal = maaltal
        self.filnavn = ""

    def clean_fil(self) -> list[Arkraekke]:
        fil = self.cleaned_data["fil"]
        self.filnavn = fil.name
        try:
            return forstaa_ark(laes_ark(fil, raekker_hoejst=RAEKKER_HOEJST), self._maaltal)
        except Ulaeseligt as fejl:
            raise ValidationError(str(fejl)) from fejl


class AftalteMaalingerForm(forms.Form):
    """What was shown travels signed in the page, for the same person and agreement and for twelve hours."""

    forslag = forms.CharField(widget=forms.HiddenInput, error_messages={"required": _FORAELDET})

    def __init__(self, *args: Any, aftale: Aftale, bruger: Bruger, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ejer = [bruger.pk, aftale.pk]

    def clean_forslag(self) -> dict[str, Any]:
        """Return the rows to save, those that were errors already when they were shown, and the file's name."""
        try:
            data = signing.loads(self.cleaned_data["forslag"], salt=_SALT, max_age=_GAELDER)
        except signing.BadSignature as fejl:
            raise ValidationError(_FORAELDET) from fejl
        if data["ejer"] != self._ejer:
            raise ValidationError(_FORAELDET)
        return {
            "aftalte": [_fra_json(raekke) for raekke in data["aftalte"]],
            "fejl": [Ikkegemt(*raekke) for raekke in data["fejl"]],
            "kilde": data["kilde"],
        }


def underskriv(forslag: Arkforslag[Forslag], *, kilde: str, aftale: Aftale, bruger: Bruger) -> str:
    """What would be saved and what would not, so that the answer is to exactly what was shown."""
    data = {
        "ejer": [bruger.pk, aftale.pk],
        "kilde": kilde,
        "aftalte": [
            _som_json(et.nummer, et.navn, et.maaling)
            for et in forslag.linjer
            if et.maaling is not None and et.art in ("ny", "aendret")
        ],
        "fejl": [[et.nummer, et.navn, et.fejl] for et in forslag.linjer if et.art == "fejl"],
    }
    return signing.dumps(data, salt=_SALT, compress=True)


def _som_json(nummer: int, navn: str, maaling: Any) -> dict[str, Any]:
    ny = maaling._state.adding
    felter = {navn: getattr(maaling, navn) for navn in FELTER}
    aftalt = Aftalt(
        nummer=nummer,
        navn=navn,
        maaltal=maaling.maaltal_id,
        aar=maaling.aar,
        felter=felter | {"vaerdi": str(maaling.vaerdi)},
        maaling=None if ny else maaling.pk,
        version=None if ny else maaling.version,
    )
    return asdict(aftalt)


def _fra_json(raekke: dict[str, Any]) -> Aftalt:
    return Aftalt(**{**raekke, "felter": raekke["felter"] | {"vaerdi": Decimal(raekke["felter"]["vaerdi"])}})
