from collections.abc import Sequence
from typing import Any

from django import forms

from organisering.forms.referat import ReferatskridtForm
from organisering.models import Medlemskab

_HVORDAN = {"required": "Skriv, hvor og hvordan godkendelsen er givet."}


class NoteringForm(ReferatskridtForm):
    """Note an approval that a chair gave elsewhere; the answer's `medlemskab` is the chair's seat."""

    medlemskab = forms.TypedChoiceField(label="Hvem har godkendt?", widget=forms.RadioSelect)
    noteret = forms.CharField(
        label="Hvordan er godkendelsen givet?",
        max_length=200,
        help_text="Fx »mail af 3. maj 2021« eller »på mødet 5. februar 2021«.",
        error_messages=_HVORDAN,
    )

    def __init__(self, *args: Any, pladser: Sequence[Medlemskab], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        efter_noegle = {str(plads.pk): plads for plads in pladser}
        felt: Any = self.fields["medlemskab"]
        felt.choices = [
            (noegle, f"{plads.person}, {plads.rolle.navn.lower()}") for noegle, plads in efter_noegle.items()
        ]
        felt.coerce = efter_noegle.__getitem__
        if len(pladser) == 1:
            self.initial["medlemskab"] = str(pladser[0].pk)


class UdenFormandForm(ReferatskridtForm):
    """Approve minutes of a body that had no chair that day."""

    begrundelse = forms.CharField(
        label="Hvor og hvordan er referatet godkendt?",
        max_length=200,
        help_text="Fx »gruppen godkendte det på mødet 5. februar 2021«. Teksten står i mødets historik.",
        error_messages=_HVORDAN,
    )
