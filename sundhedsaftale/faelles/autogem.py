"""A form that saves itself while it is being written: the answer is its status line, and what the next save needs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.forms import BaseForm, BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

_FORAELDET = "En anden har gemt ændringer her. Vælg Gem for at se begge dele."


@dataclass(frozen=True)
class Gemt:
    """What changes on the page after a save: hidden fields as they are now, and the ids of what is to be emptied."""

    skjulte: Sequence[BoundField]
    tomme: Sequence[str] = ()


def gem_kladde(
    request: HttpRequest,
    form: BaseForm,
    gem: Callable[[], Gemt],
    *,
    linje: str = "kladde",
    foraeldet: str = _FORAELDET,
) -> HttpResponse:
    """Save what is written so far; whatever stands in the way is said in the line, and the text stays in the form.

    `gem` saves a valid form; `linje` is the id of the status line, `foraeldet` what it says to a stale version.
    Answers 200, 409 when a rule or another user's save stands in the way, 422 when the form is not valid.
    """
    status, fejl = 200, ""
    gemt = Gemt(())
    if form.is_valid():
        try:
            gemt = gem()
        except Regelbrud as regelbrud:
            status, fejl = 409, str(regelbrud)
        except Versionskonflikt:
            status, fejl = 409, foraeldet
    else:
        status, fejl = 422, " ".join(fejlsaetninger(form))
    gemt_kl = "" if fejl else f"{timezone.localtime():%H.%M}"
    kontekst = {"linje": linje, "fejl": fejl, "gemt_kl": gemt_kl, "skjulte": gemt.skjulte, "tomme": gemt.tomme}
    return render(request, "komponenter/kladde.html", kontekst, status=status)


def fejlsaetninger(form: BaseForm) -> Iterator[str]:
    """Each error of a form as one sentence, with the label of its field before it."""
    for navn, tekster in form.errors.items():
        for tekst in tekster:
            yield f"{form[navn].label}: {tekst}" if navn in form.fields else str(tekst)
