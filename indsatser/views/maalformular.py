"""The way that every form about targets goes: shown, saved, or answered with what went wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from organisering.models import Aftale
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.konflikt import vis_konflikt
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
    if request.method == "POST" and form.is_valid():
        try:
            besked = gem()
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=objekt, titel=side.titel, tilbage=side.tilbage)
        else:
            messages.success(request, besked)
            return redirect(side.tilbage)
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/maaltal/form.html", {"form": form, "side": side}, status=status)


def sti_til_maal(aftale: Aftale) -> list[tuple[str, str]]:
    return [(str(aftale), aftale.get_absolute_url()), ("Mål", reverse("indsatser:maaltal-list", args=[aftale.slug]))]
