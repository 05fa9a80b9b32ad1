"""Two moments of a portfolio beside each other, by the rules of `docs/sammenligning.md`."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from indsatser.queries.beslutning import laes_henvisninger
from indsatser.queries.forloeb import Forloeb, Udsnit, laes_forloeb
from indsatser.queries.forskel import Forskel, Forskelsgruppe, Forskelsslags, Laeser, Sammenligning
from indsatser.queries.indsatsforskel import Indsatsforskelle
from indsatser.queries.maalforskel import maalforskelle
from indsatser.queries.tidspunkt import Tidspunkt
from organisering.models import Aftale, Besoegende, Organ


def laes_sammenligning(
    aftale: Aftale,
    organ: Organ | None,
    organer: Sequence[Organ],
    fra: Tidspunkt,
    til: Tidspunkt,
    bruger: Besoegende,
) -> Sammenligning:
    """What differs in an agreement, or in one body under it; `organer` are the bodies that the reader sees.

    A body that mirrors another is told of both portfolios. The older moment comes first, however they were asked for.
    """
    if fra.naar > til.naar:
        fra, til = til, fra
    egne = frozenset({organ.pk, organ.spejler_id or organ.pk}) if organ else frozenset()
    forloeb = laes_forloeb(Udsnit([aftale], egne), fra.naar, til.naar)
    laeser = Laeser(
        med_historik=bruger.has_perm("indsatser.laes_historik", aftale),
        henvisninger=laes_henvisninger(_beslutninger(forloeb), bruger),
    )
    synlige = {en.pk: en for en in organer}
    forskelle = [
        *Indsatsforskelle(forloeb, synlige, egne, laeser).alle(),
        *maalforskelle(forloeb, synlige, egne, laeser),
    ]
    return Sammenligning(aftale, organ, fra, til, _grupper(forskelle))


def _beslutninger(forloeb: Forloeb) -> set[int]:
    """The keys of the items that any save in between rests on."""
    fundne = {
        *(et.besluttet_i_id for skridt in forloeb.poster.skridt.values() for et in skridt),
        *(et.besluttet_i_id for skridt in forloeb.traek.skridt.values() for et in skridt),
        *(et.revideret_i for skridt in forloeb.maaltal.skridt.values() for et in skridt),
    }
    return {punkt for punkt in fundne if punkt is not None}


def _grupper(forskelle: Iterable[Forskel]) -> tuple[Forskelsgruppe, ...]:
    efter_slags: dict[Forskelsslags, list[Forskel]] = defaultdict(list)
    for en in forskelle:
        efter_slags[en.slags].append(en)
    return tuple(Forskelsgruppe(slags, tuple(efter_slags[slags])) for slags in Forskelsslags)
