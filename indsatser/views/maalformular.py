"""The way that every form about targets goes: shown, saved, or answered with what went wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from organisering.models import Aftale
from sundhedsaftale.faelles.gem import gem_form
from sundhedsaftale.faelles.sporet import Sporet


@dataclass(frozen=True, slots=True)
class Formularside:
    """What stands round the form."""

    titel: str
    knap: str
    tilbage: str
    sti: list[tuple[str, str]]
    manchet: str = ""
    kilder: list[str] = field(default_factory=list)
    farlig: bool = False


def svar_formular(
    request: HttpRequest, form: Any, side: Formularside, gem: Callable[[], str], objekt: Sporet
) -> HttpResponse:
    """Show the form, or call `gem` when it is sent and right; `gem` returns what to tell, and raises as acts do."""
    if svar := gem_form(request, form, gem, objekt=objekt, titel=side.titel, tilbage=side.tilbage):
        return svar
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/maaltal/form.html", {"form": form, "side": side}, status=status)


def sti_til_maal(aftale: Aftale) -> list[tuple[str, str]]:
    return [(str(aftale), aftale.get_absolute_url()), ("Mål", reverse("indsatser:maaltal-list", args=[aftale.slug]))]
