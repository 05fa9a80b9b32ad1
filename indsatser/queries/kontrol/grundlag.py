"""What is controlled: some agreements on a day, and which bodies carry them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import F

from indsatser.models import Maalsaetning, Portefoeljepost
from organisering.models import Aftale, Organ


@dataclass(frozen=True)
class Grundlag:
    aftaler: Sequence[Aftale]
    dag: date

    @cached_property
    def organer(self) -> Mapping[int, set[int]]:
        """The agreements of each body that has rows or målsætninger, is anchor or receiver, or mirrors one.

        Three queries, once.
        """
        hos: dict[int, set[int]] = defaultdict(set)
        for aftale in self.aftaler:
            for organ in (aftale.forankret_i_id, aftale.modtager_id):
                if organ is not None:
                    hos[organ].add(aftale.pk)
        poster = Portefoeljepost.objects.filter(indsats__aftale__in=self.aftaler).order_by()
        maal = Maalsaetning.objects.filter(aftale__in=self.aftaler).order_by()
        for par in (
            poster.values_list("organ", "indsats__aftale").distinct(),
            maal.values_list("organ", "aftale").distinct(),
        ):
            for organ_id, aftale_id in par:
                hos[organ_id].add(aftale_id)
        spejlende = Organ.objects.filter(spejler__in=list(hos)).order_by().values_list("pk", F("spejler_id"))
        for organ_id, spejlet in list(spejlende):
            hos[organ_id] |= hos[spejlet]
        return hos
