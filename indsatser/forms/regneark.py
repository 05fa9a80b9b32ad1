"""A data sheet on its way in: the file, and the choice of what is saved."""

import secrets
from typing import Any, NamedTuple

from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError

from indsatser.domain.arklinje import Arkraekke
from indsatser.forms.arklaesning import Arklaeser, Laestark
from indsatser.forms.begrundelse import begrundelsesfelt
from indsatser.models import Maalsaetning
from indsatser.queries.datakolonner import ARKNAVN
from organisering.models import Aftale, Bruger
from sundhedsaftale.faelles.dansk import tal
from sundhedsaftale.faelles.formular import PortalForm
from sundhedsaftale.faelles.regneark import Ulaeseligt, laes_ark
from sundhedsaftale.faelles.upload import UploadFelt

RAEKKER_HOEJST = 10_000
_GAELDER = 12 * 60 * 60  # seconds


class ArkfilForm(PortalForm):
    """The file comes out as `Laestark`."""

    fil = UploadFelt(
        typer=("xlsx", "csv"),
        label="Regneark",
        help_text=f"En fil (.xlsx eller .csv) på højst 5 MB og {tal(RAEKKER_HOEJST)} rækker.",
        error_messages={"required": "Vælg den fil, du har rettet i.", "empty": "Filen er tom."},
    )

    def __init__(self, *args: Any, aftale: Aftale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aftale = aftale
        self.filnavn = ""

    def clean_fil(self) -> Laestark:
        fil = self.cleaned_data["fil"]
        self.filnavn = fil.name
        maal = dict(Maalsaetning.objects.filter(aftale=self.aftale).values_list("pk", "tekst"))
        try:
            # One more for the headings.
            return Arklaeser(self.aftale, maal).laes(laes_ark(fil, raekker_hoejst=RAEKKER_HOEJST + 1, arknavn=ARKNAVN))
        except Ulaeseligt as fejl:
            raise ValidationError(str(fejl)) from fejl


class ValgForm(PortalForm):
    """Which rows are saved, each as `Arklinje.valg` says it was shown, and why."""

    begrundelse = begrundelsesfelt()
    valg = forms.CharField(required=False, widget=forms.MultipleHiddenInput)

    def clean_valg(self) -> set[str]:
        valgte = {et for et in self.data.getlist("valg") if len(et) < 40}  # type: ignore[attr-defined]  # a QueryDict
        if not valgte:
            raise ValidationError("Vælg mindst én række, der skal gemmes.")
        return valgte


class Gemtark(NamedTuple):
    """What was read of a file, kept between the preview and the save."""

    filnavn: str
    raekker: list[Arkraekke]
    ulaeste: list[str]


def gem_laest_ark(ark: Laestark, filnavn: str, *, aftale: Aftale, bruger: Bruger) -> str:
    """Keep the sheet for twelve hours and return its key; only this user finds it, under this agreement."""
    noegle = secrets.token_urlsafe(16)
    raekker = [raekke._asdict() for raekke in ark.raekker]
    cache.set(_plads(noegle, aftale, bruger), (filnavn, raekker, ark.ulaeste), _GAELDER)
    return noegle


def find_laest_ark(noegle: str, *, aftale: Aftale, bruger: Bruger) -> Gemtark | None:
    """None when it is too old, saved already, somebody else's, or of an earlier release of the portal."""
    fundet = cache.get(_plads(noegle, aftale, bruger))
    if fundet is None:
        return None
    filnavn, raekker, ulaeste = fundet
    if any(set(raekke) != set(Arkraekke._fields) for raekke in raekker):
        return None
    return Gemtark(filnavn, [Arkraekke(**raekke) for raekke in raekker], ulaeste)


def glem_laest_ark(noegle: str, *, aftale: Aftale, bruger: Bruger) -> None:
    cache.delete(_plads(noegle, aftale, bruger))


def _plads(noegle: str, aftale: Aftale, bruger: Bruger) -> str:
    return f"portefoeljeark:{bruger.pk}:{aftale.pk}:{noegle}"
