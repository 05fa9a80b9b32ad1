"""An implementing group's row: to differ from the body it mirrors, and to follow again."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indsatser.domain.celle import forbillede
from indsatser.domain.spejling import afvig, egne_celler, foelg
from indsatser.forms.spejling import AfvigForm, FoelgForm
from indsatser.models import Portefoeljepost, Ressourcetraek
from organisering.models import Organ
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab

_RET = "indsatser.rediger_portefoelje"


@login_uden_tab
@require_http_methods(["GET", "POST"])
def post_afvig(request: HttpRequest, slug: str, indsats: int) -> HttpResponse:
    """Give a row that follows years of its own."""
    organ = hent(Organ.objects.synlige_for(request.user).select_related("spejler", "type"), request, _RET, slug=slug)
    kilde = hent(
        Portefoeljepost.objects.synlige_for(request.user).select_related("indsats__aftale", "organ"),
        request,
        _RET,
        organ=organ.spejler_id,
        indsats=indsats,
    )
    fulgte = kilde.traek.filter(planlagt=True).values_list("aar", flat=True)
    form = AfvigForm(aabn_kladde(request), aftale=kilde.indsats.aftale, fulgte=fulgte)
    tilbage = reverse("indsatser:portefoelje-organ", args=[organ.slug])
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            afvig(organ, kilde.indsats, aar=data["aar"], begrundelse=data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"{kilde.indsats.titel} har nu sine egne år i {organ}.")
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "titel": f"Afvig fra {kilde.organ}",
        "undertitel": f"{kilde.indsats.titel}, {organ}",
        "forklaring": f"Rækken følger nu {kilde.organ}. Når den får sine egne år, følger den ikke længere med, "
        f"når årene ændres i {kilde.organ}.",
        "handling": "Gem egne år",
    }
    return _vis(request, kontekst, organ, tilbage)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def post_foelg(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a row's own years away, so that it follows again."""
    post = hent(
        Portefoeljepost.objects.synlige_for(request.user).select_related("indsats__aftale", "organ__spejler"),
        request,
        _RET,
        pk=pk,
    )
    if forbillede(post) is None:
        raise Http404
    celler = list(post.traek.order_by("aar"))
    form = FoelgForm(aabn_kladde(request), initial={"sete": egne_celler(celler)})
    tilbage = reverse("indsatser:portefoelje-organ", args=[post.organ.slug])
    if request.method == "POST" and form.is_valid():
        try:
            foelg(post, sete=form.cleaned_data["sete"], begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        except Versionskonflikt:
            messages.error(request, "En anden har ændret rækkens egne år. Se dem igennem, og prøv igen.")
            return redirect("indsatser:post-foelg", post.pk)
        else:
            messages.success(request, f"{post.indsats.titel} følger igen {post.organ.spejler}.")
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "titel": f"Følg {post.organ.spejler} igen",
        "undertitel": f"{post.indsats.titel}, {post.organ}",
        "forklaring": f"Rækkens egne år ({_aar(celler)}) fjernes, og den viser igen de år, som "
        f"{post.organ.spejler} har. Historikken bliver stående.",
        "handling": "Følg igen",
    }
    return _vis(request, kontekst, post.organ, tilbage)


def _aar(celler: Iterable[Ressourcetraek]) -> str:
    return ", ".join(str(traek.aar) for traek in celler if traek.planlagt) or "ingen kryds"


def _vis(request: HttpRequest, kontekst: dict[str, object], organ: Organ, tilbage: str) -> HttpResponse:
    sti = [(str(organ), organ.get_absolute_url()), ("Portefølje", tilbage)]
    status = 422 if request.method == "POST" else 200
    return render(
        request,
        "indsatser/portefoeljepost/spejling.html",
        {**kontekst, "sti": sti, "tilbage": tilbage},
        status=status,
    )
