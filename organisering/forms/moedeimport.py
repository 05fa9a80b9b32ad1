"""A meeting plan as a file, and what was agreed to on the way back."""

from dataclasses import asdict
from datetime import datetime
from typing import Any, cast

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError

from organisering.domain.moedeimport import Aftalt, Arkraekke, Forslag
from organisering.forms.moedeimportceller import forstaa_ark
from organisering.models import Bruger, Moede
from sundhedsaftale.faelles.arkforslag import Arkforslag, Ikkegemt
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.formular import PortalForm
from sundhedsaftale.faelles.regneark import Ulaeseligt, laes_ark
from sundhedsaftale.faelles.upload import UploadFelt

_RAEKKER_HOEJST = 500
_GAELDER = 12 * 60 * 60  # seconds
_SALT = "organisering.moedeimport"
_FORAELDET = "Forslaget kan ikke bruges mere. Vælg filen igen."


class PlanfilForm(PortalForm):
    """The file comes out as its rows."""

    fil = UploadFelt(
        typer=("xlsx", "csv"),
        label="Mødeplan",
        help_text=f"Et regneark (.xlsx eller .csv) med højst {_RAEKKER_HOEJST} rækker.",
        error_messages={"required": "Vælg den fil, mødeplanen står i.", "empty": "Filen er tom."},
    )

    def clean_fil(self) -> list[Arkraekke]:
        try:
            return forstaa_ark(laes_ark(self.cleaned_data["fil"], raekker_hoejst=_RAEKKER_HOEJST))
        except Ulaeseligt as fejl:
            raise ValidationError(str(fejl)) from fejl


class AftaleForm(forms.Form):
    """What was shown travels signed in the page, for the same person and for twelve hours."""

    plan = forms.CharField(widget=forms.HiddenInput, error_messages={"required": _FORAELDET})

    def __init__(self, *args: Any, bruger: Bruger, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bruger = bruger

    def clean_plan(self) -> tuple[list[Aftalt], list[Ikkegemt]]:
        """Return the rows to save, and those that were errors already when they were shown."""
        try:
            data = signing.loads(self.cleaned_data["plan"], salt=_SALT, max_age=_GAELDER)
        except signing.BadSignature as fejl:
            raise ValidationError(_FORAELDET) from fejl
        if data["bruger"] != self.bruger.pk:
            raise ValidationError(_FORAELDET)
        return [_fra_json(raekke) for raekke in data["aftalte"]], [Ikkegemt(*raekke) for raekke in data["fejl"]]


def underskriv(forslag: Arkforslag[Forslag], *, bruger: Bruger) -> str:
    """What would be saved and what would not, so that the answer is to exactly what was shown."""
    data = {
        "bruger": bruger.pk,
        "aftalte": [_som_json(et) for et in forslag.linjer if et.art in ("ny", "aendret")],
        "fejl": [[et.nummer, et.organ, et.fejl] for et in forslag.linjer if et.art == "fejl"],
    }
    return signing.dumps(data, salt=_SALT, compress=True)


def _som_json(forslag: Forslag) -> dict[str, Any]:
    moede = cast(Moede, forslag.moede)  # a proposal that is no error has one
    ny = moede._state.adding
    aftalt = Aftalt(
        nummer=forslag.nummer,
        hvad=f"{forslag.organ}, {dato(moede.dag)}",
        organ=moede.organ_id,
        starter=moede.starter,
        slutter=moede.slutter,
        sted=moede.sted,
        slags=moede.slags,
        moede=None if ny else moede.pk,
        version=None if ny else moede.version,
    )
    return {navn: v.isoformat() if isinstance(v, datetime) else v for navn, v in asdict(aftalt).items()}


def _fra_json(raekke: dict[str, Any]) -> Aftalt:
    tider = {navn: raekke[navn] and datetime.fromisoformat(raekke[navn]) for navn in ("starter", "slutter")}
    return Aftalt(**{**raekke, **tider})
