"""Why something is changed; it stands in the history."""

from django import forms

_HJAELP = "Står i historikken, fx “Besluttet i DAK 12.03.2021”."


def begrundelsesfelt() -> forms.CharField:
    return forms.CharField(label="Begrundelse", max_length=500, required=False, help_text=_HJAELP)


def kraevet_begrundelse(mangler: str) -> forms.CharField:
    """For acts that need a reason; `mangler` is what is said when there is none."""
    return forms.CharField(label="Begrundelse", max_length=500, help_text=_HJAELP, error_messages={"required": mangler})
