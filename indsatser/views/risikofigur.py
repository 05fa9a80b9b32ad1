"""Figure 1: the whole table as one form, and the picture alone."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.risikofigur import gem_risikofigur
from indsatser.forms.risikofigur import RisikofigurForm
from indsatser.queries.risikobillede import tegn_bred
from indsatser.queries.risikofigur import laes_risikotabel
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt
from sundhedsaftale.faelles.sporet import Sporet


@login_uden_tab
@require_http_methods(["GET", "POST"])
def risikofigur_update(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, "indsatser.rediger_portefoelje", slug=slug)
    tilbage = reverse("indsatser:risikogruppe-list", args=[slug])
    form = RisikofigurForm(aabn_kladde(request), tabel=laes_risikotabel(aftale))
    if request.method == "POST" and form.is_valid():
        try:
            antal = gem_risikofigur(aftale, form.aendrede, begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt as konflikt:
            uenige = form.ombas(laes_risikotabel(aftale))
            return vis_konflikt(
                request,
                form=form,
                objekt=cast(Sporet, konflikt.objekt),
                titel=f"Figuren i {aftale}",
                tilbage=tilbage,
                raekker=uenige,
            )
        else:
            messages.success(request, _kvittering(antal))
            return redirect(tilbage)
    sti = [(str(aftale), aftale.get_absolute_url()), ("Risikogrupper", tilbage)]
    kontekst = {"form": form, "aftale": aftale, "tilbage": tilbage, "sti": sti}
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/risikofigur/form.html", kontekst, status=status)


@require_safe
def risikofigur_svg(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture as a file of its own."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    billede = tegn_bred(laes_risikotabel(aftale), "Risikogrupper, aktører og indsatser")
    kontekst = {"billede": billede, "noegle": "bred"}
    svar = render(request, "indsatser/risikofigur/_billede.html", kontekst, "image/svg+xml")
    svar.headers["Content-Disposition"] = f'attachment; filename="risikogrupper-{aftale.slug}.svg"'
    return svar


def _kvittering(antal: int) -> str:
    if antal == 0:
        return "Der var ingen ændringer at gemme."
    return "1 felt er gemt." if antal == 1 else f"{antal} felter er gemt."
