"""The version that a small form without fields was drawn with."""

from django.http import HttpRequest


def set_version(request: HttpRequest) -> int:
    """Return what was sent as `version`; anything that is no version is one that no row has."""
    sendt = request.POST.get("version", "")
    return int(sendt) if sendt.isascii() and sendt.isdigit() and len(sendt) < 10 else 0
