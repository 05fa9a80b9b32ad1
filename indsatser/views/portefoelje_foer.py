"""The portfolio as it stood at a moment: read, never changed."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from indsatser.models import Portefoeljeversion
from indsatser.queries.gitterside import laes_tidligere_gitterside
from indsatser.queries.grundlag_foer import aftalens_grundlag_paa, organets_grundlag_paa
from indsatser.queries.portefoelje import aftalens_portefoelje, organets_portefoelje
from indsatser.queries.tidspunkt import I_DAG, Tidspunkt, historik_begynder, paa_dagen
from indsatser.views.portefoelje import sidenummer
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.dansk import DatoFelt


@require_safe
def portefoelje_aftale_paa(request: HttpRequest, slug: str, dag: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    return vis_aftalen(request, aftale, _dagen(dag))


@require_safe
def portefoelje_organ_paa(request: HttpRequest, slug: str, dag: str) -> HttpResponse:
    organ = hent(Organ.objects.synlige_for(request.user).select_related("spejler"), request, slug=slug)
    return vis_organet(request, organ, _dagen(dag))


def vis_aftalen(
    request: HttpRequest, aftale: Aftale, tidspunkt: Tidspunkt, *, version: Portefoeljeversion | None = None
) -> HttpResponse:
    portefoelje = aftalens_portefoelje(aftale, aftalens_grundlag_paa(aftale, tidspunkt.naar, request.user))
    kontekst = {
        "aftale": aftale,
        "portefoelje": portefoelje,
        "undertitel": str(aftale),
        "i_dag": reverse("indsatser:portefoelje-aftale", args=[aftale.slug]),
        "sammenlign": reverse(
            "indsatser:sammenligning", args=[aftale.slug], query={"fra": tidspunkt.noegle, "til": I_DAG}
        ),
        "begynder": None if portefoelje.afsnit else historik_begynder(aftale),
        "sti": [(str(aftale), aftale.get_absolute_url())],
    }
    return _vis(request, kontekst, tidspunkt, version)


def vis_organet(
    request: HttpRequest, organ: Organ, tidspunkt: Tidspunkt, *, version: Portefoeljeversion | None = None
) -> HttpResponse:
    """Under all its agreements; a named version is of one."""
    aftaler = (
        [version.aftale] if version else list(Aftale.objects.synlige_for(request.user).filter(region=organ.region_id))
    )
    grundlag = organets_grundlag_paa(organ, aftaler, tidspunkt.naar, request.user)
    portefoelje = organets_portefoelje(organ, grundlag)
    sammenlign = [
        reverse(
            "indsatser:sammenligning",
            args=[afsnit.aftale.slug],
            query={"fra": tidspunkt.noegle, "til": I_DAG, "organ": organ.slug},
        )
        for afsnit in portefoelje.afsnit
    ]
    kontekst = {
        "organ": organ,
        "portefoelje": portefoelje,
        "undertitel": str(organ),
        "i_dag": reverse("indsatser:portefoelje-organ", args=[organ.slug]),
        "sammenlign": sammenlign[0] if len(sammenlign) == 1 else "",
        "begynder": None if portefoelje.afsnit else min(filter(None, map(historik_begynder, aftaler)), default=None),
        "sti": [(str(organ), organ.get_absolute_url())],
    }
    return _vis(request, kontekst, tidspunkt, version)


@require_safe
def portefoelje_aftale_find(request: HttpRequest, slug: str) -> HttpResponse:
    """`?dag=` as a small form writes it: on to the day's own address."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    return _til_dagen(request, "indsatser:portefoelje-aftale", aftale.slug)


@require_safe
def portefoelje_organ_find(request: HttpRequest, slug: str) -> HttpResponse:
    organ = hent(Organ.objects.synlige_for(request.user), request, slug=slug)
    return _til_dagen(request, "indsatser:portefoelje-organ", organ.slug)


def _til_dagen(request: HttpRequest, side: str, slug: str) -> HttpResponse:
    try:
        dag = DatoFelt().clean(request.GET.get("dag"))
        paa_dagen(dag)
    except ValidationError:
        messages.error(request, "Skriv en dato, fx 31-12-2021.")
        return redirect(side, slug)
    except ValueError as fejl:
        messages.error(request, str(fejl))
        return redirect(side, slug)
    return redirect(f"{side}-paa", slug, dag.isoformat())


def _dagen(dag: str) -> Tidspunkt:
    """Raises Http404 for what is no day, and for one that has not come."""
    try:
        return paa_dagen(date.fromisoformat(dag))
    except ValueError as fejl:
        raise Http404 from fejl


def _vis(
    request: HttpRequest, kontekst: dict[str, Any], tidspunkt: Tidspunkt, version: Portefoeljeversion | None
) -> HttpResponse:
    aftale = version.aftale if version else kontekst.get("aftale")
    kan_rettes = aftale is not None and request.user.has_perm("indsatser.rediger_portefoelje", aftale)
    faelles = {
        "side": laes_tidligere_gitterside(kontekst["portefoelje"], side=sidenummer(request)),
        "tidspunkt": tidspunkt,
        "version": version,
        "versionens_aftale": aftale,
        "maa_rette": kan_rettes,
    }
    return render(request, "indsatser/portefoelje_foer/detail.html", {**kontekst, **faelles})
