"""The form of each kind of thing a decision changes, by the kind's key, in the order of their tabs."""

from collections.abc import Mapping

from indsatser.forms.cellevirkning import CelleForm
from indsatser.forms.disponeringsvirkning import DisponeringForm
from indsatser.forms.maalvirkning import MaalForm
from indsatser.forms.placeringsvirkning import PlaceringForm
from indsatser.forms.virkning import Virkningsform
from indsatser.queries.cellevirkning import CELLER
from indsatser.queries.disponeringsvirkning import DISPONERINGER
from indsatser.queries.maalvirkning import MAALTAL
from indsatser.queries.placeringsvirkning import PLACERINGER

FOERSTE = CELLER.noegle
FORMER: Mapping[str, type[Virkningsform]] = {
    CELLER.noegle: CelleForm,
    PLACERINGER.noegle: PlaceringForm,
    MAALTAL.noegle: MaalForm,
    DISPONERINGER.noegle: DisponeringForm,
}
