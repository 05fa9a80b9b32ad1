"""From the elements of a document to its rows."""

import re

from indsatser.laesning.afsnit import Inddeling, Stedsat, Tabelafsnit, punktlister
from indsatser.laesning.celle import indsatser_i, maalsaetninger_i
from indsatser.laesning.dele import IntenPortefoelje, LaestPortefoelje, LaestRaekke, Tekstlinje
from indsatser.laesning.elementer import Element, Felt
from indsatser.laesning.hoved import Hoved
from indsatser.laesning.opstilling import Opstillet, opstil
from indsatser.laesning.ord import (
    AARLISTE,
    FRA,
    INDSATS,
    MAAL,
    ORGAN,
    SLAGS,
    TIL,
    aar_i_tekst,
    er_maerke,
    slags_i_felt,
)
from indsatser.laesning.samling import saml_brudte_raekker

RAEKKER_HOEJST = 10_000
_INGEN = (
    "Der er ingen porteføljetabel i teksten: en tabel med en kolonne for indsatserne og en for hvert år. "
    "Kopiér tabellen direkte fra Word eller Excel, så felterne følger med."
)
_INGEN_MAERKER = "Tabellen har ingen mærker. Er årene vist med farve, kan de ikke læses."
_FOR_MANGE = "Dokumentet har flere end 10.000 rækker. Del det i flere."
_IKKE_PLACERET = re.compile(r"(?:placer|fordel)(?:es|et|e)?\b.*:$|\bikke\s+(?:endnu\s+)?placere", re.IGNORECASE)
_TOM = Felt("")


def laes_elementer(elementer: list[Element]) -> LaestPortefoelje:
    """Raises IntenPortefoelje when there is no table of initiatives."""
    inddeling = Inddeling(saml_brudte_raekker(elementer))
    laesning = _Laesning(inddeling.rest)
    for afsnit in inddeling.afsnit:
        laesning.laes(afsnit)
    if not laesning.raekker:
        raise IntenPortefoelje(_INGEN)
    ikke_placerede = [
        Tekstlinje(punkt.nr, punkt.tekst)
        for indledning, punkter in punktlister(inddeling.linjer)
        if _IKKE_PLACERET.search(indledning.tekst)
        for punkt in punkter
    ]
    return LaestPortefoelje(
        aar=tuple(sorted(laesning.aar)),
        raekker=tuple(laesning.raekker),
        ikke_placerede=tuple(ikke_placerede),
        ikke_forstaaet=tuple(
            sorted((linje for linje in laesning.rest if linje not in ikke_placerede), key=lambda linje: linje.linje)
        ),
    )


class _Laesning:
    def __init__(self, rest: list[Tekstlinje]) -> None:
        self.raekker: list[LaestRaekke] = []
        self.aar: set[int] = set()
        self.rest = list(rest)
        self._maal: tuple[str, ...] = ()

    def laes(self, afsnit: Tabelafsnit) -> None:
        hoved = afsnit.hoved
        self.aar |= set(hoved.kolonner)
        foer: tuple[str, str] | None = None
        opstillede = opstil([stedsat.raekke for stedsat in afsnit.raekker], hoved)
        self._meld_kolonner(hoved, opstillede)
        organ_i_felt = ""
        for stedsat, opstillet in zip(afsnit.raekker, opstillede, strict=True):
            organ_i_felt = _tekst(opstillet, hoved, ORGAN).replace("\n", " ") or organ_i_felt
            organ = organ_i_felt or stedsat.organ
            slags = slags_i_felt(_tekst(opstillet, hoved, SLAGS)) or stedsat.slags
            if (organ, slags) != foer and not (foer is None and afsnit.fortsat):
                self._maal = ()
            foer = (organ, slags)
            self._laes_raekke(stedsat, opstillet, hoved, organ, slags)

    def _laes_raekke(self, stedsat: Stedsat, opstillet: Opstillet, hoved: Hoved, organ: str, slags: str) -> None:
        nr = stedsat.raekke.nr
        aar, kolonner = self._aar_i(opstillet, hoved, nr)
        egne = maalsaetninger_i(_tekst(opstillet, hoved, MAAL))
        indsatsfelt = _felt(opstillet, hoved, INDSATS)
        titler = () if indsatsfelt.fra_siden else indsatser_i(indsatsfelt.tekst)
        self._maal = egne or self._maal
        self.rest += [Tekstlinje(nr, tekst.replace("\n", " ")) for tekst in opstillet.oevrige]
        if opstillet.usikker and aar:
            self.rest.append(Tekstlinje(nr, f"Se efter, at årene er rigtige. {_antal_felter(opstillet, hoved)}"))
        if titler and indsatsfelt.fra_oven and self.raekker and self.raekker[-1].indsats == titler[-1]:
            self._laeg_til_forrige(egne, aar)
        elif titler:
            self._tilfoej(nr, organ, slags, self._maal if MAAL in hoved.roller.values() else (), titler, aar, kolonner)
        elif egne:
            self._tilfoej(nr, organ, slags, egne, ("",), aar, kolonner)
        elif aar:
            self.rest.append(Tekstlinje(nr, f"Mærker uden en indsats: {', '.join(map(str, aar))}"))

    def _tilfoej(
        self,
        nr: int,
        organ: str,
        slags: str,
        maal: tuple[str, ...],
        titler: tuple[str, ...],
        aar: tuple[int, ...],
        kolonner: tuple[int, ...],
    ) -> None:
        self.raekker += [LaestRaekke(nr, organ, slags, maal, titel, aar, kolonner) for titel in titler]
        if len(self.raekker) > RAEKKER_HOEJST:
            raise IntenPortefoelje(_FOR_MANGE)

    def _laeg_til_forrige(self, maal: tuple[str, ...], aar: tuple[int, ...]) -> None:
        """The initiative's cell goes on from the row above: one initiative that serves the targets of both."""
        forrige = self.raekker[-1]
        self.raekker[-1] = LaestRaekke(
            forrige.linje,
            forrige.organ,
            forrige.slags,
            tuple(dict.fromkeys((*forrige.maalsaetninger, *maal))),
            forrige.indsats,
            tuple(sorted({*forrige.aar, *aar})),
            forrige.kolonner,
        )

    def _aar_i(self, opstillet: Opstillet, hoved: Hoved, nr: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The years with a mark, and those that the row can speak of."""
        if not hoved.aar:
            aar = self._aar_i_tekst(opstillet, hoved, nr)
            self.aar |= set(aar)
            return aar, aar
        fundne: set[int] = set()
        for kolonne, alle in hoved.aar.items():
            tekst = opstillet.felter.get(kolonne, _TOM).tekst
            maerke = er_maerke(tekst)
            if maerke is None:
                self.rest.append(Tekstlinje(nr, f"{hoved.labels.get(kolonne, alle[0])}: {tekst}".replace("\n", " ")))
            elif maerke:
                fundne |= set(alle)
        return tuple(sorted(fundne)), hoved.kolonner

    def _aar_i_tekst(self, opstillet: Opstillet, hoved: Hoved, nr: int) -> tuple[int, ...]:
        fra, til = (aar_i_tekst(_tekst(opstillet, hoved, rolle)) for rolle in (FRA, TIL))
        if fra and til and til[-1] - fra[0] <= 20:
            return tuple(range(fra[0], til[-1] + 1))
        tekst = _tekst(opstillet, hoved, AARLISTE)
        aar = fra or til or aar_i_tekst(tekst)
        if tekst and not aar:
            self.rest.append(Tekstlinje(nr, tekst.replace("\n", " ")))
        return aar

    def _meld_kolonner(self, hoved: Hoved, opstillede: list[Opstillet]) -> None:
        """A column that is not understood is told once, with how much stands in it."""
        for kolonne in range(hoved.bredde):
            if kolonne in hoved.aar or hoved.roller.get(kolonne):
                continue
            fyldte = [
                o.raekke.nr for o in opstillede if (felt := o.felter.get(kolonne, _TOM)).tekst and not felt.fra_siden
            ]
            if fyldte:
                navn = hoved.labels.get(kolonne, "uden navn")
                felter = "1 felt" if len(fyldte) == 1 else f"{len(fyldte)} felter"
                self.rest.append(Tekstlinje(fyldte[0], f"Kolonnen »{navn}« er ikke læst: {felter} med tekst."))
        if hoved.aar and len(opstillede) > 2 and not _har_maerker(hoved, opstillede):
            self.rest.append(Tekstlinje(opstillede[0].raekke.nr, _INGEN_MAERKER))


def _har_maerker(hoved: Hoved, opstillede: list[Opstillet]) -> bool:
    return any(er_maerke(o.felter.get(kolonne, _TOM).tekst) for o in opstillede for kolonne in hoved.aar)


def _felt(opstillet: Opstillet, hoved: Hoved, rolle: str) -> Felt:
    kolonne = hoved.kolonne(rolle)
    return _TOM if kolonne is None else opstillet.felter.get(kolonne, _TOM)


def _tekst(opstillet: Opstillet, hoved: Hoved, rolle: str) -> str:
    return _felt(opstillet, hoved, rolle).tekst


def _antal_felter(opstillet: Opstillet, hoved: Hoved) -> str:
    return f"Rækken har {len(opstillet.raekke.felter)} felter, og tabellens hoved har {hoved.bredde}."
