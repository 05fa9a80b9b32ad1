"""All lines of a pool as one table."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from indsatser.domain.disponering import Gemt, gem_linjer
from indsatser.forms.puljelinjer import TOMME, LinjebegrundelseForm, Puljelinjer
from indsatser.queries.pulje import opgoer
from indsatser.views.pulje import RET, hent_pulje, sti_til_puljer
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import Konfliktraekke


@login_uden_tab
@require_http_methods(["GET", "POST"])
def pulje_linjer(request: Anmodning, pk: int) -> HttpResponse:
    """Change, add and remove lines together. What others have changed meanwhile answers 409 with both texts."""
    pulje = hent_pulje(request, pk, RET)
    data = aabn_kladde(request)
    formular = Puljelinjer(data, pulje=pulje, tomme=TOMME)
    grund = LinjebegrundelseForm(data)
    brud, uenige = "", list[Konfliktraekke]()
    if request.method == "POST" and formular.is_valid() and grund.is_valid():
        uenige = formular.uenige()
        if not uenige:
            try:
                gemt = gem_linjer(
                    pulje,
                    aendrede=formular.aendrede,
                    nye=formular.nye,
                    fjernede=formular.fjernede,
                    begrundelse=grund.cleaned_data["begrundelse"],
                )
            except Regelbrud as fejl:
                brud = str(fejl)
            except Versionskonflikt:
                uenige = formular.uenige()
            else:
                messages.success(request, _besked(gemt))
                return redirect(pulje)
    return render(
        request,
        "indsatser/pulje/linjer.html",
        {
            "pulje": pulje,
            "opgoerelse": opgoer(pulje, pulje.disponeringer.all()),
            "formular": formular,
            "grund": grund,
            "brud": brud,
            "raekker": uenige,
            "sti": [*sti_til_puljer(pulje.aftale), (str(pulje), pulje.get_absolute_url())],
        },
        status=409 if uenige else 422 if request.method == "POST" else 200,
    )


def _besked(gemt: Gemt) -> str:
    match gemt.skrevet:
        case 0:
            skrevet = "Der var ingen ændringer at gemme."
        case 1:
            skrevet = "1 linje er gemt."
        case antal:
            skrevet = f"{antal} linjer er gemt."
    match gemt.uden_beslutning:
        case 0:
            return skrevet
        case 1:
            return f"{skrevet} 1 linje hviler ikke længere på en beslutning."
        case antal:
            return f"{skrevet} {antal} linjer hviler ikke længere på en beslutning."
