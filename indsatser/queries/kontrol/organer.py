"""What the inspection of bodies finds in those that carry the agreement, and groups that have nothing to carry."""

from collections.abc import Iterable

from django.urls import reverse

from indsatser.models import Portefoeljepost
from indsatser.queries.kontrol.fund import Fund, Fundslags
from indsatser.queries.kontrol.grundlag import Grundlag
from organisering.models import Organ
from organisering.queries.eftersyn import ALVORLIGE, laes_organers_fund

BEMANDING = Fundslags("organ", "Organer uden formand eller kompetence", "Resten om organerne står i eftersynet.")
UDEN_PORTEFOELJE = Fundslags(
    "gruppe-uden-portefoelje",
    "Grupper uden portefølje",
    "Gruppen har ingen rækker, og det organ, den spejler, har heller ingen.",
)


def laes_bemandingsfund(grundlag: Grundlag) -> Iterable[Fund]:
    """The serious findings of the inspection, under each agreement that the body carries."""
    hos = grundlag.organer
    if not hos:
        return
    for et in laes_organers_fund(Organ.objects.filter(pk__in=list(hos)), dag=grundlag.dag):
        if et.type in ALVORLIGE and et.organ_id is not None:
            for aftale_id in sorted(hos[et.organ_id]):
                raekke = f"{et.type.name.lower()}-{et.organ_id}"
                yield Fund(BEMANDING, aftale_id, raekke, et.om, et.saetning, et.url, et.handling)


def laes_grupper_uden_portefoelje(grundlag: Grundlag) -> Iterable[Fund]:
    """Bodies of the kinds that mirror others, under the agreements that such bodies work on at all."""
    regioner = {aftale.region_id for aftale in grundlag.aftaler}
    i_regionen = Organ.objects.filter(region__in=regioner)
    typer = i_regionen.filter(spejler__isnull=False).order_by().values("type")
    grupper = list(i_regionen.filter(type__in=typer).gaeldende(grundlag.dag))
    noegler = {noegle for gruppe in grupper for noegle in (gruppe.pk, gruppe.spejler_id) if noegle is not None}
    poster = Portefoeljepost.objects.filter(organ__in=noegler, indsats__aftale__in=grundlag.aftaler).order_by()
    har = set(poster.values_list("organ", "indsats__aftale").distinct())
    for aftale in grundlag.aftaler:
        dens = [gruppe for gruppe in grupper if gruppe.region_id == aftale.region_id]
        uden = [gruppe for gruppe in dens if har.isdisjoint({(gruppe.pk, aftale.pk), (gruppe.spejler_id, aftale.pk)})]
        if len(uden) == len(dens):
            continue
        for gruppe in uden:
            saetning = "Organet, den spejler, har ingen." if gruppe.spejler_id else "Den spejler intet organ."
            url = reverse("organisering:organ-update", args=[gruppe.slug])
            yield Fund(UDEN_PORTEFOELJE, aftale.pk, str(gruppe.pk), str(gruppe), saetning, url, "Ret gruppen")
