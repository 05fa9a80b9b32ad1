from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from organisering.domain.moedeplan import Planbrud, gem_moedeplan
from organisering.forms.moedeaar import laes_aar, planaar
from organisering.forms.moedeplan import Planformular
from organisering.queries.moede import forslag_til_plan
from organisering.views.moede import hent_planlagt_organ, sti_til_moeder
from sundhedsaftale.faelles.adgang import Anmodning
from sundhedsaftale.faelles.kladde import aabn_kladde, login_uden_tab


@login_uden_tab
@require_http_methods(["GET", "POST"])
def moede_plan(request: Anmodning, slug: str) -> HttpResponse:
    """Plan a body's year: rows with date, times and place, saved all or none."""
    organ = hent_planlagt_organ(request, slug)
    i_dag = timezone.localdate()
    aar = laes_aar(request.GET.get("aar")) or planaar(i_dag)
    forslag = forslag_til_plan(organ, aar)
    formular = Planformular(aabn_kladde(request), initial=forslag.raekker, prefix="plan", form_kwargs={"aar": aar})
    if request.method == "POST" and formular.is_valid():
        moeder = formular.moeder(organ)
        try:
            gem_moedeplan(moeder, bruger=request.user, begrundelse=f"Mødeplan {aar}")
        except Planbrud as brud:
            formular.saet_fejl(brud.raekker)
        else:
            antal = "1 møde er planlagt" if len(moeder) == 1 else f"{len(moeder)} møder er planlagt"
            messages.success(request, f"{antal} i {organ.kaldes}.")
            return redirect(f"{sti_til_moeder(organ)[-1][1]}?aar={aar}")
    return render(
        request,
        "organisering/moedeplan/form.html",
        {
            "organ": organ,
            "aar": aar,
            "faner": [(str(et), f"?aar={et}", et == aar) for et in range(i_dag.year, i_dag.year + 3)],
            "forslag": forslag,
            "formular": formular,
            "sti": sti_til_moeder(organ),
        },
        status=422 if request.method == "POST" else 200,
    )
