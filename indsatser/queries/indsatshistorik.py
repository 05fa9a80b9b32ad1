"""The life of an initiative: its own changes, places in portfolios, years and milestones, as one list of acts."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any

from indsatser.models import Indsats, Milepael, Portefoeljepost, Ressourcetraek
from organisering.models import Organ
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.historik import Aendring, Historiklinje, historik_for, hvem

_PAUSE = timedelta(seconds=1)


def laes_indsatshistorik(indsats: Indsats, *, skjulte: Collection[str] = ()) -> list[Historiklinje]:
    """Return the acts, newest first; what one person saved for one reason with no pause of a second is one act."""
    linjer = [
        *historik_for(indsats, skjulte=skjulte),
        *_historik_for_poster(indsats),
        *_historik_for_milepaele(indsats),
    ]
    linjer.sort(key=lambda linje: linje.hvornaar, reverse=True)
    akter: list[list[Historiklinje]] = []
    for linje in linjer:
        if akter and _samme_akt(linje, akter[-1][-1]):
            akter[-1].append(linje)
        else:
            akter.append([linje])
    return [_saml(akt) for akt in akter]


def _samme_akt(foer: Historiklinje, efter: Historiklinje) -> bool:
    return (foer.hvem, foer.hvorfor) == (efter.hvem, efter.hvorfor) and efter.hvornaar - foer.hvornaar < _PAUSE


def _historik_for_poster(indsats: Indsats) -> Iterable[Historiklinje]:
    """Moves between bodies and the years in each, the body named as it was."""
    poster = list(
        Portefoeljepost.historik.filter(indsats_id=indsats.pk).select_related("history_user").order_by("history_id")
    )
    traek = list(
        Ressourcetraek.historik.filter(post_id__in={post.id for post in poster})
        .select_related("history_user")
        .order_by("history_id")
    )
    navne = {organ.pk: str(organ) for organ in Organ.objects.filter(pk__in={post.organ_id for post in poster})}
    organ_foer: dict[int, str] = {}
    for post in poster:
        organ = navne[post.organ_id]
        if organ_foer.get(post.id) != organ:
            yield _linje(post, Aendring("Organ", organ_foer.get(post.id, ""), organ))
        organ_foer[post.id] = organ
    kryds_foer: dict[int, str] = {}
    for et in traek:
        kryds = "X" if et.planlagt else ""
        if kryds_foer.get(et.id, "") != kryds:
            felt = f"{et.aar} i {_organ_paa(et, poster, navne)}"
            yield _linje(et, Aendring(felt, kryds_foer.get(et.id, ""), kryds))
        kryds_foer[et.id] = kryds


def _historik_for_milepaele(indsats: Indsats) -> Iterable[Historiklinje]:
    """Milestones as they were added, changed and taken away, also those that are gone."""
    foer: dict[int, str] = {}
    raekker = Milepael.historik.filter(indsats_id=indsats.pk).select_related("history_user").order_by("history_id")
    for raekke in raekker:
        efter = "" if raekke.history_type == "-" else _milepaeltekst(raekke)
        if foer.get(raekke.id, "") != efter:
            yield _linje(raekke, Aendring("Milepæl", foer.get(raekke.id, ""), efter))
        foer[raekke.id] = efter


def _milepaeltekst(raekke: Any) -> str:
    dage = (("planlagt", raekke.planlagt), ("forventet", raekke.forventet), ("nået", raekke.naaet))
    return ", ".join([raekke.titel, *(f"{hvad} {dato(dag)}" for hvad, dag in dage if dag)])


def _organ_paa(traek: Any, poster: Iterable[Any], navne: dict[int, str]) -> str:
    """The body that the row stood in when the year was changed."""
    udgaver = [post for post in poster if post.id == traek.post_id]
    gaeldende = [post for post in udgaver if post.history_date <= traek.history_date] or udgaver[:1]
    return navne[gaeldende[-1].organ_id]


def _linje(raekke: Any, aendring: Aendring) -> Historiklinje:
    return Historiklinje(
        hvornaar=raekke.history_date,
        hvem=hvem(raekke.history_user),
        hvorfor=raekke.history_change_reason or "",
        haendelse="ændret",
        version=raekke.version,
        aendringer=(aendring,),
    )


def _saml(akt: list[Historiklinje]) -> Historiklinje:
    foerste = akt[0]
    oprettet = next((linje.haendelse for linje in akt if linje.haendelse == "oprettet"), foerste.haendelse)
    return Historiklinje(
        hvornaar=foerste.hvornaar,
        hvem=foerste.hvem,
        hvorfor=foerste.hvorfor,
        haendelse=oprettet,
        version=foerste.version,
        aendringer=(
            *((Aendring("Indsatsen", "", "oprettet"),) if oprettet == "oprettet" else ()),
            *sorted((en for linje in akt for en in linje.aendringer), key=lambda en: (en.felt[0].isdigit(), en.felt)),
        ),
    )
