"""Persons, for the secretariats: find, read, correct, and lay together those who were written twice."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from organisering.domain.person import sammenlaeg_personer
from organisering.forms.person import PersonForm, PersonsoegForm, SammenlaegForm
from organisering.models import Person
from organisering.queries.person import find_navnebroedre, laes_personliste
from organisering.queries.personside import laes_personens_pladser, laes_personside
from sundhedsaftale.faelles.adgang import Anmodning, hent
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

RET = "organisering.rediger_personer"


@login_required
@require_safe
def person_list(request: Anmodning) -> HttpResponse:
    if not request.user.has_perm(RET):
        raise PermissionDenied
    form = PersonsoegForm(request.GET)
    side, linjer = laes_personliste(
        form.soegt, side=request.GET.get("side", ""), bruger=request.user, dag=timezone.localdate()
    )
    kontekst = {"form": form, "soegt": form.soegt, "side": side, "linjer": linjer}
    return render(request, "organisering/person/list.html", kontekst)


@login_required
@require_safe
def person_detail(request: Anmodning, pk: int) -> HttpResponse:
    """Somebody who was laid together with another is found with the other."""
    person = hent(Person.objects.all(), request, RET, pk=pk)
    if person.sammenlagt_med_id is not None:
        return redirect("organisering:person-detail", pk=person.sammenlagt_med_id)
    side = laes_personside(person, bruger=request.user, dag=timezone.localdate())
    return render(request, "organisering/person/detail.html", {"person": person, "side": side, "sti": _sti()})


@login_uden_tab
@require_http_methods(["GET", "POST"])
def person_update(request: Anmodning, pk: int) -> HttpResponse:
    person = hent(Person.objects.egne(), request, RET, pk=pk)
    navn, tilbage = person.navn, reverse("organisering:person-detail", args=[pk])
    form = PersonForm(aabn_kladde(request), instance=person)
    if request.method == "POST" and form.is_valid():
        try:
            form.save()
        except Versionskonflikt:
            return vis_konflikt(request, form=form, objekt=form.instance, titel=navn, tilbage=tilbage)
        messages.success(request, f"{form.instance} er gemt.")
        if find_navnebroedre(form.instance):
            messages.warning(request, "En anden person har samme navn. Læg de to sammen, hvis det er den samme.")
        return redirect(tilbage)
    kontekst = {"form": form, "navn": navn, "tilbage": tilbage, "sti": [*_sti(), (navn, tilbage)]}
    return _vis(request, "form", kontekst)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def person_laeg_sammen(request: Anmodning, pk: int) -> HttpResponse:
    """The person of the page is kept; the other is found by `?q=`, chosen by `?fjern=` and confirmed by POST."""
    behold = hent(Person.objects.egne(), request, RET, pk=pk)
    tilbage = reverse("organisering:person-detail", args=[pk])
    data = aabn_kladde(request)
    form = SammenlaegForm(data, person=behold, initial={"fjern": request.GET.get("fjern", "")})
    if request.method == "POST" and form.is_valid():
        fjern = form.cleaned_data["fjern"]
        try:
            sammenlaeg_personer(behold, fjern, request.user, begrundelse=form.cleaned_data["begrundelse"])
        except Regelbrud as brud:
            form.add_error(None, str(brud))
        else:
            messages.success(request, f"{fjern} er lagt sammen med {behold}.")
            return redirect(tilbage)
    fjern = form.valgt
    soeg = PersonsoegForm(request.GET if "q" in request.GET else {"q": behold.navn})
    _, linjer = laes_personliste(soeg.soegt, side="1", bruger=request.user, dag=timezone.localdate())
    kontekst = {
        "person": behold,
        "form": form,
        "fjern": fjern,
        "pladser": laes_personens_pladser(fjern, bruger=request.user) if fjern else [],
        "soeg": soeg,
        "linjer": [linje for linje in linjer if linje.person.pk != behold.pk],
        "tilbage": tilbage,
        "sti": [*_sti(), (behold.navn, tilbage)],
    }
    return _vis(request, "laeg_sammen", kontekst)


def _sti() -> list[tuple[str, str]]:
    return [("Personer", reverse("organisering:person-list"))]


def _vis(request: HttpRequest, skabelon: str, kontekst: dict[str, Any]) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, f"organisering/person/{skabelon}.html", kontekst, status=status)
