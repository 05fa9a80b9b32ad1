"""A portfolio's address under a name."""

from typing import Any, cast

from django.http import QueryDict

from indsatser.forms.portefoeljefilter import PortefoeljefilterForm
from indsatser.models import Portefoeljevisning
from organisering.models import Besoegende
from sundhedsaftale.faelles.formular import PortalModelForm


def ren_forespoergsel(form: PortefoeljefilterForm) -> str:
    """What of the address is a filter or a column; nothing that chooses nothing. The form is valid."""
    data, sendt = QueryDict(mutable=True), cast(QueryDict, form.data)
    for navn in form.fields:
        if vaerdier := [vaerdi for vaerdi in sendt.getlist(navn) if vaerdi]:
            data.setlist(navn, vaerdier)
    return data.urlencode()


class PortefoeljevisningForm(PortalModelForm[Portefoeljevisning]):
    """The instance carries its owner, its agreement and its query."""

    class Meta:
        model = Portefoeljevisning
        fields = ["navn", "delt"]
        labels = {"delt": "Del visningen med regionens andre brugere"}
        error_messages = {"navn": {"required": "Skriv et navn til visningen."}}

    def __init__(self, *args: Any, bruger: Besoegende, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not bruger.has_perm("indsatser.del_visning", self.instance.aftale):
            del self.fields["delt"]

    def _get_validation_exclusions(self) -> set[str]:
        # The name is unique among one's own views of the agreement, and neither of those is a field here.
        egne: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]  # not in the stubs
        return egne - {"bruger", "aftale"}
