"""The portfolio back from a spreadsheet: the file, what it would change row by row, and the save."""

from collections.abc import Collection

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indsatser.domain.portefoeljearkgem import Foraeldet, foreslaa_ark, gem_ark
from indsatser.forms.regneark import (
    ArkfilForm,
    Gemtark,
    ValgForm,
    find_laest_ark,
    gem_laest_ark,
    glem_laest_ark,
)
from indsatser.queries.indlaesning import laes_indlaesninger
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_RET = "indsatser.rediger_portefoelje"
_FORAELDET = "En anden har ændret nogle af rækkerne, siden du så forslaget. Intet er gemt. Se forslaget igennem igen."


@login_required
@require_http_methods(["GET", "POST"])
def regneark_indlaes(request: Anmodning, slug: str) -> HttpResponse:
    """Choose the file; where the sheets are fetched, and what has been read in lately."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    form = ArkfilForm(request.POST or None, request.FILES or None, aftale=aftale)
    if request.method == "POST" and form.is_valid():
        noegle = gem_laest_ark(form.cleaned_data["fil"], form.filnavn, aftale=aftale, bruger=request.user)
        return redirect("indsatser:regneark-forslag", slug=slug, noegle=noegle)
    kontekst = {
        "aftale": aftale,
        "form": form,
        "seneste": laes_indlaesninger(aftale)[:5],
        "sti": [(str(aftale), aftale.get_absolute_url())],
    }
    return render(request, "indsatser/regneark/form.html", kontekst, status=422 if request.method == "POST" else 200)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def regneark_forslag(request: Anmodning, slug: str, noegle: str) -> HttpResponse:
    """What the file would change; `valg` are the rows to save, each as it was shown."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    ark = find_laest_ark(noegle, aftale=aftale, bruger=request.user)
    if ark is None:
        messages.error(request, "Forslaget er gemt eller for gammelt. Vælg filen igen.")
        return redirect("indsatser:regneark", slug=slug)
    form = ValgForm(aabn_kladde(request))
    if request.method != "POST" or not form.is_valid():
        valgte = set(form.data.getlist("valg")) if form.is_bound else None  # type: ignore[attr-defined]  # a QueryDict
        return _vis(request, aftale, ark, form, valgte, status=422 if request.method == "POST" else 200)
    try:
        indlaesning = gem_ark(
            aftale,
            ark.raekker,
            valg=form.cleaned_data["valg"],
            filnavn=ark.filnavn,
            begrundelse=form.cleaned_data["begrundelse"],
            bruger=request.user,
        )
    except (Foraeldet, Versionskonflikt):
        form.add_error(None, _FORAELDET)
        return _vis(request, aftale, ark, form, form.cleaned_data["valg"], status=409)
    glem_laest_ark(noegle, aftale=aftale, bruger=request.user)
    antal = len(form.cleaned_data["valg"])
    messages.success(request, "1 ændring er gemt." if antal == 1 else f"{antal} ændringer er gemt.")
    return redirect(indlaesning)


def _vis(
    request: Anmodning, aftale: Aftale, ark: Gemtark, form: ValgForm, valgte: Collection[str] | None, *, status: int
) -> HttpResponse:
    """`valgte` None chooses what may be saved without overwriting anybody."""
    forslag = foreslaa_ark(aftale, ark.raekker)
    at_gemme = forslag.af("ny", "aendret")
    if valgte is None:
        valgte = {linje.valg for linje in at_gemme}
    grupper = [
        (art, navn, [(linje, linje.valg in valgte) for linje in forslag.af(art)])
        for art, navn in (("konflikt", "I konflikt"), ("ny", "Nye"), ("aendret", "Ændrede"))
    ]
    kontekst = {
        "aftale": aftale,
        "ark": ark,
        "forslag": forslag,
        "form": form,
        "grupper": grupper,
        "forkerte": forslag.af("forkert"),
        "uaendrede": forslag.af("uaendret"),
        "antal": sum(valgt for _, _, linjer in grupper for _, valgt in linjer),
        "kan_gemme": any(linjer for _, _, linjer in grupper),
        "sti": [
            (str(aftale), aftale.get_absolute_url()),
            ("Regneark", reverse("indsatser:regneark", args=[aftale.slug])),
        ],
    }
    return render(request, "indsatser/regneark/forslag.html", kontekst, status=status)
