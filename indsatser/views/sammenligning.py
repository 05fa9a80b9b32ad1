"""What has changed between two moments, and since a body's last meeting."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from indsatser.forms.sammenligning import SammenligningForm
from indsatser.models import Portefoeljeversion
from indsatser.queries.grundlag_foer import organer_som_paa
from indsatser.queries.portefoeljeversion import (
    laes_versioner,
    nyeste_aftale,
    organer_med_portefoelje,
    seneste_moede,
)
from indsatser.queries.sammenligning import laes_sammenligning
from indsatser.queries.sammenligningstekst import som_tekst
from indsatser.queries.tidspunkt import I_DAG, Tidspunkt, af_version, find_tidspunkt, nu
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.adgang import hent


@require_safe
def sammenligning(request: HttpRequest, slug: str) -> HttpResponse:
    """Any two moments of an agreement, or of one body under it; the address says which and can be mailed."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    versioner = laes_versioner(aftale, request.user)
    kendte = {I_DAG: nu()} | {
        tidspunkt.noegle: tidspunkt
        for noegle in (request.GET.get("fra", ""), request.GET.get("til", ""))
        if noegle and (tidspunkt := find_tidspunkt(noegle, aftale, versioner, request.user)) is not None
    }
    til = kendte.get(request.GET.get("til", ""), kendte[I_DAG])
    organer = organer_som_paa(organer_med_portefoelje(aftale, request.user), til.naar)
    form = SammenligningForm(
        _spurgt(request, versioner),
        tidspunkter=_valg(versioner, kendte),
        organer=[(organ.slug, str(organ)) for organ in organer],
    )
    kontekst = {
        "aftale": aftale,
        "form": form,
        "sti": [
            (str(aftale), aftale.get_absolute_url()),
            ("Portefølje", reverse("indsatser:portefoelje-aftale", args=[aftale.slug])),
        ],
    }
    if not form.is_valid():
        status = 200 if not request.GET else 422
        return render(request, "indsatser/sammenligning/detail.html", kontekst, status=status)
    data = form.cleaned_data
    valgt = {"fra": data["fra"], "til": data["til"], **form.skrevne_dage, "organ": data["organ"]}
    if form.skrevne_dage:
        return redirect(_adresse(aftale, valgt))
    organ = next((en for en in organer if en.slug == data["organ"]), None)
    resultat = laes_sammenligning(aftale, organ, organer, kendte[data["fra"]], kendte[data["til"]], request.user)
    som = "tekst" if request.GET.get("vis") == "tekst" else "tabel"
    kontekst |= {
        "sammenligning": resultat,
        "tekst": som_tekst(resultat) if som == "tekst" else "",
        "faner": [
            (navn, _adresse(aftale, {**valgt, **vis}), som == navn.lower())
            for navn, vis in (("Tabel", {}), ("Tekst", {"vis": "tekst"}))
        ],
    }
    return render(request, "indsatser/sammenligning/detail.html", kontekst)


@require_safe
def siden_sidste_moede(request: HttpRequest, slug: str) -> HttpResponse:
    """On to the comparison of the body's portfolio with what it was when its last meeting began."""
    organ = hent(Organ.objects.synlige_for(request.user), request, slug=slug)
    moede, aftale = seneste_moede(organ, request.user), nyeste_aftale(organ, request.user)
    if moede is None or aftale is None:
        kontekst = {
            "organ": organ,
            "uden_moede": moede is None,
            "sti": [
                (str(organ), organ.get_absolute_url()),
                ("Portefølje", reverse("indsatser:portefoelje-organ", args=[organ.slug])),
            ],
        }
        return render(request, "indsatser/sammenligning/intet_moede.html", kontekst)
    return redirect(_adresse(aftale, {"fra": str(moede.uuid), "til": I_DAG, "organ": organ.slug}))


def _spurgt(request: HttpRequest, versioner: Sequence[Portefoeljeversion]) -> QueryDict | None:
    """What the address asks; the first time nothing, and the end is today."""
    if not request.GET:
        return None
    data = request.GET.copy()
    if not data.get("til") and not data.get("til_dag"):
        data["til"] = I_DAG
    return data


def _valg(versioner: Sequence[Portefoeljeversion], kendte: dict[str, Tidspunkt]) -> list[tuple[str, str]]:
    tidspunkter = [kendte[I_DAG], *map(af_version, versioner)]
    egne = {tidspunkt.noegle for tidspunkt in tidspunkter}
    tidspunkter += [tidspunkt for noegle, tidspunkt in kendte.items() if noegle not in egne]
    return [(en.noegle, en.navn[0].upper() + en.navn[1:]) for en in tidspunkter]


def _adresse(aftale: Aftale, valgt: dict[str, str]) -> str:
    query = {navn: vaerdi for navn, vaerdi in valgt.items() if vaerdi}
    return reverse("indsatser:sammenligning", args=[aftale.slug], query=query)
