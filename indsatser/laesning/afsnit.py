"""The document in order: headings, titles and heads tell what the rows after them belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from indsatser.laesning.dele import Tekstlinje
from indsatser.laesning.elementer import Element, Linje, Raekke
from indsatser.laesning.hoved import Hoved, find_hoved
from indsatser.laesning.ord import aarslabel, er_del_af_aar, er_maerke, er_moebel, kolonnerolle, slags_i
from indsatser.laesning.organer import er_organnavn, organ_i_overskrift, organ_uden_gruppeord
from organisering.laesning.inventar import er_inventar

_TITELFELTER_HOEJST = 3


@dataclass(frozen=True, slots=True)
class Stedsat:
    """A row, and what stood over it."""

    raekke: Raekke
    organ: str
    slags: str


@dataclass
class Tabelafsnit:
    """The rows under one head; `fortsat` when the head was only the former one over again."""

    hoved: Hoved
    fortsat: bool
    raekker: list[Stedsat] = field(default_factory=list)


@dataclass
class _Sammenhaeng:
    """What was said last: by headings (`over`), by the table's own title (`titel`), inside it (`i_tabel`)."""

    organ_over: str = ""
    slags_over: str = ""
    organ_titel: str = ""
    slags_titel: str = ""
    sidste_linje: Linje | None = None

    def organ(self, hoved: Hoved) -> str:
        return hoved.organ or self.organ_titel or self.organ_over

    def slags(self, hoved: Hoved) -> str:
        return hoved.slags or self.slags_titel or self.slags_over or "ny"


class Inddeling:
    """Reads the elements once; `afsnit` are the tables that were understood, `rest` what was not, `linjer` the text."""

    def __init__(self, elementer: Iterable[Element]) -> None:
        self.afsnit: list[Tabelafsnit] = []
        self.rest: list[Tekstlinje] = []
        self.linjer: list[Linje] = []
        self._her = _Sammenhaeng()
        self._over: list[Raekke] = []
        self._tabel: int | None = None
        self._hoved: Hoved | None = None
        self._hovedraekke: Raekke | None = None  # a head without years, as long as no row has followed
        for element in elementer:
            if isinstance(element, Linje):
                self._linje(element)
            else:
                self._raekke(element)
        self._opgiv()

    def _linje(self, linje: Linje) -> None:
        if er_inventar(linje.tekst):
            return
        self._opgiv()
        self.linjer.append(linje)
        organ = "" if linje.punkt else organ_i_overskrift(linje.tekst)
        slags = slags_i(linje.tekst) if len(linje.tekst) <= 80 else ""
        forstaaet = True
        if organ:
            self._her = _Sammenhaeng(organ_over=organ, slags_over=slags)
        elif slags and (linje.overskrift or len(linje.tekst.split()) <= 4):
            self._her.slags_over, self._her.slags_titel = slags, ""
        else:
            forstaaet = False
        self._her.sidste_linje = None if forstaaet or linje.punkt else linje
        if self.afsnit and not forstaaet:
            self.rest.append(Tekstlinje(linje.nr, linje.tekst))

    def _raekke(self, raekke: Raekke) -> None:
        if raekke.tabel != self._tabel:
            self._opgiv()
            self._tabel = raekke.tabel
            self._naermeste_overskrift()
        if not any(raekke.tekster):
            return
        over = [*self._over, self._hovedraekke] if self._hovedraekke is not None else self._over
        hoved = find_hoved(raekke, over, self._hoved if self._i_samme_tabel(raekke) else None)
        if hoved is not None:
            if hoved.aar and self._hovedraekke is not None:
                self.afsnit.pop()  # the head had two rows
            self._nyt_hoved(hoved, raekke)
        elif self._er_titel(raekke):
            self._titel(raekke)
        elif self._hoved is None or not self._passer(raekke):
            self._over.append(raekke)
        elif not _er_hovedets_anden_linje(raekke):
            self._hovedraekke = None
            self.afsnit[-1].raekker.append(Stedsat(raekke, self._her.organ(self._hoved), self._her.slags(self._hoved)))

    def _i_samme_tabel(self, raekke: Raekke) -> bool:
        return bool(
            self.afsnit and self.afsnit[-1].raekker and self.afsnit[-1].raekker[-1].raekke.tabel == raekke.tabel
        )

    def _naermeste_overskrift(self) -> None:
        """A short line right above a table names its body, when it names nothing else."""
        linje = self._her.sidste_linje
        if linje is not None and (organ := organ_uden_gruppeord(linje.tekst)):
            self._her = _Sammenhaeng(organ_over=organ)
            self.rest = [rest for rest in self.rest if rest.linje != linje.nr or rest.tekst != linje.tekst]

    def _nyt_hoved(self, hoved: Hoved, raekke: Raekke) -> None:
        for over in self._over:
            self._titel(over, kun_titel=True)
        self._over.clear()
        if hoved.slags:
            self._her.slags_titel = ""
        elif not hoved.aar and len([et for et in raekke.tekster if et and not er_moebel(et)]) == 1:
            self._her.organ_titel = ""  # a title such as "Oversigt over indsatser": the table is nobody's yet
        fortsat = self._hoved is not None and hoved.labels == self._hoved.labels
        self._hovedraekke = None if hoved.aar else raekke
        self._hoved = hoved
        self.afsnit.append(Tabelafsnit(hoved, fortsat))
        self.rest += [Tekstlinje(raekke.nr, tekst) for tekst in hoved.bemaerkninger]

    def _er_titel(self, raekke: Raekke) -> bool:
        """A row that says whose table this is, or which initiatives come now."""
        egne = [felt.tekst for felt in raekke.felter if felt.tekst and not felt.fra_siden]
        if not egne or len(egne) > _TITELFELTER_HOEJST or any(er_maerke(tekst) for tekst in egne):
            return False
        andre = [tekst for tekst in egne if not er_moebel(tekst)]
        if len(andre) < len(egne) and len(andre) <= 1:
            return True
        hel = raekke.eksakt and len(raekke.felter) > 1 and all(felt.fra_siden for felt in raekke.felter[1:])
        if len(andre) > 1:
            return False
        tekst = andre[0]
        return bool(raekke.tekster[0]) and (
            er_organnavn(tekst) or bool(_kun_slags(tekst)) or (hel and self._kendt(tekst))
        )

    def _kendt(self, tekst: str) -> bool:
        return self._hoved is None or bool(organ_i_overskrift(tekst))

    def _titel(self, raekke: Raekke, *, kun_titel: bool = False) -> None:
        """Take the body and the kind from the row; what says neither is kept as not understood."""
        tekster = [et for et in dict.fromkeys(raekke.tekster) if et and not er_moebel(et) and not aarslabel(et)]
        if tekster and not kun_titel and not any(map(slags_i, tekster)):
            # Whoever had the table before, this title is somebody's: better nobody than the wrong one.
            self._her.organ_titel = self._her.slags_titel = ""
        for tekst in tekster:
            organ = organ_i_overskrift(tekst)
            slags = slags_i(tekst)
            if not organ and not slags and not self._her.organ_titel and not kolonnerolle(tekst):
                organ = organ_uden_gruppeord(tekst)
            if organ:
                self._her.organ_titel, self._her.slags_titel = organ, slags
            elif slags:
                self._her.slags_titel = slags
            elif not kun_titel or len(tekst) > 60:
                self.rest.append(Tekstlinje(raekke.nr, tekst.replace("\n", " ")))

    def _passer(self, raekke: Raekke) -> bool:
        """Whether a row can stand under the head that was read last, also when its table begins without one."""
        if self._i_samme_tabel(raekke) or (self.afsnit and not self.afsnit[-1].raekker):
            return True
        hoved = self._hoved
        if hoved is None or not hoved.aar or abs(len(raekke.felter) - hoved.bredde) > 1:
            return False
        return all(er_maerke(raekke.tekster[nr]) is not None for nr in hoved.aar if nr < len(raekke.felter))

    def _opgiv(self) -> None:
        """A table without a head that was understood is kept as one line."""
        if self._over:
            foerste = next((tekst for tekst in self._over[0].tekster if tekst), "").replace("\n", " ")
            antal = len(self._over)
            raekker = "1 række" if antal == 1 else f"{antal} rækker"
            self.rest.append(Tekstlinje(self._over[0].nr, f"Tabel uden årskolonner, {raekker}: {foerste[:200]}"))
            self._over.clear()


def _kun_slags(tekst: str) -> str:
    return slags_i(tekst) if len(tekst.split()) <= 3 else ""


def _er_hovedets_anden_linje(raekke: Raekke) -> bool:
    """Quarters or months under the years."""
    fyldte = [felt.tekst for felt in raekke.felter if felt.tekst and not felt.fra_oven]
    return len(fyldte) > 1 and all(er_del_af_aar(tekst) for tekst in fyldte)


def punktlister(linjer: list[Linje]) -> Iterator[tuple[Linje, list[Linje]]]:
    """Each line that introduces a list, with the list."""
    indledning: Linje | None = None
    punkter: list[Linje] = []
    for linje in [*linjer, Linje(0, "")]:
        if linje.punkt:
            punkter.append(linje)
            continue
        if indledning is not None and punkter:
            yield indledning, punkter
        indledning, punkter = linje, []
