"""What the page of one pool tells: its lines by kind with their sums, and what each reader may see behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from indsatser.models import Disponering, Pulje
from indsatser.queries.beslutning import Beslutningslinje, laes_henvisninger, laes_puljens_beslutninger
from indsatser.queries.celle import Henvisning
from indsatser.queries.pulje import Puljeopgoerelse, daekker, opgoer, periode, taeller
from organisering.models import Besoegende, Bilag
from organisering.queries.laesbarhed import bilag_kan_laeses

_NAVNE = {
    Disponering.Slags.IGANGVAERENDE.value: "Igangværende",
    Disponering.Slags.BEVILGET.value: "Bevilget",
    Disponering.Slags.RESERVERET.value: "Reserveret",
}


@dataclass(frozen=True, slots=True)
class Puljelinje:
    """`andet_aar` when the line's own years do not cover the pool's; `ansoegning` when the reader may fetch it."""

    linje: Disponering
    periode: str
    andet_aar: bool
    taeller: bool
    henvisning: Henvisning | None
    ansoegning: Bilag | None


@dataclass(frozen=True, slots=True)
class Linjegruppe:
    navn: str
    sum: Decimal
    linjer: tuple[Puljelinje, ...]


@dataclass(frozen=True, slots=True)
class Puljeside:
    opgoerelse: Puljeopgoerelse
    grupper: tuple[Linjegruppe, ...]
    andre_aar: tuple[Puljelinje, ...]
    henvisning: Henvisning | None
    beslutninger: tuple[Beslutningslinje, ...]

    @property
    def linjer(self) -> list[Puljelinje]:
        return [linje for gruppe in self.grupper for linje in gruppe.linjer]


def laes_puljeside(pulje: Pulje, *, bruger: Besoegende) -> Puljeside:
    """Read the lines, the decisions they cite and the papers that the reader may fetch, and the items about it."""
    linjer = list(pulje.disponeringer.select_related("indsats"))
    besluttede = {linje.besluttet_i_id for linje in linjer} | {pulje.besluttet_i_id}
    henvisninger = laes_henvisninger((punkt for punkt in besluttede if punkt is not None), bruger)
    bilag = _laeselige_bilag(linjer, bruger)
    opgoerelse = opgoer(pulje, linjer)
    grupper = tuple(
        Linjegruppe(
            navn,
            opgoerelse.sum_pr_slags[slags],
            tuple(_linje(et, pulje, henvisninger, bilag) for et in linjer if et.slags == slags),
        )
        for slags, navn in _NAVNE.items()
    )
    return Puljeside(
        opgoerelse=opgoerelse,
        grupper=grupper,
        andre_aar=tuple(et for gruppe in grupper for et in gruppe.linjer if et.andet_aar and et.taeller),
        henvisning=henvisninger.get(pulje.besluttet_i_id or 0),
        beslutninger=tuple(laes_puljens_beslutninger(pulje, bruger=bruger)),
    )


def loeber_videre(linje: Disponering, aar: int) -> bool:
    """Whether a decided line runs on into a later year: its years cover it, or it is a grant without a last year."""
    if linje.tilstand != Disponering.Tilstand.BESLUTTET or not daekker(linje, aar):
        return False
    return linje.til_aar is not None or linje.bevilling == Disponering.Bevilling.DRIFT


def _laeselige_bilag(linjer: list[Disponering], bruger: Besoegende) -> Mapping[int, Bilag]:
    noegler = {linje.ansoegning_id for linje in linjer if linje.ansoegning_id is not None}
    if not noegler:
        return {}
    return Bilag.objects.filter(bilag_kan_laeses(bruger), pk__in=noegler).in_bulk()


def _linje(
    linje: Disponering, pulje: Pulje, henvisninger: Mapping[int, Henvisning], bilag: Mapping[int, Bilag]
) -> Puljelinje:
    return Puljelinje(
        linje=linje,
        periode=periode(linje, pulje.aar),
        andet_aar=not daekker(linje, pulje.aar),
        taeller=taeller(linje),
        henvisning=henvisninger.get(linje.besluttet_i_id or 0),
        ansoegning=bilag.get(linje.ansoegning_id or 0),
    )
