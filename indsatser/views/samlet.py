"""Many rows at once: choose what to change, see what that does, save it as one act."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from indsatser.domain.samlet import FLEST, Plan, gem_plan, planlaeg
from indsatser.forms.portefoeljefilter import PortefoeljefilterForm
from indsatser.forms.samlet import SamletForm
from indsatser.models import Portefoeljepost
from indsatser.queries.grundlag import Grundlag
from indsatser.queries.portefoelje import aftalens_portefoelje
from indsatser.queries.portefoeljevalg import Portefoeljevalg
from indsatser.views.naeste import naeste
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.dansk import tal
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.heltal import HOEJST

_CIFRE_HOEJST = len(str(HOEJST))


@login_required
@require_http_methods(["GET", "POST"])
def portefoelje_samlet(request: Anmodning, slug: str) -> HttpResponse:
    """The grid sends the rows; `trin` is `vis` for the preview and `gem` for saving what was shown."""
    aftale = hent(Aftale.objects.synlige_for(request.user), request, "indsatser.rediger_portefoelje", slug=slug)
    tilbage = naeste(request) or reverse("indsatser:portefoelje-aftale", args=[aftale.slug])
    noegler = _noegler(request, aftale)
    if not noegler or len(noegler) > FLEST:
        fejl = "Vælg mindst én række i porteføljen først."
        if noegler:
            fejl = f"Vælg højst {tal(FLEST)} rækker ad gangen. Her er valgt {tal(len(noegler))}."
        kontekst = {"aftale": aftale, "fejl": fejl, "tilbage": tilbage, "sti": _sti(aftale)}
        status = 422 if request.method == "POST" else 200
        return render(request, "indsatser/portefoelje/samlet.html", kontekst, status=status)
    valgte = (
        Portefoeljepost.objects.synlige_for(request.user)
        .filter(pk__in=noegler)
        .select_related("indsats__aftale", "indsats__tovholder", "organ__type")
        .prefetch_related("traek", "indsats__virkemidler")
        .order_by()
    )
    # Chosen and ordered here: asked for the agreement too, SQLite tries every key with every one of its initiatives.
    poster = sorted(
        (post for post in valgte if post.indsats.aftale_id == aftale.pk),
        key=lambda post: (*post.organ.sortering, post.raekkefoelge, post.pk),
    )
    trin = request.POST.get("trin", "")
    form = SamletForm(request.POST if trin else None, aftale=aftale, bruger=request.user)
    kontekst = {
        "aftale": aftale,
        "form": form,
        "poster": poster,
        "mangler": len(noegler) - len(poster),
        "raekker": " ".join(str(post.pk) for post in poster),
        "tilbage": tilbage,
        "sti": _sti(aftale),
    }
    status = 422 if trin else 200
    if trin and form.is_valid():
        plan = planlaeg(poster, form.oenske)
        svar, status = _gem(request, aftale, form, plan, tilbage) if trin == "gem" else (None, 200)
        if svar is not None:
            return svar
        # What could not be saved is planned anew, on top of what is stored now.
        kontekst["plan"] = plan
        kontekst["uens"] = _uens(request, plan) if status == 409 else set()
    return render(request, "indsatser/portefoelje/samlet.html", kontekst, status=status)


def _gem(
    request: Anmodning, aftale: Aftale, form: SamletForm, plan: Plan, tilbage: str
) -> tuple[HttpResponse | None, int]:
    """Save what was shown; when it is no longer what would be saved, answer nothing and the status of a new preview."""
    if _uens(request, plan):
        return None, 409
    if request.POST.get("oenske") != plan.oenske.noegle:
        messages.warning(request, "Du har valgt om siden oversigten. Se den nye, og gem så.")
        return None, 422
    try:
        indlaesning = gem_plan(plan, aftale=aftale, bruger=request.user, begrundelse=form.cleaned_data["begrundelse"])
    except Regelbrud as brud:
        form.add_error(None, str(brud))
        return None, 422
    except Versionskonflikt:
        return None, 409
    antal = len(plan.aendres)
    messages.success(request, f"{_antal(antal)} er gemt. Det hele kan fortrydes herfra.")
    return redirect(indlaesning), 302


def _uens(request: Anmodning, plan: Plan) -> set[int]:
    """The rows that others have saved since the preview was shown."""
    sete = set(request.POST.get("sete", "").split())
    return {raekke.post.pk for raekke in plan.raekker if raekke.sete not in sete}


def _noegler(request: Anmodning, aftale: Aftale) -> list[int]:
    """The rows that were ticked, or all that the page's filter shows."""
    if request.POST.get("alle"):
        grundlag = Grundlag.for_aftale(aftale, request.user)
        valg = Portefoeljevalg.laes([aftale], grundlag, grundlag.med_egen_portefoelje(aftale))
        form = PortefoeljefilterForm(QueryDict(request.POST.get("vist", "")), valg=valg)
        if form.errors:
            return []
        return list(aftalens_portefoelje(aftale, grundlag, form.filter).poster)
    ord_ = [*cast(QueryDict, request.POST).getlist("vaelg"), *request.POST.get("raekker", "").split()]
    noegler = (int(pk) for pk in dict.fromkeys(ord_) if pk.isdecimal() and len(pk) <= _CIFRE_HOEJST)
    return [pk for pk in noegler if pk <= HOEJST]


def _sti(aftale: Aftale) -> list[tuple[str, str]]:
    portefoelje = reverse("indsatser:portefoelje-aftale", args=[aftale.slug])
    return [(str(aftale), aftale.get_absolute_url()), ("Portefølje", portefoelje)]


def _antal(antal: int) -> str:
    return "1 ændring" if antal == 1 else f"{tal(antal)} ændringer"
