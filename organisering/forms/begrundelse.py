"""Why something is changed; it stands in the history."""

from django import forms


def begrundelsesfelt() -> forms.CharField:
    return forms.CharField(
        label="Begrundelse", max_length=500, required=False, help_text="Står i historikken, fx “Protokol modtaget”."
    )
