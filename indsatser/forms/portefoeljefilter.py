"""The filter above a portfolio and its columns, kept in the address."""

from typing import Any, cast

from django import forms

from indsatser.models import Indsats
from indsatser.queries.kolonne import STANDARD, Kolonne
from indsatser.queries.portefoeljevalg import Portefoeljevalg
from indsatser.queries.sigte import AFSLUTTEDE, LOEBENDE, Filter
from sundhedsaftale.faelles.dansk import DatoFelt
from sundhedsaftale.faelles.formular import PortalForm

_UKENDT = "Værdien i adressen findes ikke her. Vælg en fra listen."
_FOERST = ("organ", "aar", "slags", "soeg")
VALGT = "indsats"
"""Sent beside the chosen columns, so that none chosen is not the same as nothing said."""


def _noeglefelt(label: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=None, required=False)


class PortefoeljefilterForm(PortalForm):
    """Asks for what there is to choose between; each choice is its value in the address and its name."""

    organ = forms.ChoiceField(label="Organ", required=False)
    aar = _noeglefelt("Kryds i år")
    slags = forms.ChoiceField(
        label="Slags", choices=[("", "Nye og eksisterende"), *Indsats.Slags.choices], required=False
    )
    soeg = forms.CharField(label="Ord i titel eller målsætning", max_length=100, required=False)
    tilstand = forms.ChoiceField(
        label="Tilstand",
        choices=[("", "Løbende og afsluttede"), (LOEBENDE, "Løbende"), (AFSLUTTEDE, "Afsluttede")],
        required=False,
    )
    fase = forms.ChoiceField(label="Fase", choices=[("", "Alle faser"), *Indsats.Fase.choices], required=False)
    virkemiddel = _noeglefelt("Virkemiddel")
    tovholder = _noeglefelt("Tovholder")
    risikogruppe = _noeglefelt("Risikogruppe")
    aendret = DatoFelt(label="Ændret siden", required=False)
    kolonne = forms.MultipleChoiceField(
        label="Vis også", choices=[*Kolonne.choices, (VALGT, "Indsats")], required=False
    )

    def __init__(self, *args: Any, valg: Portefoeljevalg, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        felter: dict[str, Any] = self.fields
        felter["organ"].choices = [("", "Alle organer"), *valg.organer]
        felter["aar"].choices = [("", "Alle år"), *((str(et), str(et)) for et in valg.aar)]
        felter["risikogruppe"].choices = [("", "Alle risikogrupper"), *valg.risikogrupper]
        felter["virkemiddel"].choices = [("", "Alle virkemidler"), *valg.virkemidler]
        felter["tovholder"].choices = [("", "Alle tovholdere"), *valg.tovholdere]
        for navn, felt in list(felter.items()):
            if isinstance(felt, forms.ChoiceField):
                felt.error_messages["invalid_choice"] = _UKENDT
                if len(list(cast(Any, felt.choices))) == 1:
                    del felter[navn]

    @property
    def foerst(self) -> list[forms.BoundField]:
        """The fields that always stand open."""
        return [self[navn] for navn in _FOERST if navn in self.fields]

    @property
    def mere(self) -> list[forms.BoundField]:
        """The fields that unfold."""
        return [self[navn] for navn in self.fields if navn not in (*_FOERST, "kolonne")]

    @property
    def mere_er_sat(self) -> bool:
        """Whether something was chosen, rightly or not, among what unfolds."""
        return any(felt.errors or felt.value() for felt in self.mere) or "kolonne" in self.errors

    @property
    def kolonner(self) -> list[Kolonne]:
        """The columns asked for, in their own order."""
        valgte = self.cleaned_data.get("kolonne", ()) if self.is_valid() else ()
        return [en for en in Kolonne if en in valgte] if valgte else list(STANDARD)

    @property
    def kolonnevalg(self) -> list[tuple[Kolonne, bool]]:
        """Every column, and whether it is shown."""
        viste = self.kolonner
        return [(en, en in viste) for en in Kolonne]

    @property
    def er_sat(self) -> bool:
        """Whether anything was asked for, rightly or not."""
        return bool(self.errors) or not self.filter.er_tomt

    @property
    def filter(self) -> Filter:
        """What was asked for; nothing, when the address holds a value that does not exist."""
        if not self.is_valid():
            return Filter()
        data = self.cleaned_data
        return Filter(
            organ=data.get("organ", ""),
            aar=data.get("aar"),
            slags=data["slags"],
            risikogruppe_id=data.get("risikogruppe"),
            fase=data["fase"],
            virkemiddel_id=data.get("virkemiddel"),
            tovholder_id=data.get("tovholder"),
            tilstand=data["tilstand"],
            soeg=data["soeg"],
            aendret_siden=data["aendret"],
        )
