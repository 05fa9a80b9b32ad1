"""An agreement's targets, and one måltal: read it, make it, edit it, give it another figure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.maalrevision import revider_maaltal
from indsatser.forms.maalfilter import MaalfilterForm
from indsatser.forms.maaltal import MaaltalForm, NytMaaltalForm, ReviderForm
from indsatser.models import Maalkategori, Maalsaetning, Maaltal
from indsatser.queries.maaloversigt import laes_maaloversigt
from indsatser.queries.maaltalshistorik import laes_maaltalshistorik
from indsatser.queries.maaltalsside import laes_maaltalsside
from indsatser.views.maalformular import Formularside, sti_til_maal, svar_formular
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.historik import begrundet
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_RET = "indsatser.rediger_maal"


@require_safe
def maaltal_list(request: HttpRequest, slug: str) -> HttpResponse:
    aftale = hent(Aftale.objects.synlige_for(request.user), request, slug=slug)
    organer = Organ.objects.synlige_for(request.user).filter(maalsaetninger__aftale=aftale).distinct()
    kategorier = Maalkategori.objects.filter(maalsaetninger__aftale=aftale).distinct()
    form = MaalfilterForm(
        request.GET,
        organer=[(organ.slug, str(organ)) for organ in sorted(organer, key=lambda organ: organ.sortering)],
        kategorier=[(kategori.pk, str(kategori)) for kategori in kategorier],
    )
    kontekst = {
        "aftale": aftale,
        "filterform": form,
        "oversigt": laes_maaloversigt(aftale, form.filter, bruger=request.user),
        "kan_rettes": request.user.has_perm(_RET, aftale),
        "sti": [("Aftaler", reverse("organisering:aftale-list")), (str(aftale), aftale.get_absolute_url())],
    }
    return render(request, "indsatser/maaltal/list.html", kontekst)


@require_safe
def maaltal_detail(request: HttpRequest, pk: int) -> HttpResponse:
    maaltal = _hent(request, pk)
    maa_se_historik = request.user.has_perm("indsatser.laes_historik", maaltal)
    kontekst = {
        "maaltal": maaltal,
        "side": laes_maaltalsside(maaltal, bruger=request.user),
        "historik": laes_maaltalshistorik(maaltal) if maa_se_historik else [],
        "kan_rettes": request.user.has_perm(_RET, maaltal),
        "sti": sti_til_maal(maaltal.maalsaetning.aftale),
    }
    return render(request, "indsatser/maaltal/detail.html", kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maaltal_create(request: HttpRequest, pk: int) -> HttpResponse:
    maalsaetning = hent(Maalsaetning.objects.synlige_for(request.user).select_related("aftale"), request, _RET, pk=pk)
    maaltal = Maaltal(maalsaetning=maalsaetning)
    form = NytMaaltalForm(aabn_kladde(request), instance=maaltal)
    side = Formularside(
        titel="Nyt måltal",
        manchet=maalsaetning.tekst,
        knap="Opret måltal",
        tilbage=reverse("indsatser:maaltal-list", args=[maalsaetning.aftale.slug]) + f"#maal-{maalsaetning.pk}",
        sti=sti_til_maal(maalsaetning.aftale),
    )

    def gem() -> str:
        begrundet(form.instance, form.cleaned_data["begrundelse"])
        return f"{form.save()} er oprettet."

    return svar_formular(request, form, side, gem, maaltal)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maaltal_update(request: HttpRequest, pk: int) -> HttpResponse:
    maaltal = _hent(request, pk, _RET)
    side = _side(maaltal, f"Rediger {maaltal}", "Gem måltal", "Målet selv ændres på siden “Ændr målet”.")
    form = MaaltalForm(aabn_kladde(request), instance=maaltal)

    def gem() -> str:
        begrundet(form.instance, form.cleaned_data["begrundelse"])
        return f"{form.save()} er gemt."

    return svar_formular(request, form, side, gem, maaltal)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def maaltal_revider(request: HttpRequest, pk: int) -> HttpResponse:
    maaltal = _hent(request, pk, _RET)
    manchet = "Det gamle mål bliver stående som “ændret fra”, med dag, begrundelse og beslutning."
    side = _side(maaltal, f"Ændr målet for {maaltal}", "Gem det nye mål", manchet)
    form = ReviderForm(
        aabn_kladde(request),
        instance=maaltal,
        bruger=request.user,
        initial={"dag": timezone.localdate()},
    )

    def gem() -> str:
        # The form has put the new figure on its instance; the act wants the stored one in the version that was seen.
        gemt = Maaltal.objects.select_related("maalsaetning__aftale").get(pk=pk)
        gemt.version = form.instance.version
        data = form.cleaned_data
        revider_maaltal(
            gemt, form.ny, begrundelse=data["begrundelse"], dag=data["dag"], besluttet_i=data["besluttet_i"]
        )
        return f"Målet for {gemt} er ændret."

    return svar_formular(request, form, side, gem, maaltal)


def _hent(request: HttpRequest, pk: int, tilladelse: str | None = None) -> Maaltal:
    maaltal = Maaltal.objects.synlige_for(request.user)
    return hent(
        maaltal.select_related("maalsaetning__aftale", "maalsaetning__organ").prefetch_related("maalinger"),
        request,
        tilladelse,
        pk=pk,
    )


def _side(maaltal: Maaltal, titel: str, knap: str, manchet: str) -> Formularside:
    return Formularside(
        titel=titel,
        manchet=manchet,
        knap=knap,
        tilbage=maaltal.get_absolute_url(),
        sti=[*sti_til_maal(maaltal.maalsaetning.aftale), (str(maaltal), maaltal.get_absolute_url())],
    )
