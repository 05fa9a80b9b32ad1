"""What the form of every kind of effect can do; the kinds stand in `forms/virkningsslags.py`."""

from typing import Any, ClassVar

from indsatser.queries.beslutningsrum import Beslutningsrum
from organisering.models import Bruger, Dagsordenspunkt
from sundhedsaftale.faelles.formular import PortalForm


class Virkningsform(PortalForm):
    """Describes one effect. `navn` is its tab, `intet` what is said when the meeting has nothing to choose from."""

    navn: ClassVar[str]
    intet: ClassVar[str]

    def __init__(self, *args: Any, rum: Beslutningsrum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vaelg(rum)

    def vaelg(self, rum: Beslutningsrum) -> None:
        """Fill the lists with what the meeting may decide on."""
        raise NotImplementedError

    @property
    def har_valg(self) -> bool:
        """Whether there is anything to choose."""
        raise NotImplementedError

    def tilfoej(self, punkt: Dagsordenspunkt, *, bruger: Bruger) -> None:
        """Add the effect. Raises Regelbrud."""
        raise NotImplementedError
