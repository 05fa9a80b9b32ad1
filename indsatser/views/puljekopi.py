"""Taking a pool on to another year."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from indsatser.domain.pulje import kopier_pulje
from indsatser.forms.puljekopi import PuljekopiForm
from indsatser.views.pulje import RET, hent_pulje, sti_til_puljer
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab


@login_uden_tab
@require_http_methods(["GET", "POST"])
def pulje_kopier(request: Anmodning, pk: int) -> HttpResponse:
    pulje = hent_pulje(request, pk, RET)
    form = PuljekopiForm(aabn_kladde(request), pulje=pulje)
    if request.method == "POST" and form.is_valid():
        ny = form.ny_pulje()
        try:
            kopier_pulje(ny, form.cleaned_data.get("linjer", ()), begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"{ny} er oprettet.")
            return redirect(ny)
    return render(
        request,
        "indsatser/pulje/form.html",
        {
            "form": form,
            "titel": f"Kopiér {pulje} til et andet år",
            "knap": "Opret puljen",
            "tilbage": pulje.get_absolute_url(),
            "sti": [*sti_til_puljer(pulje.aftale), (str(pulje), pulje.get_absolute_url())],
        },
        status=422 if request.method == "POST" else 200,
    )
