"""A body's area: add an organisation, correct or end it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from organisering.domain.organomraade import gem_omraade
from organisering.forms.organomraade import OrganomraadeForm
from organisering.models import Organ, Organomraade
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.historik import historik_for
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt


@login_uden_tab
@require_http_methods(["GET", "POST"])
def omraade_create(request: Anmodning, slug: str) -> HttpResponse:
    organ = _hent_organ(request, slug)
    return _gem(request, organ, Organomraade(organ=organ), "Føj til området")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def omraade_update(request: Anmodning, slug: str, pk: int) -> HttpResponse:
    organ = _hent_organ(request, slug)
    omraade = get_object_or_404(organ.omraader.select_related("organisation"), pk=pk)
    return _gem(request, organ, omraade, f"Ret {omraade.organisation}")


def _gem(request: Anmodning, organ: Organ, omraade: Organomraade, titel: str) -> HttpResponse:
    ny, tilbage = omraade.pk is None, organ.get_absolute_url()
    form = OrganomraadeForm(aabn_kladde(request), instance=omraade, organ=organ)
    if request.method == "POST" and form.is_valid():
        try:
            gem_omraade(form.instance, bruger=request.user)
        except Regelbrud as brud:
            form.add_error("gyldig_til", str(brud))
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=titel, tilbage=tilbage)
        else:
            messages.success(request, f"{form.instance.organisation} er gemt i området for {organ.kaldes}.")
            return redirect(tilbage)
    kontekst = {
        "form": form,
        "organ": organ,
        "titel": titel,
        "tilbage": tilbage,
        "historik": [] if ny else historik_for(omraade),
        "sti": [("Organer", reverse("organisering:organ-list")), (str(organ), tilbage)],
    }
    return render(request, "organisering/organ/omraade.html", kontekst, status=422 if request.method == "POST" else 200)


def _hent_organ(request: Anmodning, slug: str) -> Organ:
    return hent(Organ.objects.synlige_for(request.user), request, "organisering.rediger_organ", slug=slug)
