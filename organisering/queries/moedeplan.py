"""A body's meetings with what is due before each, and the bodies that meet right after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from organisering.models import Besoegende, Moede, Organ
from organisering.models.moede import MoedeQuerySet
from sundhedsaftale.faelles.dansk import dato

MAERKER = {
    Moede.Tilstand.PLANLAGT: "neutral",
    Moede.Tilstand.DAGSORDEN_UDSENDT: "info",
    Moede.Tilstand.AFHOLDT: "info",
    Moede.Tilstand.REFERAT_UDSENDT: "info",
    Moede.Tilstand.REFERAT_GODKENDT: "success",
    Moede.Tilstand.AFLYST: "warning",
}


@dataclass(frozen=True, slots=True)
class Frist:
    """`art` is sager, udsendelse or status."""

    art: str
    tekst: str
    dag: date


@dataclass(frozen=True, slots=True)
class Planlinje:
    """A meeting in a list; `faelles` are the other bodies in it that the reader may know of."""

    moede: Moede
    faelles: tuple[Organ, ...]
    frister: tuple[Frist, ...]
    maerke: str


@dataclass(frozen=True, slots=True)
class Forlaengelse:
    """A body that meets in continuation of another and has no meeting yet after this one."""

    organ: Organ
    efter: Moede


@dataclass(frozen=True, slots=True)
class Moedeliste:
    """`aar` is the year shown, None for the coming meetings; `alle_aar` newest first."""

    linjer: tuple[Planlinje, ...]
    aar: int | None
    alle_aar: tuple[int, ...]
    forlaengelser: tuple[Forlaengelse, ...]
    maa_planlaegge: bool


def laes_moedeliste(organ: Organ, *, bruger: Besoegende, aar: int | None) -> Moedeliste:
    moeder = til_liste(Moede.objects.synlige_for(bruger).for_organ(organ), bruger)
    udvalgte = moeder.kommende(timezone.now()) if aar is None else moeder.filter(starter__year=aar)
    maa_planlaegge = bruger.has_perm("organisering.planlaeg_moede", organ)
    return Moedeliste(
        linjer=tuple(planlinje(moede, med_frister=maa_planlaegge) for moede in udvalgte),
        aar=aar,
        alle_aar=tuple(aar.year for aar in moeder.datetimes("starter", "year", order="DESC")),
        forlaengelser=laes_forlaengelser(organ, bruger=bruger, nu=timezone.now()) if maa_planlaegge else (),
        maa_planlaegge=maa_planlaegge,
    )


def til_liste(moeder: MoedeQuerySet, bruger: Besoegende) -> MoedeQuerySet:
    """Read along what `planlinje` asks for, in two queries however many the meetings."""
    return (
        moeder.select_related("organ")
        .prefetch_related(Prefetch("faelles_med", Organ.objects.synlige_for(bruger), to_attr="synlige_faelles"))
        .annotate(faar_status=Exists(_under(OuterRef("organ"), OuterRef("organ__forgaenger"))))
    )


def faar_status(organ: Organ) -> bool:
    """Whether other bodies report to this one, or did to the one it succeeds."""
    return _under(organ.pk, organ.forgaenger_id).exists()


def _under(organ: Any, forgaenger: Any) -> QuerySet[Organ]:
    return Organ.objects.filter(Q(refererer_til=organ) | Q(refererer_til=forgaenger, refererer_til__isnull=False))


def planlinje(moede: Any, *, med_frister: bool) -> Planlinje:
    """A meeting that has been read with `til_liste`."""
    return Planlinje(
        moede=moede,
        faelles=tuple(moede.synlige_faelles),
        frister=frister(moede, faar_status=moede.faar_status) if med_frister else (),
        maerke=MAERKER[Moede.Tilstand(moede.tilstand)],
    )


def frister(moede: Moede, *, faar_status: bool) -> tuple[Frist, ...]:
    """What is due before a meeting, soonest first; nothing before one that is called off."""
    if moede.tilstand == Moede.Tilstand.AFLYST:
        return ()
    alle = [
        Frist("sager", "Sager til sekretariatet", moede.frist_sager),
        Frist("udsendelse", "Dagsordenen sendes ud", moede.frist_udsendelse),
    ]
    if faar_status:
        alle.insert(0, Frist("status", "Status fra grupperne", moede.frist_status))
    return tuple(sorted(alle, key=lambda frist: frist.dag))


def fristtekst(moede: Moede) -> str:
    """The deadlines as a sentence, for the message after a meeting is planned or moved."""
    kommende = frister(moede, faar_status=faar_status(moede.organ))
    dele = [f"{frist.tekst.lower()} {dato(frist.dag)}" for frist in kommende]
    return f"Frister: {', '.join(dele)}."


def laes_forlaengelser(organ: Organ, *, bruger: Besoegende, nu: datetime) -> tuple[Forlaengelse, ...]:
    """The coming meetings that another body should meet right after, seen from either body."""
    foelger = Q(moedes_efter=organ) | Q(pk=organ.pk, moedes_efter__isnull=False)
    organer = [
        andet
        for andet in Organ.objects.filter(foelger).select_related("moedes_efter")
        if bruger.has_perm("organisering.planlaeg_moede", andet)
    ]
    if not organer:
        return ()
    foerste = {andet.moedes_efter_id for andet in organer}
    moeder = list(Moede.objects.kommende(nu).filter(organ__in=foerste).select_related("organ"))
    return _uden_moede_efter(organer, moeder)


def forlaengelser_af(moede: Moede, *, bruger: Besoegende) -> tuple[Forlaengelse, ...]:
    """The bodies that should meet right after this meeting and do not yet."""
    organer = [
        andet for andet in moede.organ.efterfoelges_af.all() if bruger.has_perm("organisering.planlaeg_moede", andet)
    ]
    return _uden_moede_efter(organer, [moede]) if organer else ()


def _uden_moede_efter(organer: Sequence[Organ], moeder: Sequence[Moede]) -> tuple[Forlaengelse, ...]:
    taget = {
        (moede.organ_id, moede.dag)
        for moede in Moede.objects.filter(
            organ__in=organer, starter__gte=min((moede.starter for moede in moeder), default=timezone.now())
        ).exclude(tilstand=Moede.Tilstand.AFLYST)
    }
    return tuple(
        Forlaengelse(organ=organ, efter=moede)
        for moede in moeder
        for organ in organer
        if organ.moedes_efter_id == moede.organ_id and organ.bestaar(moede.dag) and (organ.pk, moede.dag) not in taget
    )
