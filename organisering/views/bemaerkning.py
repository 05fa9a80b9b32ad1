"""Remarks to an item, while the minutes are written and after they are approved."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from organisering.domain.bemaerkning import ret_bemaerkning, slet_bemaerkning, tilfoej_bemaerkning
from organisering.forms.bemaerkning import BemaerkningForm
from organisering.models import Bemaerkning, Dagsordenspunkt, Moede
from organisering.queries.bemaerkning import citat
from organisering.views.beslutning import til_punktet
from organisering.views.moedeside import sti_til_moede
from organisering.views.punktadgang import hent_punkt
from organisering.views.referat import luk_saetning, sti_til_referat
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab
from sundhedsaftale.faelles.konflikt import vis_konflikt

_AABNE = (Moede.Tilstand.AFHOLDT, Moede.Tilstand.REFERAT_GODKENDT)


@login_uden_tab
@require_http_methods(["GET", "POST"])
def bemaerkning_create(request: Anmodning, punkt_pk: int) -> HttpResponse:
    punkt = hent_punkt(request, punkt_pk)
    if request.method == "GET" and punkt.moede.tilstand not in _AABNE:
        messages.info(request, luk_saetning(punkt.moede))
        return redirect(punkt.moede)
    dag = timezone.localdate() if punkt.laast else punkt.moede.dag
    form = BemaerkningForm(aabn_kladde(request), instance=Bemaerkning(punkt=punkt, dag=dag))
    if request.method == "POST" and form.is_valid():
        try:
            tilfoej_bemaerkning(form.save(commit=False), bruger=request.user)
        except Regelbrud as fejl:
            form.add_error(None, str(fejl))
        else:
            messages.success(request, f"Bemærkningen til pkt. {punkt} er tilføjet.")
            return redirect(_tilbage(punkt))
    return _vis(request, punkt, form, "organisering/bemaerkning/create.html")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def bemaerkning_update(request: Anmodning, punkt_pk: int, pk: int) -> HttpResponse:
    punkt = hent_punkt(request, punkt_pk)
    bemaerkning = get_object_or_404(punkt.bemaerkninger, pk=pk)
    bemaerkning.punkt = punkt
    if request.method == "GET" and punkt.moede.tilstand != Moede.Tilstand.AFHOLDT:
        return redirect("organisering:referat", punkt.moede.uuid)
    form = BemaerkningForm(aabn_kladde(request), instance=bemaerkning)
    if request.method == "POST" and form.is_valid():
        try:
            ret_bemaerkning(form.save(commit=False), bruger=request.user)
        except Regelbrud as fejl:
            form.add_error(None, str(fejl))
        except Versionskonflikt:
            titel = citat(punkt).capitalize()
            return vis_konflikt(request, form=form, objekt=bemaerkning, titel=titel, tilbage=_tilbage(punkt))
        else:
            messages.success(request, "Bemærkningen er gemt.")
            return redirect(_tilbage(punkt))
    return _vis(request, punkt, form, "organisering/bemaerkning/update.html")


@login_uden_tab
@require_http_methods(["GET", "POST"])
def bemaerkning_delete(request: Anmodning, punkt_pk: int, pk: int) -> HttpResponse:
    punkt = hent_punkt(request, punkt_pk)
    bemaerkning = get_object_or_404(punkt.bemaerkninger, pk=pk)
    bemaerkning.punkt = punkt
    if request.method == "POST":
        try:
            slet_bemaerkning(bemaerkning, bruger=request.user)
        except Regelbrud as fejl:
            messages.warning(request, str(fejl))
        else:
            messages.success(request, "Bemærkningen er slettet.")
        return redirect(_tilbage(punkt))
    kontekst = {"bemaerkning": bemaerkning, "tilbage": _tilbage(punkt), "sti": sti_til_referat(punkt.moede)}
    return render(request, "organisering/bemaerkning/slet.html", kontekst)


def _tilbage(punkt: Dagsordenspunkt) -> str:
    """Back to where the remark stands: the minutes being written, or the meeting's own page."""
    return til_punktet(punkt) if punkt.moede.tilstand == Moede.Tilstand.AFHOLDT else punkt.get_absolute_url()


def _vis(request: Anmodning, punkt: Dagsordenspunkt, form: BemaerkningForm, skabelon: str) -> HttpResponse:
    kontekst = {
        "punkt": punkt,
        "form": form,
        "overskrift": citat(punkt).capitalize(),
        "tilbage": _tilbage(punkt),
        "sti": sti_til_moede(punkt.moede) if punkt.laast else sti_til_referat(punkt.moede),
    }
    return render(request, skabelon, kontekst, status=422 if request.method == "POST" else 200)
