"""The one way from a form that was sent to the answer: saved, refused at the form, or in conflict."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.konflikt import vis_konflikt
from sundhedsaftale.faelles.sporet import Sporet


def gem_form(
    request: HttpRequest, form: forms.BaseForm, gem: Callable[[], str], *, objekt: Sporet, titel: str, tilbage: str
) -> HttpResponse | None:
    """Carry out `gem`, which returns what the user is told, and lead to `tilbage`. `objekt` is the row that is written.

    None when the form is to be shown: untouched, or with what was wrong told in it.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        tak = gem()
    except Regelbrud as brud:
        form.add_error(None, str(brud))
        return None
    except Versionskonflikt:
        return vis_konflikt(request, form=form, objekt=objekt, titel=titel, tilbage=tilbage)
    messages.success(request, tak)
    return redirect(tilbage)
