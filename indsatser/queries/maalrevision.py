"""A måltal's revisions as lines: changed from, to, when, why and by which decision."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from indsatser.models import Maaltal
from indsatser.queries.beslutning import laes_henvisninger
from indsatser.queries.celle import Henvisning
from indsatser.queries.maalingslinje import med_enhed
from organisering.models import Besoegende


@dataclass(frozen=True, slots=True)
class Revisionslinje:
    dag: date
    foer: str
    efter: str
    begrundelse: str
    besluttet: Henvisning | None


def laes_revisioner(maaltal: Maaltal, *, bruger: Besoegende) -> list[Revisionslinje]:
    """Return the revisions, newest first; decisions are cited as far as the reader may see them."""
    revisioner = list(maaltal.revisioner.order_by("-dag", "-pk"))
    henvisninger = laes_henvisninger(
        [revision.besluttet_i_id for revision in revisioner if revision.besluttet_i_id is not None], bruger
    )
    return [
        Revisionslinje(
            dag=revision.dag,
            foer=_stand(
                maaltal, revision.foer_retning, revision.foer_maal, revision.foer_maaltekst, revision.foer_maalaar
            ),
            efter=_stand(maaltal, revision.retning, revision.maal, revision.maaltekst, revision.maalaar),
            begrundelse=revision.begrundelse,
            besluttet=henvisninger.get(revision.besluttet_i_id or 0),
        )
        for revision in revisioner
    ]


def _stand(maaltal: Maaltal, retning: str, maal: Decimal | None, maaltekst: str, maalaar: int | None) -> str:
    """`højst 13 % i 2023`, or the agreed words when no figure was settled."""
    if maal is None:
        tekst = f"ikke fastsat (”{maaltekst}”)" if maaltekst else "ikke fastsat"
    else:
        tekst = f"{Maaltal.Retning(retning).label} {med_enhed(maaltal, maal)}"
    return tekst if maalaar is None else f"{tekst} i {maalaar}"
