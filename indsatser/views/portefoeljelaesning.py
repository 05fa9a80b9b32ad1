"""A portfolio read from a document: paste it in or choose the file, see what it would change, choose, save."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indsatser.domain.portefoeljelaesning import Andetforslag, foreslaa_laesning, gem_laesning
from indsatser.forms.portefoeljelaesning import (
    DokumentForm,
    GemForm,
    Gemtlaesning,
    find_dokument,
    gem_dokument,
    glem_dokument,
)
from indsatser.queries.indlaesning import laes_indlaesninger
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_RET = "indsatser.rediger_portefoelje"
_ANDET = (
    "Intet er gemt endnu. Forslaget er blevet et andet, fordi du har valgt noget andet, "
    "eller fordi porteføljen er ændret. Se det igennem, og gem så."
)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def portefoelje_laes(request: Anmodning, slug: str) -> HttpResponse:
    """The document; `?ret=` shows again what was pasted in."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    data = aabn_kladde(request)
    gammel = find_dokument(request.GET.get("ret", ""), aftale=aftale, bruger=request.user) if data is None else None
    form = DokumentForm(data, request.FILES or None, initial={"tekst": gammel.tekst if gammel else ""})
    if request.method == "POST" and form.is_valid():
        noegle = gem_dokument(form, aftale=aftale, bruger=request.user)
        return redirect("indsatser:portefoelje-laest", slug=slug, noegle=noegle)
    kontekst = {
        "aftale": aftale,
        "form": form,
        "seneste": laes_indlaesninger(aftale)[:5],
        "sti": [(str(aftale), aftale.get_absolute_url())],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/portefoeljelaesning/form.html", kontekst, status=status)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def portefoelje_laest(request: Anmodning, slug: str, noegle: str) -> HttpResponse:
    """What the document would change; nothing is saved before what was shown is what was chosen."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    dokument = find_dokument(noegle, aftale=aftale, bruger=request.user)
    if dokument is None:
        messages.error(request, "Forslaget er gemt eller for gammelt. Læs dokumentet ind igen.")
        return redirect("indsatser:portefoelje-laes", slug=slug)
    form = GemForm(aabn_kladde(request))
    status = 200
    if request.method == "POST" and request.POST.get("handling") == "gem":
        status = 422
        if form.is_valid():
            try:
                indlaesning = gem_laesning(
                    aftale,
                    dokument.laest,
                    form.svar,
                    maerke=form.cleaned_data["maerke"],
                    kilde=dokument.kilde,
                    begrundelse=form.cleaned_data["begrundelse"],
                    bruger=request.user,
                )
            except Regelbrud as brud:
                form.add_error(None, str(brud))
            except (Andetforslag, Versionskonflikt):
                form.add_error(None, _ANDET)
                status = 409
            else:
                glem_dokument(noegle, aftale=aftale, bruger=request.user)
                _sig_hvad_der_skete(request, dokument)
                return redirect(indlaesning)
    return _vis(request, aftale, dokument, noegle, form, status=status)


def _sig_hvad_der_skete(request: Anmodning, dokument: Gemtlaesning) -> None:
    messages.success(request, f"Det, der blev læst fra {dokument.kilde}, er gemt som én ændring.")
    for linje in dokument.laest.ikke_forstaaet[:20]:
        messages.warning(request, f"Ikke forstået, linje {linje.linje}: {linje.tekst[:200]}")


def _vis(
    request: Anmodning, aftale: Aftale, dokument: Gemtlaesning, noegle: str, form: GemForm, *, status: int
) -> HttpResponse:
    forslag = foreslaa_laesning(aftale, dokument.laest, form.svar if form.is_bound else {})
    linjer: dict[str, list[Any]] = {"vaelg": [], "ny": [], "aendret": [], "uaendret": [], "sprunget": []}
    for linje in forslag.linjer:
        linjer[linje.art].append(linje)
    kontekst = {
        "aftale": aftale,
        "dokument": dokument,
        "form": form,
        "forslag": forslag,
        "grupper": [
            ("vaelg", "Skal vælges", linjer["vaelg"]),
            ("ny", "Nye indsatser", linjer["ny"]),
            ("aendret", "Ændrede", linjer["aendret"]),
            ("uaendret", "Uændrede", linjer["uaendret"]),
            ("sprunget", "Sprunget over", linjer["sprunget"]),
        ],
        "titler": sorted(indsats.titel for indsats in forslag.stand.indsatser.values())
        if any(linje.valg.valgt == "anden" for linje in forslag.linjer)
        else [],
        "tilbage": reverse("indsatser:portefoelje-laes", args=[aftale.slug], query={"ret": noegle}),
        "sti": [
            (str(aftale), aftale.get_absolute_url()),
            ("Læs et dokument", reverse("indsatser:portefoelje-laes", args=[aftale.slug])),
        ],
    }
    return render(request, "indsatser/portefoeljelaesning/forslag.html", kontekst, status=status)
