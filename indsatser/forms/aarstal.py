"""One calendar year, typed."""

from typing import Any

from django import forms

FRA, TIL = 1990, 2100
_FORKERT = f"Skriv et årstal fra {FRA} til {TIL}, fx 2021."


class AarstalFelt(forms.IntegerField):
    """Four digits; never with a thousand separator."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})

    def __init__(self, **kwargs: Any) -> None:
        beskeder = dict.fromkeys(("invalid", "min_value", "max_value"), _FORKERT)
        super().__init__(min_value=FRA, max_value=TIL, error_messages=beskeder, **kwargs)
