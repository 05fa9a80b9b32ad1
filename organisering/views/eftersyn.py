from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisering.queries.eftersyn import eftersynsregioner, laes_eftersyn
from sundhedsaftale.faelles.adgang import Anmodning


@login_required
@require_safe
def eftersyn(request: Anmodning) -> HttpResponse:
    """What is wanting in the bodies of the user's own regions."""
    if not request.user.has_perm("organisering.rediger_personer"):
        raise PermissionDenied
    fund = laes_eftersyn(eftersynsregioner(request.user), dag=timezone.localdate())
    return render(
        request,
        "organisering/eftersyn/list.html",
        {
            "antal": len(fund),
            "grupper": [
                ("Skal bringes i orden", [et for et in fund if et.alvorligt]),
                ("Bør følges op på", [et for et in fund if not et.alvorligt]),
            ],
        },
    )
