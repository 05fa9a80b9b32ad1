"""The yearly status as a snapshot; its shape and arithmetic are told in `docs/afrapportering.md`."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from indsatser.models import Indsats, Maalsaetning, Portefoeljepost
from organisering.models import Aftale, Organ
from rapportering.models import Rapporttype
from rapportering.queries.maalopgoerelse import Maaltalslinje, maalopgoerelse
from rapportering.queries.statusopgoerelse import Statusopslag, godkendt_status
from sundhedsaftale.faelles.dansk import sorteringsnoegle

SKEMA = 1


@dataclass(frozen=True)
class Mangel:
    hvad: str
    ansvarlig: str


@dataclass(frozen=True)
class Matrixraekke:
    titel: str
    slags: str
    er_ny: bool
    aar: dict[str, bool]


@dataclass(frozen=True)
class Maallinje:
    tekst: str
    maaltal: list[Maaltalslinje]


@dataclass(frozen=True)
class Kapitel:
    organ: str
    ansvarlig: str
    maalsaetninger: list[Maallinje]
    matrix: list[Matrixraekke]
    status: list[dict[str, Any]] = field(default_factory=list)


def aarlig_status(rapporttype: Rapporttype, aftale: Aftale, aar: int, *, udgave: int, dag: date) -> dict[str, Any]:
    """Return the snapshot: everything the report prints, and nothing that is not public."""
    status = godkendt_status(aftale, aar)
    kapitler, mangler = [], []
    for organ in _organer(aftale):
        poster = _poster(aftale, organ)
        maalsaetninger = _maalsaetninger(aftale, organ, aar)
        kapitler.append(_kapitel(organ, maalsaetninger, poster, aftale.aar, status))
        mangler += _mangler_maal(organ, maalsaetninger)
        mangler += _mangler_status(organ, poster, aar, status)
    return {
        "skema": SKEMA,
        "udgave": udgave,
        "rapporttype": {"slug": rapporttype.slug, "titel": rapporttype.navn},
        "aar": aar,
        "pr_dato": dag.isoformat(),
        "aftale": _aftale(aftale),
        "kapitler": [asdict(kapitel) for kapitel in kapitler],
        "mangler": [asdict(mangel) for mangel in mangler],
        "eksempel": any(linje["eksempel"] for kapitel in kapitler for linje in kapitel.status),
    }


def _aftale(aftale: Aftale) -> dict[str, Any]:
    parter = [part.organisation for part in aftale.parter.select_related("organisation")]
    version = aftale.versioner.godkendte().first()
    return {
        "titel": aftale.titel,
        "region": aftale.region.navn,
        "fra": aftale.gyldig_fra.isoformat(),
        "til": aftale.gyldig_til.isoformat() if aftale.gyldig_til else None,
        "periode": aftale.periode,
        "vision": aftale.vision,
        "version": str(version.nummer) if version else "",
        "journalnummer": version.journalnummer if version else "",
        "aar": aftale.aar,
        "parter": [
            part.navn for part in sorted(parter, key=lambda part: (part != aftale.region, sorteringsnoegle(part.navn)))
        ],
    }


def _organer(aftale: Aftale) -> list[Organ]:
    """The public bodies that answer for a target or develop an initiative of the agreement."""
    ansvarlige = Maalsaetning.objects.filter(aftale=aftale).values("organ")
    udviklere = Portefoeljepost.objects.filter(indsats__aftale=aftale, rolle=Portefoeljepost.Rolle.UDVIKLER).values(
        "organ"
    )
    offentlige = Organ.objects.filter(offentlig=True)
    organer = offentlige.filter(pk__in=ansvarlige) | offentlige.filter(pk__in=udviklere)
    return sorted(organer.select_related("type"), key=lambda organ: (organ.type.niveau_id, organ.sortering))


def _poster(aftale: Aftale, organ: Organ) -> list[Portefoeljepost]:
    poster = Portefoeljepost.objects.filter(
        indsats__aftale=aftale, organ=organ, rolle=Portefoeljepost.Rolle.UDVIKLER
    ).select_related("indsats")
    return sorted(
        poster.prefetch_related("traek"),
        key=lambda post: (post.indsats.slags != Indsats.Slags.NY, post.raekkefoelge, post.pk),
    )


def _maalsaetninger(aftale: Aftale, organ: Organ, aar: int) -> list[Maallinje]:
    maalsaetninger = Maalsaetning.objects.filter(aftale=aftale, organ=organ).prefetch_related("maaltal__maalinger")
    return [
        Maallinje(
            tekst=maalsaetning.tekst,
            maaltal=[maalopgoerelse(maaltal, aar) for maaltal in maalsaetning.maaltal.all()],
        )
        for maalsaetning in maalsaetninger.order_by("raekkefoelge", "pk")
    ]


def _kapitel(
    organ: Organ, maalsaetninger: list[Maallinje], poster: list[Portefoeljepost], aar: list[int], status: Statusopslag
) -> Kapitel:
    return Kapitel(
        organ=organ.navn,
        ansvarlig=f"sekretæren for {organ.navn}",
        maalsaetninger=maalsaetninger,
        matrix=[
            Matrixraekke(
                titel=post.indsats.titel,
                slags="Ny" if post.indsats.slags == Indsats.Slags.NY else "Eksisterende",
                er_ny=post.indsats.slags == Indsats.Slags.NY,
                aar={str(et_aar): et_aar in _traek(post) for et_aar in aar},
            )
            for post in poster
        ],
        status=[asdict(linje) for post in poster for linje in status.get((organ.pk, post.indsats_id), [])],
    )


def _traek(post: Portefoeljepost) -> set[int]:
    return {traek.aar for traek in post.traek.all() if traek.planlagt}


def _mangler_maal(organ: Organ, maalsaetninger: Sequence[Maallinje]) -> list[Mangel]:
    saetninger = {
        "ikke_fastsat": "Målet er ikke fastsat",
        "ingen_data": "Målingen mangler",
        "ingen_ny_maaling": "Ny måling mangler",
    }
    return [
        Mangel(hvad=f"{saetninger[maaltal.tilstand]}: {maaltal.fuld_betegnelse}", ansvarlig=organ.navn)
        for maalsaetning in maalsaetninger
        for maaltal in maalsaetning.maaltal
        if maaltal.tilstand in saetninger
    ]


def _mangler_status(organ: Organ, poster: Sequence[Portefoeljepost], aar: int, status: Statusopslag) -> list[Mangel]:
    i_aar = [post for post in poster if aar in _traek(post)]
    uden = [post.indsats.titel for post in i_aar if (organ.pk, post.indsats_id) not in status]
    if not uden:
        return []
    antal = f"{len(uden)} af {len(i_aar)} indsatser med ressourcetræk i {aar}"
    return [Mangel(hvad=f"Godkendt status mangler for {antal}: {'; '.join(uden)}", ansvarlig=organ.navn)]
