"""What an agreement holds now, as a document that is read in is held against it."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from indsatser.models import Indsats, Maalsaetning, Portefoeljepost, Ressourcetraek
from indsatser.queries.titelmatch import Titelindeks
from organisering.models import Aftale, Organ

Aarstraek = dict[int, Ressourcetraek]


@dataclass
class Laesestand:
    """Six queries, whatever the size. `traek` are the cells of each row, by year."""

    aftale: Aftale
    indsatser: dict[int, Indsats]
    maalsaetninger: dict[int, Maalsaetning]
    organer: dict[int, Organ]
    poster: dict[tuple[int, int], Portefoeljepost]
    traek: dict[int, Aarstraek]
    tjener: dict[int, set[int]] = field(default_factory=dict)

    @classmethod
    def laes(cls, aftale: Aftale) -> "Laesestand":
        """The agreement's initiatives, targets and rows, and the bodies that can have rows under it."""
        poster = Portefoeljepost.objects.filter(indsats__aftale=aftale)
        traek: defaultdict[int, Aarstraek] = defaultdict(dict)
        for celle in Ressourcetraek.objects.filter(post__indsats__aftale=aftale):
            traek[celle.post_id][celle.aar] = celle
        tjener: defaultdict[int, set[int]] = defaultdict(set)
        for indsats, maal in Indsats.maalsaetninger.through.objects.filter(indsats__aftale=aftale).values_list(
            "indsats_id", "maalsaetning_id"
        ):
            tjener[indsats].add(maal)
        return cls(
            aftale=aftale,
            indsatser=Indsats.objects.filter(aftale=aftale).in_bulk(),
            maalsaetninger=Maalsaetning.objects.filter(aftale=aftale).in_bulk(),
            organer={organ.pk: organ for organ in Organ.objects.kan_baere(aftale)},
            poster={(post.indsats_id, post.organ_id): post for post in poster},
            traek=traek,
            tjener=tjener,
        )

    @cached_property
    def titler(self) -> Titelindeks:
        return Titelindeks({pk: indsats.titel for pk, indsats in self.indsatser.items()})

    @cached_property
    def maaltekster(self) -> Titelindeks:
        return Titelindeks({pk: maal.tekst for pk, maal in self.maalsaetninger.items()})

    def aar_i(self, indsats: int, organ: Organ) -> set[int] | None:
        """The years with an X, also those a row follows; None when the initiative has no row in the body."""
        post = self.poster.get((indsats, organ.pk))
        if post is None:
            return None
        if self.foelger(post, organ):
            return self.aar_i(indsats, self.organer[organ.spejler_id]) if organ.spejler_id in self.organer else set()
        return {aar for aar, celle in self.traek.get(post.pk, {}).items() if celle.planlagt}

    def foelger(self, post: Portefoeljepost, organ: Organ) -> bool:
        """Whether the row has no cells of its own and the mirrored body has the initiative."""
        return not self.traek.get(post.pk) and (post.indsats_id, organ.spejler_id or 0) in self.poster
