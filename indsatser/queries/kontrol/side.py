"""The control page: every finding under an agreement, those the secretariat has answered apart."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from indsatser.models import Kontrolsvar
from indsatser.queries.kontrol.aftaler import REVISION, UDLOEBET, laes_dokumentfund, laes_udloebne
from indsatser.queries.kontrol.beslutninger import UDEN_VIRKNING, laes_beslutningsfund
from indsatser.queries.kontrol.fund import Fund, Fundslags
from indsatser.queries.kontrol.grundlag import Grundlag
from indsatser.queries.kontrol.indsatser import (
    MILEPAEL,
    UDEN_AAR,
    UDEN_ORGAN,
    UDEN_TOVHOLDER,
    UDENFOR,
    laes_indsatsfund,
    laes_milepaelsfund,
    laes_udenfor,
)
from indsatser.queries.kontrol.maal import UDEN_DATA, UDEN_TAL, laes_maalfund
from indsatser.queries.kontrol.organer import (
    BEMANDING,
    UDEN_PORTEFOELJE,
    laes_bemandingsfund,
    laes_grupper_uden_portefoelje,
)
from indsatser.queries.kontrol.puljer import ANDET_AAR, GAAR_IKKE_OP, laes_puljefund
from indsatser.queries.kontrol.tvillinger import TVILLING, laes_tvillinger
from organisering.models import Aftale
from sundhedsaftale.faelles.historik import hvem

SLAGS: tuple[Fundslags, ...] = (
    UDLOEBET,
    UDEN_VIRKNING,
    UDENFOR,
    GAAR_IKKE_OP,
    ANDET_AAR,
    UDEN_TAL,
    UDEN_DATA,
    UDEN_ORGAN,
    UDEN_AAR,
    UDEN_TOVHOLDER,
    MILEPAEL,
    TVILLING,
    BEMANDING,
    UDEN_PORTEFOELJE,
    REVISION,
)
FAMILIER: tuple[Callable[[Grundlag], Iterable[Fund]], ...] = (
    laes_udloebne,
    laes_dokumentfund,
    laes_beslutningsfund,
    laes_udenfor,
    laes_puljefund,
    laes_maalfund,
    laes_indsatsfund,
    laes_milepaelsfund,
    laes_tvillinger,
    laes_bemandingsfund,
    laes_grupper_uden_portefoelje,
)
VISES, VISES_ALENE = 10, 500


@dataclass(frozen=True, slots=True)
class Besvaret:
    """A finding that somebody has seen, and why it stands."""

    fund: Fund
    svar: Kontrolsvar
    hvem: str
    hvornaar: datetime


@dataclass(frozen=True, slots=True)
class Fundgruppe:
    """The findings of one kind; of the open ones the first are shown, `antal` says how many there are."""

    slags: Fundslags
    antal: int
    aabne: tuple[Fund, ...]
    besvarede: tuple[Besvaret, ...]


@dataclass(frozen=True, slots=True)
class Kontrolside:
    """`antal` is the number of open findings of each kind that has any, whatever is shown."""

    grupper: tuple[Fundgruppe, ...]
    antal: Mapping[Fundslags, int]

    @property
    def i_alt(self) -> int:
        return sum(self.antal.values())


def laes_fund(aftaler: Sequence[Aftale], *, dag: date) -> list[Fund]:
    """Everything found under the agreements on a day; the number of queries does not grow with them."""
    grundlag = Grundlag(aftaler, dag)
    return [fund for familie in FAMILIER for fund in familie(grundlag)] if aftaler else []


def laes_kontrol(aftale: Aftale, *, dag: date, kun: Fundslags | None = None) -> Kontrolside:
    """The page, or the findings of one kind alone. An answer to a finding that has gone is not shown."""
    svar = {et.noegle: et for et in Kontrolsvar.objects.filter(aftale=aftale)}
    historik = _givne(svar.values())
    aabne: dict[Fundslags, list[Fund]] = defaultdict(list)
    besvarede: dict[Fundslags, list[Besvaret]] = defaultdict(list)
    for fund in laes_fund([aftale], dag=dag):
        if (givet := svar.get(fund.noegle)) is None:
            aabne[fund.slags].append(fund)
        else:
            besvarede[fund.slags].append(Besvaret(fund, givet, *historik[givet.pk]))
    vises = VISES if kun is None else VISES_ALENE
    return Kontrolside(
        grupper=tuple(
            Fundgruppe(slags, len(aabne[slags]), tuple(aabne[slags][:vises]), tuple(besvarede[slags][:VISES_ALENE]))
            for slags in (SLAGS if kun is None else (kun,))
            if aabne[slags] or besvarede[slags]
        ),
        antal={slags: len(aabne[slags]) for slags in SLAGS if aabne[slags]},
    )


def laes_antal(aftaler: Sequence[Aftale], *, dag: date) -> Mapping[int, int]:
    """How many open findings each agreement has, by its key; those without any are left out."""
    svar = set(Kontrolsvar.objects.filter(aftale__in=aftaler).values_list("aftale", "noegle"))
    return Counter(fund.aftale_id for fund in laes_fund(aftaler, dag=dag) if (fund.aftale_id, fund.noegle) not in svar)


def _givne(svar: Iterable[Kontrolsvar]) -> Mapping[int, tuple[str, datetime]]:
    """Who gave each answer and when, from the first line of its history."""
    noegler = [et.pk for et in svar]
    if not noegler:
        return {}
    raekker = Kontrolsvar.historik.filter(id__in=noegler, history_type="+").select_related("history_user__person")
    return {raekke.id: (hvem(raekke.history_user), raekke.history_date) for raekke in raekker}
