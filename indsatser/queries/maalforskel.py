"""What differs between two moments in the målsætninger and their figures."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import attrgetter

from indsatser.models import Maaltal
from indsatser.queries.forloeb import Forloeb, Maaltalsudgave, Maaludgave
from indsatser.queries.forskel import Forskel, Forskelslinje, Forskelsslags, Laeser, gav
from indsatser.queries.maalingslinje import laes_udgangspunkt
from indsatser.queries.maaltalslinje import maaltekst
from organisering.models import Organ

_STAND = attrgetter("retning", "enhed", "maal", "maaltekst", "maalaar")
_BASIS = attrgetter("enhed", "basisvaerdi", "basisaar")


def maalforskelle(
    forloeb: Forloeb, organer: Mapping[int, Organ], egne: Collection[int], laeser: Laeser
) -> Iterator[Forskel]:
    """Those that differ in bodies that the reader sees, in the order of the bodies."""
    tal_foer, tal_efter = _efter_maal(forloeb.maaltal.foer.values()), _efter_maal(forloeb.maaltal.efter.values())
    foer, efter = forloeb.maal.foer, forloeb.maal.efter
    alle = {**foer, **efter}
    i_orden = sorted(
        (en for en in alle.values() if en.organ_id in organer and (not egne or en.organ_id in egne)),
        key=lambda en: (organer[en.organ_id].sortering, en.raekkefoelge, en.pk),
    )
    for en in i_orden:
        linjer = (
            *_egne_linjer(forloeb, foer.get(en.pk), efter.get(en.pk), organer, laeser),
            *_tallinjer(forloeb, tal_foer.get(en.pk, {}), tal_efter.get(en.pk, {}), laeser),
        )
        if linjer:
            yield Forskel(Forskelsslags.MAAL, en.tekst, str(organer[en.organ_id]), linjer)


def _egne_linjer(
    forloeb: Forloeb,
    foer: Maaludgave | None,
    efter: Maaludgave | None,
    organer: Mapping[int, Organ],
    laeser: Laeser,
) -> Iterator[Forskelslinje]:
    udgave = efter or foer
    assert udgave is not None  # noqa: S101 - the key stands at one of the moments
    spor = forloeb.maal.spor(udgave.pk)
    if foer is None or efter is None:
        ophav = laeser.ophav(spor[-1] if efter is None else spor[0])
        yield Forskelslinje("Målsætningen", "i aftalen" if foer else "", "tilføjet" if efter else "", ophav)
        return
    if foer.tekst != efter.tekst:
        yield Forskelslinje("Ordlyd", foer.tekst, efter.tekst, laeser.ophav(gav(spor, attrgetter("tekst"))))
    if foer.organ_id != efter.organ_id:
        fra, til = (str(organer[pk]) if pk in organer else "" for pk in (foer.organ_id, efter.organ_id))
        yield Forskelslinje("Ansvarligt organ", fra, til, laeser.ophav(gav(spor, attrgetter("organ_id"))))


def _tallinjer(
    forloeb: Forloeb, foer: Mapping[int, Maaltalsudgave], efter: Mapping[int, Maaltalsudgave], laeser: Laeser
) -> Iterator[Forskelslinje]:
    for pk in sorted(foer.keys() | efter.keys()):
        gammel, ny, spor = foer.get(pk), efter.get(pk), forloeb.maaltal.spor(pk)
        if gammel is None or ny is None:
            udgave = spor[-1] if ny is None else spor[0]
            navn = (ny or gammel or spor[0]).betegnelse
            yield Forskelslinje(navn, _stand(gammel), _stand(ny), laeser.ophav(udgave, udgave.revideret_i))
            continue
        if gammel.betegnelse != ny.betegnelse:
            ophav = laeser.ophav(gav(spor, attrgetter("betegnelse")))
            yield Forskelslinje("Betegnelse", gammel.betegnelse, ny.betegnelse, ophav)
        if _STAND(gammel) != _STAND(ny):
            udgave = gav(spor, _STAND)
            ophav = laeser.ophav(udgave, udgave.revideret_i)
            yield Forskelslinje(ny.betegnelse, _stand(gammel), _stand(ny), ophav)
        if _BASIS(gammel) != _BASIS(ny):
            ophav = laeser.ophav(gav(spor, _BASIS))
            yield Forskelslinje(f"{ny.betegnelse}: udgangspunkt", _basis(gammel), _basis(ny), ophav)


def _efter_maal(maaltal: Iterable[Maaltalsudgave]) -> dict[int, dict[int, Maaltalsudgave]]:
    fundne: dict[int, dict[int, Maaltalsudgave]] = defaultdict(dict)
    for et in maaltal:
        fundne[et.maalsaetning_id][et.pk] = et
    return fundne


def _stand(udgave: Maaltalsudgave | None) -> str:
    """Write a target: `højst 13 % (2023)`, or the words agreed where no figure is."""
    if udgave is None:
        return ""
    tekst = maaltekst(_som_maaltal(udgave))
    return tekst if udgave.maalaar is None else f"{tekst} ({udgave.maalaar})"


def _basis(udgave: Maaltalsudgave) -> str:
    """Write a baseline as everybody may see it."""
    basis = laes_udgangspunkt(_som_maaltal(udgave))
    return "" if basis is None else basis.med_aar


def _som_maaltal(udgave: Maaltalsudgave) -> Maaltal:
    """The target as it stood, to be read by those who write targets."""
    return Maaltal(
        retning=udgave.retning,
        enhed=udgave.enhed,
        maal=udgave.maal,
        maaltekst=udgave.maaltekst,
        basisvaerdi=udgave.basisvaerdi,
        basisaar=udgave.basisaar,
    )
