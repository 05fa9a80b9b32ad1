"""Running initiatives that lack something, and what has passed its date."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from indsatser.models import Indsats, Milepael, Portefoeljepost, Ressourcetraek
from indsatser.queries.kontrol.fund import Fund, Fundslags
from indsatser.queries.kontrol.grundlag import Grundlag
from sundhedsaftale.faelles.dansk import dato, opremset

UDEN_AAR = Fundslags("uden-aar", "Indsatser uden år", "Indsatsen står i en portefølje uden X i noget år.")
UDEN_ORGAN = Fundslags("uden-organ", "Indsatser uden organ", "Indsatsen står ikke i noget organs portefølje.")
UDEN_TOVHOLDER = Fundslags("uden-tovholder", "Indsatser uden tovholder", "Ingen organisation er tovholder.")
UDENFOR = Fundslags("x-uden-for-perioden", "X uden for aftalens år", "Aftalens datoer er ændret, siden X blev sat.")
MILEPAEL = Fundslags("milepael", "Milepæle over tiden", "Datoen er passeret, og milepælen er ikke nået.")


def laes_indsatsfund(grundlag: Grundlag) -> Iterable[Fund]:
    """Wholes alone: a part shares the years, the body and the tovholder of what it is a part of. One query.

    What nobody has been given lacks its body, and the rest follows from that.
    """
    poster = Portefoeljepost.objects.filter(indsats=OuterRef("pk"))
    traek = Ressourcetraek.objects.filter(post__indsats=OuterRef("pk"), planlagt=True)
    raekker = (
        Indsats.objects.filter(aftale__in=grundlag.aftaler, overordnet__isnull=True)
        .aktive()
        .annotate(
            har_post=Exists(poster),
            har_aar=Exists(traek),
            har_tovholder=ExpressionWrapper(Q(tovholder__isnull=False), BooleanField()),
        )
        .order_by("titel")
        .values_list("pk", "aftale_id", "aftale__slug", "titel", "har_tovholder", "har_post", "har_aar")
    )
    for pk, aftale_id, slug, titel, har_tovholder, har_post, har_aar in raekker:
        side, ret = reverse("indsatser:indsats-detail", args=[pk]), reverse("indsatser:indsats-update", args=[pk])
        liste = reverse("indsatser:uplaceret-list", args=[slug])
        if not har_post:
            yield Fund(UDEN_ORGAN, aftale_id, str(pk), titel, "Indsatsen er ikke placeret.", liste, "Se ikke placerede")
            continue
        if not har_aar:
            yield Fund(UDEN_AAR, aftale_id, str(pk), titel, "Indsatsen har intet X.", side, "Se rækkerne")
        if not har_tovholder:
            yield Fund(UDEN_TOVHOLDER, aftale_id, str(pk), titel, "Tovholderen er ikke oplyst.", ret, "Ret indsatsen")


def laes_udenfor(grundlag: Grundlag) -> Iterable[Fund]:
    """Rows with an X in a year that the agreement does not touch. One query."""
    uden_for = Q(pk__in=[])
    for aftale in grundlag.aftaler:
        i_aftalen = Q(post__indsats__aftale=aftale)
        uden_for |= i_aftalen & Q(aar__lt=aftale.gyldig_fra.year)
        if aftale.gyldig_til is not None:
            uden_for |= i_aftalen & Q(aar__gt=aftale.gyldig_til.year)
    raekker = (
        Ressourcetraek.objects.filter(uden_for, planlagt=True)
        .order_by("post__indsats__titel", "post", "aar")
        .values_list("post", "aar", "post__indsats__titel", "post__indsats__aftale", "post__organ__navn")
    )
    aarene: dict[tuple[int, str, int, str], list[str]] = defaultdict(list)
    for post, aar, titel, aftale_id, organ in raekker:
        aarene[post, titel, aftale_id, organ].append(str(aar))
    for (post, titel, aftale_id, organ), aar_ in aarene.items():
        url = reverse("indsatser:post-udenfor", args=[post])
        yield Fund(UDENFOR, aftale_id, str(post), titel, f"X i {opremset(aar_)} i {organ}.", url, "Fjern X")


def laes_milepaelsfund(grundlag: Grundlag) -> Iterable[Fund]:
    """What is expected counts before what was planned. One query."""
    milepaele = (
        Milepael.objects.annotate(ventet=Coalesce("forventet", "planlagt"))
        .filter(
            indsats__aftale__in=grundlag.aftaler,
            indsats__afsluttet_den__isnull=True,
            naaet__isnull=True,
            ventet__lt=grundlag.dag,
        )
        .order_by("ventet", "pk")
        .values_list("pk", "titel", "ventet", "indsats", "indsats__titel", "indsats__aftale")
    )
    for pk, titel, ventet, indsats, indsatstitel, aftale_id in milepaele:
        url = reverse("indsatser:indsats-detail", args=[indsats])
        yield Fund(MILEPAEL, aftale_id, str(pk), indsatstitel, f"{titel}: {dato(ventet)}.", url, "Se indsatsen")
