"""An initiative: read it, close it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from indsatser.domain.indsats import afslut_indsats
from indsatser.forms.afslutning import AfslutForm
from indsatser.models import Indsats
from indsatser.queries.indsatshistorik import laes_indsatshistorik
from indsatser.queries.indsatsside import laes_indsatsside
from organisering.models import Aftale
from sundhedsaftale.faelles.adgang import hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt


@require_safe
def indsats_detail(request: HttpRequest, pk: int) -> HttpResponse:
    indsats = hent(Indsats.objects.synlige_for(request.user).select_related("aftale", "forgaenger"), request, pk=pk)
    maa_se_note = request.user.has_perm("indsatser.laes_intern_note", indsats)
    maa_se_historik = request.user.has_perm("indsatser.laes_historik", indsats)
    return render(
        request,
        "indsatser/indsats/detail.html",
        {
            "indsats": indsats,
            "side": laes_indsatsside(indsats, bruger=request.user),
            "intern_note": indsats.intern_note if maa_se_note else "",
            "historik": laes_indsatshistorik(indsats) if maa_se_historik else [],
            "kan_rettes": request.user.has_perm("indsatser.rediger_portefoelje", indsats),
            "sti": _sti(indsats.aftale),
        },
    )


@login_uden_tab
@require_http_methods(["GET", "POST"])
def indsats_afslut(request: HttpRequest, pk: int) -> HttpResponse:
    indsats = hent(
        Indsats.objects.synlige_for(request.user).select_related("aftale"),
        request,
        "indsatser.rediger_portefoelje",
        pk=pk,
    )
    tilbage = indsats.get_absolute_url()
    if indsats.er_afsluttet and request.method == "GET":
        messages.error(request, "Indsatsen er allerede afsluttet.")
        return redirect(tilbage)
    form = AfslutForm(aabn_kladde(request), instance=indsats)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        gemt = Indsats.objects.select_related("aftale").get(pk=pk)
        gemt.version = indsats.version
        try:
            afslut_indsats(gemt, udfald=data["udfald"], dag=data["afsluttet_den"], begrundelse=data["begrundelse"])
        except Regelbrud as brud:
            form.add_error("afsluttet_den", str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=indsats, titel=indsats.titel, tilbage=tilbage)
        else:
            messages.success(request, f"{indsats.titel} er afsluttet.")
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "indsats": indsats,
        "tilbage": tilbage,
        "sti": [*_sti(indsats.aftale), (str(indsats), tilbage)],
    }
    return render(request, "indsatser/indsats/afslut.html", kontekst, status=422 if request.method == "POST" else 200)


def _sti(aftale: Aftale) -> list[tuple[str, str]]:
    return [
        (str(aftale), aftale.get_absolute_url()),
        ("Portefølje", reverse("indsatser:portefoelje-aftale", args=[aftale.slug])),
    ]
