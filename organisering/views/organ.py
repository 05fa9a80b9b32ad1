"""The bodies: the ladder of a day, the page of one, create and change one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from organisering.domain.organ import Organbrud, gem_organ
from organisering.forms.organ import OrganForm
from organisering.forms.organstige import StigefilterForm
from organisering.models import Organ
from organisering.queries.dokument import laes_organets_dokumenter
from organisering.queries.eftersyn import laes_organfund
from organisering.queries.organfigur import tegn_organfigur
from organisering.queries.organside import laes_organside
from organisering.queries.organstige import laes_regionsorganer, skiftedage
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Versionskonflikt
from sundhedsaftale.faelles.historik import historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

_STI = ("Organer", reverse_lazy("organisering:organ-list"))


@require_safe
def organ_list(request: HttpRequest) -> HttpResponse:
    """The ladder of each region on a day, as a picture and as a list; the choice stands in the address."""
    regioner = laes_regionsorganer(request.user)
    form = StigefilterForm(request.GET, regioner=regioner)
    stiger = [en.stige(form.valgt_dag) for en in form.vaelg(regioner)]
    kontekst = {
        "form": form,
        "dag": form.valgt_dag,
        "i_dag": timezone.localdate(),
        "skift": skiftedage(form.vaelg(regioner)),
        "afsnit": [(stige, tegn_organfigur(stige)) for stige in stiger],
        "kan_oprette": request.user.has_perm("organisering.opret_organ"),
    }
    return render(request, "organisering/organ/list.html", kontekst, status=200 if form.is_valid() else 422)


@require_safe
def organ_figur(request: HttpRequest) -> HttpResponse:
    """The picture alone, to put into a presentation."""
    regioner = laes_regionsorganer(request.user)
    form = StigefilterForm(request.GET, regioner=regioner)
    valgte = form.vaelg(regioner)
    if not form.is_valid() or len(valgte) != 1:
        raise Http404
    figur = tegn_organfigur(valgte[0].stige(form.valgt_dag))
    svar = render(request, "organisering/organ/_figur.html", {"figur": figur, "noegle": "figur"}, "image/svg+xml")
    svar.headers["Content-Disposition"] = f'attachment; filename="organer-{form.valgt_dag.isoformat()}.svg"'
    return svar


@require_safe
def organ_detail(request: HttpRequest, slug: str) -> HttpResponse:
    organ = hent(Organ.objects.synlige_for(request.user).select_related("type", "region"), request, slug=slug)
    dag = timezone.localdate()
    kan_rettes = request.user.has_perm("organisering.rediger_organ", organ)
    kontekst = {
        "organ": organ,
        "side": laes_organside(organ, bruger=request.user, dag=dag),
        "kan_rettes": kan_rettes,
        "fund": laes_organfund(organ, dag=dag) if kan_rettes else [],
        "dokumenter": laes_organets_dokumenter(organ, bruger=request.user, dag=dag),
        "maa_planlaegge": request.user.has_perm("organisering.planlaeg_moede", organ),
        "maa_skrive_dokumenter": request.user.has_perm("organisering.rediger_dokument", organ),
        "sti": [_STI],
    }
    return render(request, "organisering/organ/detail.html", kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def organ_create(request: Anmodning) -> HttpResponse:
    if not request.user.has_perm("organisering.opret_organ"):
        raise PermissionDenied
    form = OrganForm(aabn_kladde(request), bruger=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            organ = gem_organ(form.instance, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"])
        except Organbrud as brud:
            form.add_error(brud.felt, str(brud))
        else:
            messages.success(request, f"{organ} er oprettet.")
            return redirect(organ)
    kontekst = {"form": form, "sti": [_STI], "tilbage": reverse("organisering:organ-list")}
    return render(request, "organisering/organ/form.html", kontekst, status=422 if request.method == "POST" else 200)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def organ_update(request: Anmodning, slug: str) -> HttpResponse:
    organ = hent(
        Organ.objects.synlige_for(request.user).select_related("type", "region"),
        request,
        "organisering.rediger_organ",
        slug=slug,
    )
    navn, tilbage = organ.navn, organ.get_absolute_url()
    form = OrganForm(aabn_kladde(request), instance=organ, bruger=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            gem_organ(form.instance, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"])
        except Organbrud as brud:
            form.add_error(brud.felt, str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=navn, tilbage=tilbage)
        else:
            messages.success(request, f"{organ} er gemt.")
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "navn": navn,
        "sti": [_STI, (navn, tilbage)],
        "tilbage": tilbage,
        "historik": historik_for(organ, skjulte=["slug"]),
    }
    return render(request, "organisering/organ/form.html", kontekst, status=422 if request.method == "POST" else 200)
