"""A version of an agreement: its public page at an address that never changes, and its steps."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from organisering.domain.aftaleversion import (
    godkend_endeligt,
    indsend_version,
    opret_version,
    ret_version,
    send_til_parterne,
)
from organisering.forms.aftaleversion import (
    AftaleversionForm,
    GodkendVersionForm,
    IndsendVersionForm,
    NyVersionForm,
    SendVersionForm,
)
from organisering.models import Aftale, Aftaleversion
from organisering.queries.aftaleversion import laes_aftaleversion, laes_versionshistorik
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.formular import PortalModelForm
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

RET = "organisering.rediger_aftale"


def hent_version(request: HttpRequest, slug: str, nummer: int) -> Aftaleversion:
    return hent(
        Aftaleversion.objects.synlige_for(request.user).select_related("aftale"),
        request,
        aftale__slug=slug,
        nummer=nummer,
    )


def hent_til_rettelse(request: HttpRequest, slug: str, nummer: int) -> Aftaleversion:
    version = hent_version(request, slug, nummer)
    hent(Aftale.objects.synlige_for(request.user), request, RET, pk=version.aftale_id)
    return version


def sti_til(version: Aftaleversion) -> list[tuple[str, str]]:
    """Return the breadcrumbs down to the version."""
    return [
        (version.aftale.titel, version.aftale.get_absolute_url()),
        (f"Version {version.nummer}", version.get_absolute_url()),
    ]


@require_safe
def aftaleversion_detail(request: HttpRequest, slug: str, nummer: int) -> HttpResponse:
    version = hent_version(request, slug, nummer)
    kan_rettes = request.user.has_perm(RET, version.aftale)
    return render(
        request,
        "organisering/aftaleversion/detail.html",
        {
            "version": version,
            "side": laes_aftaleversion(version),
            "kan_rettes": kan_rettes,
            "historik": laes_versionshistorik(version) if kan_rettes else [],
            "sti": sti_til(version)[:1],
        },
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def aftaleversion_create(request: Anmodning, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, RET, slug=slug)
    form = NyVersionForm(aabn_kladde(request))
    if request.method == "POST" and form.is_valid():
        try:
            version = opret_version(
                aftale,
                bruger=request.user,
                journalnummer=form.cleaned_data["journalnummer"],
                bemaerkning=form.cleaned_data["bemaerkning"],
            )
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"Version {version.nummer} er oprettet som udkast.")
            return redirect(version)
    kontekst = {
        "form": form,
        "titel": "Ny version",
        "undertitel": aftale.titel,
        "tekst": "Versionen begynder som udkast, som kun sekretariatet ser, og får det næste nummer.",
        "knap": "Opret versionen",
        "tilbage": aftale.get_absolute_url(),
        "sti": [(aftale.titel, aftale.get_absolute_url())],
    }
    return _vis(request, kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def aftaleversion_update(request: Anmodning, slug: str, nummer: int) -> HttpResponse:
    version = hent_til_rettelse(request, slug, nummer)
    form = AftaleversionForm(aabn_kladde(request), instance=version)
    return _tag_trin(
        request,
        version,
        form,
        lambda: ret_version(form.instance, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"]),
        titel="Ret oplysninger",
        knap="Gem",
        tak="Versionen er gemt.",
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def aftaleversion_send(request: Anmodning, slug: str, nummer: int) -> HttpResponse:
    version = hent_til_rettelse(request, slug, nummer)
    form = SendVersionForm(aabn_kladde(request), instance=version)
    return _tag_trin(
        request,
        version,
        form,
        lambda: send_til_parterne(form.instance, dag=form.cleaned_data["sendt_til_parterne"], bruger=request.user),
        titel="Send til parterne",
        tekst="Hver part i aftalen får sin linje, hvor godkendelsen noteres. Portalen sender ingen breve eller mails.",
        knap="Send til parterne",
        tak="Versionen er hos parterne.",
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def aftaleversion_godkend(request: Anmodning, slug: str, nummer: int) -> HttpResponse:
    version = hent_til_rettelse(request, slug, nummer)
    form = GodkendVersionForm(aabn_kladde(request), instance=version)
    return _tag_trin(
        request,
        version,
        form,
        lambda: godkend_endeligt(
            form.instance,
            af=form.cleaned_data["godkendt_af"],
            dag=form.cleaned_data["godkendt_den"],
            bruger=request.user,
        ),
        titel="Godkend endeligt",
        tekst="Derefter kan alle, der må se aftalen, læse versionen på dens faste adresse.",
        knap="Godkend endeligt",
        tak=f"Version {nummer} er endeligt godkendt.",
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def aftaleversion_indsend(request: Anmodning, slug: str, nummer: int) -> HttpResponse:
    version = hent_til_rettelse(request, slug, nummer)
    form = IndsendVersionForm(aabn_kladde(request), instance=version)
    return _tag_trin(
        request,
        version,
        form,
        lambda: indsend_version(form.instance, dag=form.cleaned_data["indsendt_den"], bruger=request.user),
        titel="Notér indsendelsen",
        tekst="Portalen sender ikke selv noget til Sundhedsstyrelsen.",
        knap="Gem",
        tak="Indsendelsen er noteret.",
    )


def _tag_trin(
    request: Anmodning,
    version: Aftaleversion,
    form: PortalModelForm[Aftaleversion],
    trin: Callable[[], object],
    *,
    titel: str,
    knap: str,
    tak: str,
    tekst: str = "",
) -> HttpResponse:
    """Show the form of one step, take the step, or tell why it cannot be taken."""
    navn, tilbage = str(version), version.get_absolute_url()
    if request.method == "POST" and form.is_valid():
        try:
            trin()
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=navn, tilbage=tilbage)
        else:
            messages.success(request, tak)
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "titel": titel,
        "undertitel": navn,
        "tekst": tekst,
        "knap": knap,
        "tilbage": tilbage,
        "sti": sti_til(version),
    }
    return _vis(request, kontekst)


def _vis(request: HttpRequest, kontekst: dict[str, Any]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "organisering/aftaleversion/form.html", kontekst, status=status)
