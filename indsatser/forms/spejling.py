"""A row of a body that mirrors another: years of its own, or following again."""

from collections.abc import Collection
from typing import Any

from django import forms

from indsatser.forms.aar import AarFelt
from indsatser.forms.begrundelse import begrundelsesfelt
from organisering.models import Aftale
from sundhedsaftale.faelles.formular import PortalForm


class AfvigForm(PortalForm):
    """The years begin as those that are followed."""

    aar = AarFelt()
    begrundelse = begrundelsesfelt()

    def __init__(self, *args: Any, aftale: Aftale, fulgte: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, initial={"aar": sorted(fulgte)}, **kwargs)
        felt: Any = self.fields["aar"]
        felt.vaelg_aftale(aftale)
        felt.help_text = "Sæt kryds ved organets egne år. Uden kryds følger organet ikke indsatsen."


class FoelgForm(PortalForm):
    """`sete` are the row's own cells as the page showed them."""

    sete = forms.CharField(widget=forms.HiddenInput, required=False)
    begrundelse = begrundelsesfelt()
