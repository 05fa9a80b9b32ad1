"""Two versions of an agreement with much between them."""

from django.db import transaction
from django.utils import timezone

from indsatser.models import Indsats, Portefoeljepost, Portefoeljeversion, Ressourcetraek
from organisering.models import Aftale

HVER = 10


@transaction.atomic
def opret_to_versioner(aftale: Aftale) -> tuple[Portefoeljeversion, Portefoeljeversion]:
    """Name the moment, add a tenth, close a tenth, move a tenth and give a tenth other years, and name it again."""
    antal = Portefoeljeversion.objects.filter(aftale=aftale).count()
    foer = Portefoeljeversion.objects.create(aftale=aftale, navn=f"Før {antal}", tidspunkt=timezone.now())
    poster = list(Portefoeljepost.objects.filter(indsats__aftale=aftale).select_related("indsats").order_by("pk"))
    organer = sorted({post.organ_id for post in poster})
    for post in poster[::HVER]:
        indsats = Indsats.objects.create(aftale=aftale, titel=f"{post.indsats.titel}, igen {antal}")
        Portefoeljepost.objects.create(indsats=indsats, organ_id=post.organ_id, raekkefoelge=len(poster))
    for post in poster[1::HVER]:
        post.indsats.udfald, post.indsats.afsluttet_den = Indsats.Udfald.AFSLUTTET, timezone.localdate()
        post.indsats.save()
    for post in poster[2::HVER]:
        post.organ_id = organer[(organer.index(post.organ_id) + 1) % len(organer)]
        post.save()
    aendrede = {post.pk for post in poster[3::HVER]}
    for traek in Ressourcetraek.objects.filter(post__in=aendrede):
        traek.planlagt = not traek.planlagt
        traek.save()
    efter = Portefoeljeversion.objects.create(aftale=aftale, navn=f"Efter {antal}", tidspunkt=timezone.now())
    return foer, efter
