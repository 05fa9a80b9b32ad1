"""Everything the page of one måltal tells."""

from dataclasses import dataclass

from indsatser.models import Indsats, Maalkategori, Maaltal
from indsatser.queries.beslutning import Beslutningslinje, laes_maaltallets_beslutninger
from indsatser.queries.maalingslinje import (
    Maalingslinje,
    interne_maalinger,
    internt_udgangspunkt,
    laes_maalinger,
    laes_udgangspunkt,
)
from indsatser.queries.maalkurve import Kurve, maaltallets_kurve
from indsatser.queries.maalrevision import Revisionslinje, laes_revisioner
from indsatser.queries.maaltalslinje import Maaltalslinje, maaltalslaeser
from organisering.models import Besoegende


@dataclass(frozen=True, slots=True)
class Maaltalsside:
    """`tal` is the table beside the curve: the baseline and the measurements, oldest first."""

    linje: Maaltalslinje
    kurve: Kurve | None
    tal: tuple[Maalingslinje, ...]
    revisioner: tuple[Revisionslinje, ...]
    kategorier: tuple[Maalkategori, ...]
    indsatser: tuple[Indsats, ...]
    beslutninger: tuple[Beslutningslinje, ...]


def laes_maaltalsside(maaltal: Maaltal, *, bruger: Besoegende) -> Maaltalsside:
    aftale = maaltal.maalsaetning.aftale
    if bruger.has_perm("indsatser.laes_smaa_tal", maaltal):
        basis, maalinger = internt_udgangspunkt(maaltal), interne_maalinger(maaltal)
    else:
        basis, maalinger = laes_udgangspunkt(maaltal), laes_maalinger(maaltal)
    tal = sorted([*([basis] if basis else []), *maalinger], key=lambda linje: linje.aar or 0)
    return Maaltalsside(
        linje=maaltalslaeser(bruger, aftale)(maaltal),
        kurve=maaltallets_kurve(maaltal, basis, maalinger),
        tal=tuple(tal),
        revisioner=tuple(laes_revisioner(maaltal, bruger=bruger)),
        kategorier=tuple(maaltal.maalsaetning.kategorier.all()),
        indsatser=tuple(maaltal.maalsaetning.indsatser.order_by("titel")),
        beslutninger=tuple(laes_maaltallets_beslutninger(maaltal, bruger=bruger)),
    )
