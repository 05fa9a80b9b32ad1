"""A chair approves the minutes, or the secretariat notes that a chair has."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from organisering.domain.referatgodkendelse import godkend_referat, godkend_referat_uden_formand
from organisering.forms.referat import ReferatskridtForm
from organisering.forms.referatgodkendelse import NoteringForm, UdenFormandForm
from organisering.models import Moede
from organisering.queries.moedebillede import laes_moedebillede
from organisering.queries.referatgodkendelse import laes_godkendelser
from organisering.views.moedeside import hent_moede
from organisering.views.referatskridt import tag_skridt
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab


@login_uden_tab
@require_http_methods(["GET", "POST"])
def referat_godkend(request: Anmodning, uuid: UUID) -> HttpResponse:
    """Approve for one's own seat; a person who holds two is asked for each."""
    moede = hent_moede(request, uuid, "organisering.godkend_referat")
    egne = laes_godkendelser(moede).mangler_fra(request.user)
    if not egne:
        messages.info(request, "Referatet venter ikke på din godkendelse.")
        return redirect(moede)

    def godkend(som_laest: Moede) -> None:
        godkend_referat(som_laest, bruger=request.user, medlemskab=egne[0])

    return tag_skridt(
        request,
        moede,
        ReferatskridtForm(aabn_kladde(request), moede=moede),
        godkend,
        fra=Moede.Tilstand.REFERAT_UDSENDT,
        skabelon="organisering/referat/godkend.html",
        her="Godkend referatet",
        tak=f"Du har godkendt referatet som {egne[0].rolle.navn.lower()}.",
        plads=egne[0],
        billede=laes_moedebillede(moede, bruger=request.user),
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def referat_noter(request: Anmodning, uuid: UUID) -> HttpResponse:
    """Note an approval given elsewhere; where the body had no chair that day, the secretariat's own."""
    moede = hent_moede(request, uuid, "organisering.noter_godkendelse")
    godkendelser = laes_godkendelser(moede)
    form: UdenFormandForm | NoteringForm
    if godkendelser.uden_formand:
        form = UdenFormandForm(aabn_kladde(request), moede=moede)
    else:
        form = NoteringForm(aabn_kladde(request), moede=moede, pladser=godkendelser.mangler)

    def noter(som_laest: Moede) -> None:
        data = form.cleaned_data
        if godkendelser.uden_formand:
            godkend_referat_uden_formand(som_laest, bruger=request.user, begrundelse=data["begrundelse"])
        else:
            godkend_referat(som_laest, bruger=request.user, medlemskab=data["medlemskab"], noteret=data["noteret"])

    return tag_skridt(
        request,
        moede,
        form,
        noter,
        fra=Moede.Tilstand.REFERAT_UDSENDT,
        skabelon="organisering/referat/noter.html",
        her="Notér en godkendelse",
        tak="Godkendelsen er noteret.",
        uden_formand=godkendelser.uden_formand,
    )
