"""Named moments of the portfolio: list, read, name, rename, forget."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.portefoeljeversion import gem_portefoeljeversion, slet_portefoeljeversion
from indsatser.forms.portefoeljeversion import PortefoeljeversionForm
from indsatser.models import Portefoeljeversion
from indsatser.queries.portefoeljeversion import holdte_moeder, laes_versioner, organer_med_portefoelje
from indsatser.queries.tidspunkt import af_version
from indsatser.views.portefoelje_foer import vis_aftalen, vis_organet
from indsatser.views.version import set_version
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

_RET = "indsatser.rediger_portefoelje"


@require_safe
def portefoeljeversion_list(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    return render(
        request,
        "indsatser/portefoeljeversion/list.html",
        {
            "aftale": aftale,
            "versioner": laes_versioner(aftale, request.user),
            "synlige_organer": set(Organ.objects.synlige_for(request.user).values_list("pk", flat=True)),
            "kan_rettes": request.user.has_perm(_RET, aftale),
            "sti": _sti(aftale)[:2],
        },
    )


@require_safe
def portefoeljeversion_detail(request: HttpRequest, uuid: str) -> HttpResponse:
    """The portfolio as it stood, at an address that never changes."""
    version = _hent(request, uuid)
    tidspunkt = af_version(version)
    if version.organ is not None:
        return vis_organet(request, version.organ, tidspunkt, version=version)
    return vis_aftalen(request, version.aftale, tidspunkt, version=version)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def portefoeljeversion_create(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, _RET, slug=slug)
    return _gem(request, Portefoeljeversion(aftale=aftale), titel="Ny version af porteføljen")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def portefoeljeversion_update(request: HttpRequest, uuid: str) -> HttpResponse:
    version = _hent_til_rettelse(request, uuid)
    return _gem(request, version, titel=f"Rediger {version}")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def portefoeljeversion_delete(request: HttpRequest, uuid: str) -> HttpResponse:
    """The name goes; what the portfolio was stays in the history."""
    version = _hent_til_rettelse(request, uuid)
    liste = reverse("indsatser:portefoeljeversion-list", args=[version.aftale.slug])
    if request.method == "POST":
        try:
            slet_portefoeljeversion(version, set_version=set_version(request))
        except Versionskonflikt:
            messages.error(request, f"En anden har ændret versionen {version}. Se den igennem, og prøv igen.")
        else:
            messages.success(request, f"Versionen {version} er slettet.")
        return redirect(liste)
    kontekst = {"version": version, "sti": _sti(version.aftale), "tilbage": liste}
    return render(request, "indsatser/portefoeljeversion/slet.html", kontekst)


def _gem(request: HttpRequest, version: Portefoeljeversion, *, titel: str) -> HttpResponse:
    aftale = version.aftale
    tilbage = reverse("indsatser:portefoeljeversion-list", args=[aftale.slug])
    form = PortefoeljeversionForm(
        aabn_kladde(request),
        instance=version,
        initial={} if version.pk else _foreslag(request),
        organer=organer_med_portefoelje(aftale, request.user),
        moeder=holdte_moeder(aftale, request.user),
    )
    if request.method == "POST" and form.is_valid():
        try:
            gem_portefoeljeversion(form.instance)
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=titel, tilbage=tilbage)
        else:
            messages.success(request, f"Versionen {form.instance} er gemt.")
            return redirect(form.instance)
    kontekst = {"form": form, "aftale": aftale, "titel": titel, "tilbage": tilbage, "sti": _sti(aftale)}
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/portefoeljeversion/form.html", kontekst, status=status)


def _foreslag(request: HttpRequest) -> dict[str, str]:
    """What the link here asked to have filled in."""
    return {navn: request.GET[navn] for navn in ("dag", "moede", "organ") if request.GET.get(navn)}


def _hent(request: HttpRequest, uuid: str) -> Portefoeljeversion:
    versioner = Portefoeljeversion.objects.synlige_for(request.user)
    return hent(versioner.select_related("aftale", "organ__spejler", "moede__organ"), request, uuid=uuid)


def _hent_til_rettelse(request: HttpRequest, uuid: str) -> Portefoeljeversion:
    version = _hent(request, uuid)
    hent(Aftale.objects.synlige_for(request.user), request, _RET, pk=version.aftale_id)
    return version


def _sti(aftale: Aftale) -> list[tuple[str, str]]:
    return [
        (str(aftale), aftale.get_absolute_url()),
        ("Portefølje", reverse("indsatser:portefoelje-aftale", args=[aftale.slug])),
        ("Versioner", reverse("indsatser:portefoeljeversion-list", args=[aftale.slug])),
    ]
