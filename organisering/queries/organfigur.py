"""The ladder of bodies as a picture: boxes, bands and lines with their coordinates; a template only writes them out.

Every number is a whole unit of the picture's own view box. Nothing here asks the database.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from organisering.models import Organ
from organisering.queries.figurlinjer import SPEJLER, Bundt, Gitter, Kanal, Stykke, stykker, traek_linjer
from organisering.queries.figurplads import Niveauplads, Opstilling, stil_op
from organisering.queries.figurtekst import bredde, ombryd
from organisering.queries.organstige import Organstige, Trin
from sundhedsaftale.faelles.dansk import dato

SKRIFT = 13
LINJEHOEJDE = 17
KASSE = 188
MELLEM = 24
_MARGEN = 132
_POLSTRING = 10
_MINDST = 48
_SPECIALE = 16
_TOP = 44
_BUND = 40
_LUFT = 6
_KANAL = 14
_SPOR = 9
_TEGN = 76


@dataclass(frozen=True, slots=True)
class Tekstlinje:
    """One line of text with the y of its baseline."""

    tekst: str
    y: int


@dataclass(frozen=True, slots=True)
class Kasse:
    """A body; `speciale` is said where bodies of its kind are split by it, and `er_faelles` where one joins them."""

    organ: Organ
    x: int
    y: int
    hoejde: int
    tekst: list[Tekstlinje]
    speciale: Tekstlinje | None
    bredde: int = KASSE

    @property
    def midte(self) -> int:
        return self.x + self.bredde // 2

    @property
    def er_faelles(self) -> bool:
        return self.speciale is not None and self.organ.speciale == Organ.Speciale.BEGGE


@dataclass(frozen=True, slots=True)
class Baand:
    """The strip of one level, with its name in the margin."""

    y: int
    hoejde: int
    tekst: list[Tekstlinje]


@dataclass(frozen=True, slots=True)
class Linje:
    """All references of one kind to one body."""

    er_spejling: bool
    stykker: list[Stykke]

    @property
    def sti(self) -> str:
        """The pieces as SVG path data."""
        return "".join(f"M{x1} {y1}L{x2} {y2}" for x1, y1, x2, y2 in self.stykker)


@dataclass(frozen=True, slots=True)
class Tegn:
    """An entry of the legend; its sign is drawn at `x` and its words stand beside it."""

    slags: str
    tekst: str
    x: int


@dataclass(frozen=True, slots=True)
class Figur:
    """The whole picture, `bredde` by `hoejde`; the legend explains only the signs that are in it."""

    overskrift: str
    beskrivelse: str
    bredde: int
    hoejde: int
    baand: list[Baand]
    kasser: list[Kasse]
    linjer: list[Linje]
    forklaring: list[Tegn]


def tegn_organfigur(stige: Organstige) -> Figur:
    """Lay out a region's ladder: a band for each level, at most five bodies side by side."""
    trin, opstilling = stige.trin, stil_op(stige.trin)
    gitter = Gitter(_MARGEN, KASSE, MELLEM, opstilling.kolonner)
    bundter = traek_linjer(trin, opstilling, gitter)
    delte = {et.organ.type_id for et in trin if et.organ.speciale != Organ.Speciale.BEGGE}
    tekster = {et.organ.pk: _kassetekst(et.organ) for et in trin}
    hoejder = [_MINDST] * opstilling.linjer
    for et in trin:
        linje = opstilling.pladser[et.organ.pk].linje
        maerke = _SPECIALE if et.organ.type_id in delte else 0
        hoejder[linje] = max(hoejder[linje], len(tekster[et.organ.pk]) * LINJEHOEJDE + maerke + 2 * _POLSTRING)
    kanaler, kanter = _hoejder(hoejder, opstilling, bundter)
    kasser = [
        _kasse(et.organ, tekster[et.organ.pk], gitter.kolonne(plads.kolonne), kanter[plads.linje], delte)
        for et in trin
        for plads in [opstilling.pladser[et.organ.pk]]
    ]
    linjer = [Linje(bundt.slags == SPEJLER, stykker(bundt, kanaler, kanter)) for bundt in bundter]
    return Figur(
        overskrift=f"Organer i {stige.region.navn} den {dato(stige.dag)}",
        beskrivelse=_beskrivelse(trin, opstilling),
        bredde=gitter.kolonne(opstilling.kolonner),
        hoejde=kanaler[opstilling.linjer][-1] + _BUND,
        baand=[
            Baand(
                y,
                kanaler[plads.til][0] - _KANAL - y,
                _midtstillet(_margentekst(plads), y, kanaler[plads.til][0] - _KANAL),
            )
            for plads in opstilling.niveauer
            for y in [kanaler[plads.fra][0] - _KANAL]
        ],
        kasser=kasser,
        linjer=linjer,
        forklaring=_forklaring(kasser, linjer),
    )


def _hoejder(
    kassehoejder: Sequence[int], opstilling: Opstilling, bundter: Sequence[Bundt]
) -> tuple[dict[Kanal, list[int]], dict[int, tuple[int, int]]]:
    """The y of each channel's lanes, at least one, and the top and bottom of each line of boxes."""
    sidste = {plads.til - 1 for plads in opstilling.niveauer}
    kanaler: dict[Kanal, list[int]] = {}
    kanter: dict[int, tuple[int, int]] = {}
    y = _TOP
    for linje in range(opstilling.linjer + 1):
        spor = max((bundt.spor.get(linje, 0) for bundt in bundter), default=0) + 1
        kanaler[linje] = [y + _KANAL + nummer * _SPOR for nummer in range(spor)]
        if linje < opstilling.linjer:
            top = kanaler[linje][-1] + _KANAL
            kanter[linje] = top, top + kassehoejder[linje]
            y = kanter[linje][1] + (_LUFT if linje in sidste else 0)
    return kanaler, kanter


def _kassetekst(organ: Organ) -> list[str]:
    return ombryd(organ.kaldes, plads=KASSE - 2 * _POLSTRING, stoerrelse=SKRIFT, hoejst=4)


def _kasse(organ: Organ, tekst: list[str], x: int, kanter: tuple[int, int], delte: set[int]) -> Kasse:
    top, bund = kanter
    if organ.type_id not in delte:
        return Kasse(organ, x, top, bund - top, _midtstillet(tekst, top, bund), None)
    linjer = _midtstillet(tekst, top, bund - _SPECIALE)
    return Kasse(organ, x, top, bund - top, linjer, Tekstlinje(organ.get_speciale_display(), linjer[-1].y + _SPECIALE))


def _margentekst(plads: Niveauplads) -> list[str]:
    return ombryd(plads.niveau.navn, plads=_MARGEN - 2 * _POLSTRING, stoerrelse=SKRIFT, hoejst=4)


def _midtstillet(tekst: list[str], top: int, bund: int) -> list[Tekstlinje]:
    foerste = (top + bund - len(tekst) * LINJEHOEJDE) // 2 + SKRIFT
    return [Tekstlinje(linje, foerste + nummer * LINJEHOEJDE) for nummer, linje in enumerate(tekst)]


def _beskrivelse(trin: Sequence[Trin], opstilling: Opstilling) -> str:
    """What the picture shows, for those who do not see it: the bodies of each level by name."""
    saetninger = []
    for plads in opstilling.niveauer:
        navne = [et.organ.navn for et in trin if et.organ.type.niveau == plads.niveau]
        saetninger.append(f"{plads.niveau.navn}: {'; '.join(navne)}.")
    return " ".join(saetninger)


def _forklaring(kasser: Sequence[Kasse], linjer: Sequence[Linje]) -> list[Tegn]:
    """The legend from left to right."""
    muligheder = {
        "refererer": ("Refererer til", any(not linje.er_spejling for linje in linjer)),
        "spejler": ("Spejler", any(linje.er_spejling for linje in linjer)),
        "faelles": ("Fælles organ", any(kasse.er_faelles for kasse in kasser)),
        "ubekraeftet": ("Ikke bekræftet af en kilde", any(not kasse.organ.verificeret for kasse in kasser)),
    }
    tegn: list[Tegn] = []
    x = _MARGEN + MELLEM
    for slags, (tekst, findes) in muligheder.items():
        if findes:
            tegn.append(Tegn(slags, tekst, x))
            x += _TEGN + int(bredde(tekst, SKRIFT))
    return tegn
