"""One line of a pool with everything about it: the initiative, the application, the decision."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from indsatser.domain.disponering import gem_disponering
from indsatser.forms.disponering import DisponeringForm
from indsatser.models import Disponering
from indsatser.views.pulje import RET, SKJULT_I_HISTORIK, sti_til_puljer
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.gem import gem_form
from sundhedsaftale.faelles.historik import historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab


@login_uden_tab
@require_http_methods(["GET", "POST"])
def disponering_update(request: Anmodning, pk: int) -> HttpResponse:
    synlige = Disponering.objects.synlige_for(request.user).select_related("pulje__aftale")
    linje = hent(synlige, request, RET, pk=pk)
    pulje, titel = linje.pulje, linje.titel
    tilbage = pulje.get_absolute_url()
    form = DisponeringForm(aabn_kladde(request), instance=linje, bruger=request.user)

    def gem() -> str:
        gem_disponering(form.instance, begrundelse=form.cleaned_data["begrundelse"])
        return f"{form.instance.titel} er gemt."

    if svar := gem_form(request, form, gem, objekt=form.instance, titel=titel, tilbage=tilbage):
        return svar
    return render(
        request,
        "indsatser/disponering/form.html",
        {
            "form": form,
            "titel": titel,
            "pulje": pulje,
            "tilbage": tilbage,
            "historik": historik_for(linje, skjulte=SKJULT_I_HISTORIK),
            "sti": [*sti_til_puljer(pulje.aftale), (str(pulje), tilbage)],
        },
        status=422 if request.method == "POST" else 200,
    )
