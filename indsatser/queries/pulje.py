"""What a pool's lines give, what is free and whether it closes (`docs/puljer.md`). Amounts in mio. kr."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indsatser.models import Disponering, Pulje
from indsatser.queries.beslutning import laes_henvisninger
from indsatser.queries.celle import Henvisning
from organisering.models import Aftale, Besoegende
from sundhedsaftale.faelles.dansk import HAARDT_MELLEMRUM, tal

_INTET = Decimal(0)


@dataclass(frozen=True, slots=True)
class Puljeopgoerelse:
    """The sums of one pool. `difference` is above 0 when there is too much, below 0 when something is missing."""

    pulje: Pulje
    sum_pr_slags: Mapping[str, Decimal]
    besluttet: Decimal
    fri: Decimal
    difference: Decimal
    antal: int
    andre_aar: int

    @property
    def disponeret(self) -> Decimal:
        return sum(self.sum_pr_slags.values(), _INTET)

    @property
    def i_alt(self) -> Decimal:
        return self.disponeret + self.fri

    @property
    def er_fordelt(self) -> bool:
        """Without lines there is nothing to check, unless the source says what is free."""
        return bool(self.antal) or self.pulje.fri_oplyst is not None

    @property
    def gaar_op(self) -> bool:
        return self.difference == 0

    @property
    def forskel(self) -> Decimal:
        return abs(self.difference)

    @property
    def kort_dom(self) -> str:
        """Write `0,3 mio. kr. for meget`, when it does not close."""
        rest = mio(self.forskel, omtrentligt=self.pulje.omtrentligt)
        return f"{rest} for meget" if self.difference > 0 else f"{rest} mangler"

    @property
    def andre_aar_tekst(self) -> str:
        """How many lines name another year; empty when none does."""
        match self.andre_aar:
            case 0:
                return ""
            case 1:
                return "1 linje nævner et andet år"
            case antal:
                return f"{antal} linjer nævner et andet år"

    @property
    def dom(self) -> str:
        """Whether it closes, in one sentence."""
        ca = self.pulje.omtrentligt
        puljen = f"puljen er {mio(self.pulje.beloeb, omtrentligt=ca)}"
        givet = f"{'linjerne og det frie' if self.fri else 'linjerne'} giver {mio(self.i_alt)}"
        if not self.er_fordelt:
            return f"Puljen er ikke fordelt: {puljen}, og der er ingen linjer."
        if not self.gaar_op:
            return f"Puljen går ikke op: {givet}, {puljen}, {self.kort_dom}."
        if self.fri and self.pulje.fri_oplyst is None:
            fri = mio(self.fri, omtrentligt=ca)
            return f"Puljen går op: {puljen}, linjerne giver {mio(self.disponeret)}, og resten på {fri} er fri."
        return f"Puljen går op: {givet}, lige så meget som puljen."


def mio(beloeb: Decimal, *, omtrentligt: bool = False) -> str:
    """Write `ca. 20,0 mio. kr.` with non-breaking spaces."""
    return (
        f"{'ca.' + HAARDT_MELLEMRUM if omtrentligt else ''}{mio_tal(beloeb)}{HAARDT_MELLEMRUM}mio.{HAARDT_MELLEMRUM}kr."
    )


def mio_tal(beloeb: Decimal) -> str:
    """Write `19,8` and `11,0`: one decimal at least, so that figures stand under each other."""
    tekst = tal(beloeb)
    return tekst if "," in tekst else f"{tekst},0"


def taeller(linje: Disponering) -> bool:
    """Proposed and decided lines count; what has lapsed does not."""
    return linje.tilstand != Disponering.Tilstand.BORTFALDET


def daekker(linje: Disponering, aar: int) -> bool:
    """Whether the line's own years cover the year; without years it has the pool's."""
    return (linje.fra_aar is None or linje.fra_aar <= aar) and (linje.til_aar is None or aar <= linje.til_aar)


def periode(linje: Disponering, aar: int) -> str:
    """The line's own years as text, and which of them `aar` is: `2020–2022, år 2 af 3`."""
    fra, til = linje.fra_aar, linje.til_aar
    if fra is None:
        return "" if til is None else f"til og med {til}"
    if til is None:
        return f"fra {fra}"
    if fra == til:
        return str(fra)
    nummer = f", år {aar - fra + 1} af {til - fra + 1}" if fra <= aar <= til else ""
    return f"{fra}–{til}{nummer}"


def opgoer(pulje: Pulje, linjer: Iterable[Disponering]) -> Puljeopgoerelse:
    """Add up a pool's lines."""
    talte = [linje for linje in linjer if taeller(linje)]
    summer = {slags.value: sum((et.beloeb for et in talte if et.slags == slags), _INTET) for slags in Disponering.Slags}
    rest = pulje.beloeb - sum(summer.values(), _INTET)
    fri = max(rest, _INTET) if pulje.fri_oplyst is None else pulje.fri_oplyst
    return Puljeopgoerelse(
        pulje=pulje,
        sum_pr_slags=summer,
        besluttet=sum((et.beloeb for et in talte if et.tilstand == Disponering.Tilstand.BESLUTTET), _INTET),
        fri=fri,
        difference=fri - rest,
        antal=len(talte),
        andre_aar=sum(not daekker(et, pulje.aar) for et in talte),
    )


def laes_puljer(aftale: Aftale) -> list[Puljeopgoerelse]:
    """The agreement's pools with their sums, the newest year first: two queries."""
    return opgoer_alle(Pulje.objects.filter(aftale=aftale).prefetch_related("disponeringer"))


def opgoer_alle(puljer: Iterable[Pulje]) -> list[Puljeopgoerelse]:
    """Add up pools with their prefetched lines."""
    return [opgoer(pulje, pulje.disponeringer.all()) for pulje in puljer]


@dataclass(frozen=True, slots=True)
class Midler:
    """What one line of a pool gives an initiative."""

    linje: Disponering
    beloeb: str
    periode: str
    henvisning: Henvisning | None


def laes_midler(linjer: Sequence[Disponering], bruger: Besoegende) -> list[Midler]:
    """Lines of pools the reader sees, for the page of an initiative: one query beside that of the lines."""
    henvisninger = laes_henvisninger((et.besluttet_i_id for et in linjer if et.besluttet_i_id), bruger)
    return [
        Midler(et, mio(et.beloeb), periode(et, et.pulje.aar), henvisninger.get(et.besluttet_i_id or 0)) for et in linjer
    ]
