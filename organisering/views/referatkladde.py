"""The answer to a part of the minutes that saved itself: one line, and whatever hidden fields the next save needs."""

from collections.abc import Callable, Iterator, Sequence

from django import forms
from django.forms import BoundField
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

_FORAELDET = "En anden har gemt ændringer her. Vælg Gem for at se begge dele."


def gem_kladde(
    request: Anmodning, form: forms.BaseForm, gem: Callable[[], Sequence[BoundField]], *, linje: str
) -> HttpResponse:
    """Save what is written so far; whatever stands in the way is said in the line, and the text stays in the form.

    `gem` saves a valid form and returns the hidden fields as they are now; `linje` is the id of the status line.
    """
    status, fejl = 200, ""
    skjulte: Sequence[BoundField] = ()
    if form.is_valid():
        try:
            skjulte = gem()
        except Regelbrud as regelbrud:
            status, fejl = 409, str(regelbrud)
        except Versionskonflikt:
            status, fejl = 409, _FORAELDET
    else:
        status, fejl = 422, " ".join(_fejlsaetninger(form))
    return render(
        request,
        "organisering/referat/_kladde.html",
        {"linje": linje, "fejl": fejl, "gemt_kl": "" if fejl else f"{timezone.localtime():%H.%M}", "skjulte": skjulte},
        status=status,
    )


def _fejlsaetninger(form: forms.BaseForm) -> Iterator[str]:
    for navn, tekster in form.errors.items():
        for tekst in tekster:
            yield f"{form[navn].label}: {tekst}" if navn in form.fields else str(tekst)
