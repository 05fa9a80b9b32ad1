"""Adding, changing, closing and reopening initiatives."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import models, transaction
from django.utils import timezone

from indsatser.domain.celle import saet_celle
from indsatser.domain.indsatstilknytning import afvis_overordnet, afvis_tilknytninger
from indsatser.domain.laas import laas_aftale
from indsatser.domain.organ import afvis_organ
from indsatser.domain.portefoeljepost import tilfoej_post
from indsatser.models import Indsats, Maalsaetning, Portefoeljepost, Risikogruppe
from indsatser.queries.celle import Celle
from indsatser.queries.titel import titelnoegle
from organisering.models import Aftale, Organ
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.fejl import Regelbrud
from sundhedsaftale.faelles.historik import begrundet

_FELTER = (
    *("titel", "nummer", "slags", "fase", "ansvar", "overordnet_id", "tovholder_id"),
    *("beskrivelse", "intern_note"),
)


def find_tvilling(aftale: Aftale, titel: str, *, undtagen: int | None = None) -> Indsats | None:
    """Return the agreement's initiative with the same title, whatever its capitals and spaces."""
    soegt = titelnoegle(titel)
    return next(
        (
            indsats
            for indsats in Indsats.objects.filter(aftale=aftale)
            if indsats.pk != undtagen and titelnoegle(indsats.titel) == soegt
        ),
        None,
    )


@transaction.atomic
def opret_indsats(
    indsats: Indsats,
    organ: Organ,
    *,
    maalsaetninger: Iterable[Maalsaetning],
    risikogrupper: Iterable[Risikogruppe],
    aar: Iterable[int],
    begrundelse: str = "",
) -> Portefoeljepost:
    """Put a new initiative last in a body's portfolio, with an X in each of the years."""
    afvis_organ(organ, indsats.aftale)
    relationer: dict[str, Iterable[models.Model]] = {
        "maalsaetninger": list(maalsaetninger),
        "risikogrupper": list(risikogrupper),
    }
    _kontroller(indsats, relationer)
    begrundet(indsats, begrundelse).gem_med(**relationer)
    return tilfoej_post(indsats, organ, aar=aar, begrundelse=begrundelse)


@transaction.atomic
def gem_raekke(
    post: Portefoeljepost,
    indsats: Indsats,
    *,
    maalsaetninger: Iterable[Maalsaetning],
    risikogrupper: Iterable[Risikogruppe],
    celler: Iterable[Celle],
    begrundelse: str = "",
) -> bool:
    """Save a row's cells and its initiative as one act; `indsats` carries the version that was seen.

    Return whether anything was written. Raises Versionskonflikt, with nothing saved, when another changed the same.
    """
    relationer = {"maalsaetninger": maalsaetninger, "risikogrupper": risikogrupper}
    skrevet = [saet_celle(post, celle, begrundelse=begrundelse) for celle in celler]
    return any([*skrevet, gem_indsats(indsats, relationer=relationer, begrundelse=begrundelse)])


@transaction.atomic
def gem_indsats(indsats: Indsats, *, relationer: Mapping[str, Iterable[models.Model]], begrundelse: str = "") -> bool:
    """Save what an initiative is and is tied to; `indsats` carries the version that was seen.

    Relations that are not named stay. Return whether anything was written. Raises Regelbrud, Versionskonflikt.
    """
    valgt = {navn: list(dens) for navn, dens in relationer.items()}
    _kontroller(indsats, valgt)
    if _er_gemt(indsats, valgt):
        return False
    begrundet(indsats, begrundelse).gem_med(**valgt)
    return True


@transaction.atomic
def afslut_indsats(indsats: Indsats, *, udfald: str, dag: date, begrundelse: str) -> None:
    """Close an initiative with its outcome; the X it has stay as they were planned."""
    aftale = indsats.aftale
    if indsats.er_afsluttet:
        raise Regelbrud(f"Indsatsen blev afsluttet {dato(indsats.afsluttet_den)} og kan ikke afsluttes igen.")
    if udfald == Indsats.Udfald.INTET:
        raise Regelbrud("Vælg, hvordan indsatsen er endt.")
    if not aftale.gyldig_fra <= dag <= timezone.localdate():
        raise Regelbrud(f"Datoen skal ligge fra aftalens start {dato(aftale.gyldig_fra)} til og med i dag.")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor indsatsen afsluttes.")
    indsats.udfald = udfald
    indsats.afsluttet_den = dag
    indsats.fase = Indsats.Fase.AFSLUTTET
    begrundet(indsats, begrundelse).save()


@transaction.atomic
def genoptag_indsats(indsats: Indsats, *, fase: str, begrundelse: str) -> None:
    """Let a closed initiative run again. One that goes on in another agreement runs there."""
    if not indsats.er_afsluttet:
        raise Regelbrud("Indsatsen er ikke afsluttet.")
    if fase == Indsats.Fase.AFSLUTTET:
        raise Regelbrud("Vælg den fase, indsatsen genoptages i.")
    if (efter := indsats.efterfoelgere.select_related("aftale").first()) is not None:
        raise Regelbrud(f"Indsatsen er ført videre i {efter.aftale} og kan ikke genoptages her.")
    if not begrundelse.strip():
        raise Regelbrud("Skriv, hvorfor indsatsen genoptages.")
    indsats.udfald = Indsats.Udfald.INTET
    indsats.afsluttet_den = None
    indsats.fase = fase
    begrundet(indsats, begrundelse).save()


def _kontroller(indsats: Indsats, relationer: Mapping[str, Iterable[models.Model]]) -> None:
    """Two who save at once take turns: neither a title nor a parent may be taken behind the other's back."""
    laas_aftale(indsats.aftale)
    if find_tvilling(indsats.aftale, indsats.titel, undtagen=indsats.pk) is not None:
        raise Regelbrud("Aftalen har allerede en indsats med den titel.")
    afvis_overordnet(indsats)
    afvis_tilknytninger(indsats, relationer)


def _er_gemt(indsats: Indsats, relationer: Mapping[str, Iterable[models.Model]]) -> bool:
    """Whether the database holds exactly this already."""
    gemt = Indsats.objects.filter(pk=indsats.pk).first()
    return (
        gemt is not None
        and all(getattr(gemt, felt) == getattr(indsats, felt) for felt in _FELTER)
        and all(
            {en.pk for en in dens} == {en.pk for en in getattr(gemt, navn).all()} for navn, dens in relationer.items()
        )
    )
