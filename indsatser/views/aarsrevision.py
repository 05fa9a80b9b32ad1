"""The yearly walk: begin it, answer one by one, finish it, read it for ever."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from indsatser.domain.aarsrevision import afslut_aarsrevision, opret_aarsrevision, svar_i_revision
from indsatser.forms.aarsrevision import NyAarsrevisionForm, RevisionsvalgForm
from indsatser.models import Aarsrevision, Indsats, Portefoeljepost, Revisionsvalg
from indsatser.queries.aarsrevision import laes_aarsrevision, naeste_ubesvarede
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

_RET = "indsatser.rediger_portefoelje"
_LAES = "indsatser.laes_historik"


@login_required
@require_http_methods(["GET", "POST"])
def aarsrevision_list(request: HttpRequest, slug: str) -> HttpResponse:
    """All walks of an agreement; POST begins one."""
    aftale = _hent_aftale(request, slug, _RET if request.method == "POST" else _LAES)
    form = NyAarsrevisionForm(request.POST or None, aftale=aftale)
    if request.method == "POST" and form.is_valid():
        try:
            revision = opret_aarsrevision(aftale, form.cleaned_data["aar"])
        except Regelbrud as brud:
            form.add_error("aar", str(brud))
        else:
            return redirect(revision)
    kontekst = {
        "aftale": aftale,
        "form": form,
        "revisioner": Aarsrevision.objects.filter(aftale=aftale).select_related("aftale"),
        "kan_rettes": request.user.has_perm(_RET, aftale),
        "sti": _sti(aftale)[:2],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/aarsrevision/list.html", kontekst, status=status)


@login_required
@require_safe
def aarsrevision_detail(request: HttpRequest, slug: str, aar: int) -> HttpResponse:
    revision = _hent(request, slug, aar, _LAES)
    kan_rettes = request.user.has_perm(_RET, revision.aftale) and revision.afsluttet_den is None
    return render(
        request,
        "indsatser/aarsrevision/detail.html",
        {
            "revision": revision,
            "aftale": revision.aftale,
            "side": laes_aarsrevision(revision),
            "kan_rettes": kan_rettes,
            "sti": _sti(revision.aftale),
        },
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def revisionsvalg_update(request: HttpRequest, slug: str, aar: int, pk: int) -> HttpResponse:
    """Answer for one initiative; on to the next that lacks an answer, or to the row that is to be changed."""
    revision = _hent(request, slug, aar, _RET)
    indsats = hent(Indsats.objects.filter(aftale=revision.aftale_id).select_related("aftale"), request, pk=pk)
    data = aabn_kladde(request)
    fundet = revision.valg.filter(indsats=indsats).first()
    if data is not None and "version" not in data:
        fundet = None  # it was begun when nobody had answered, and is held up against what stands now
    valg = fundet or Revisionsvalg(revision=revision, indsats=indsats)
    valg.revision, valg.indsats = revision, indsats
    form = RevisionsvalgForm(data, instance=valg)
    if request.method == "POST" and form.is_valid():
        svar = form.cleaned_data
        try:
            svar_i_revision(form.instance, dag=svar.get("slutter_den"), begrundelse=svar.get("begrundelse", ""))
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt as konflikt:
            # An answer of another's where I began on none: mine is held up against theirs.
            form.instance.pk, form.instance.version = konflikt.objekt.pk, 0
            form.baer_version()
            return vis_konflikt(
                request, form=form, objekt=form.instance, titel=indsats.titel, tilbage=revision.get_absolute_url()
            )
        else:
            messages.success(request, f"{indsats.titel}: {valg.get_valg_display().lower()}.")
            return redirect(_videre(revision, valg))
    kontekst = {
        "form": form,
        "revision": revision,
        "indsats": indsats,
        "poster": indsats.poster.select_related("organ").prefetch_related("traek"),
        "tilbage": revision.get_absolute_url(),
        "sti": [*_sti(revision.aftale), (f"Revision {revision.aar}", revision.get_absolute_url())],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "indsatser/aarsrevision/valg.html", kontekst, status=status)


@login_required
@require_POST
def revisionsvalg_behold(request: HttpRequest, slug: str, aar: int, pk: int) -> HttpResponse:
    """One click for the most common answer, where there is none yet."""
    revision = _hent(request, slug, aar, _RET)
    indsats = hent(Indsats.objects.filter(aftale=revision.aftale_id), request, pk=pk)
    try:
        svar_i_revision(Revisionsvalg(revision=revision, indsats=indsats, valg=Revisionsvalg.Valg.BEHOLD))
    except Regelbrud as brud:
        messages.error(request, str(brud))
    except Versionskonflikt as konflikt:
        andens = cast(Revisionsvalg, konflikt.objekt)
        messages.warning(request, f"En anden har svaret “{andens.get_valg_display()}” for {indsats.titel}. Det står.")
    return redirect(f"{revision.get_absolute_url()}#i{indsats.pk}")


@login_required
@require_POST
def aarsrevision_afslut(request: HttpRequest, slug: str, aar: int) -> HttpResponse:
    revision = _hent(request, slug, aar, _RET)
    try:
        afslut_aarsrevision(revision)
    except Regelbrud as brud:
        messages.error(request, str(brud))
    else:
        messages.success(request, f"Revisionen for {revision.aar} er afsluttet.")
    return redirect(revision)


def _videre(revision: Aarsrevision, valg: Revisionsvalg) -> str:
    side = revision.get_absolute_url()
    if valg.valg == Revisionsvalg.Valg.AENDRET:
        post = Portefoeljepost.objects.filter(indsats=valg.indsats_id).order_by("pk").first()
        if post is not None:
            return reverse("indsatser:post-update", args=[post.pk], query={"naeste": f"{side}#i{valg.indsats_id}"})
        return reverse("indsatser:indsats-update", args=[valg.indsats_id])
    naeste = naeste_ubesvarede(revision, valg.indsats)
    if naeste is None:
        return side
    return reverse("indsatser:revisionsvalg-update", args=[revision.aftale.slug, revision.aar, naeste.pk])


def _hent_aftale(request: HttpRequest, slug: str, tilladelse: str) -> Aftale:
    return hent(Aftale.objects.synlige_for(request.user), request, tilladelse, slug=slug)


def _hent(request: HttpRequest, slug: str, aar: int, tilladelse: str) -> Aarsrevision:
    aftale = _hent_aftale(request, slug, tilladelse)
    return hent(Aarsrevision.objects.filter(aftale=aftale).select_related("aftale"), request, aar=aar)


def _sti(aftale: Aftale) -> list[tuple[str, str]]:
    return [
        (str(aftale), aftale.get_absolute_url()),
        ("Portefølje", reverse("indsatser:portefoelje-aftale", args=[aftale.slug])),
        ("Årsrevision", reverse("indsatser:aarsrevision-list", args=[aftale.slug])),
    ]
