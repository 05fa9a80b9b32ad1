"""From the cells of a sheet to `Arkraekke`: the headings first, then row by row, each mistake with its column."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from indsatser.domain.arklinje import Arkraekke
from indsatser.forms import arkceller
from indsatser.models import Indsats
from indsatser.queries import datakolonner as kol
from organisering.models import Aftale
from sundhedsaftale.faelles.cpr import find_cpr
from sundhedsaftale.faelles.dansk import opremset, soegenoegle
from sundhedsaftale.faelles.regneark import Celle, Raekke, Ulaeseligt, rens

_SOEG_HOVED = 30  # as far down as anybody writes before the table begins
_KRAEVEDE = (kol.INDSATS, *kol.BAGEST)
_TITEL_HOEJST = 300
_FORKERT: Any = object()
_ANDRE_NAVNE = {"titel": kol.INDSATS, "målsætning": kol.MAALSAETNINGER, "initiativ": kol.INDSATS}
_SLAGS = {**{str(k): str(v) for k, v in Indsats.Slags.choices}}
_FASER = {str(k): str(v) for k, v in Indsats.Fase.choices}
_LAES_I_AAR: Mapping[str, Callable[[Celle], Any]] = {
    "beloeb": arkceller.beloeb,
    "realiseret": arkceller.ja_nej,
    "faktisk": arkceller.beloeb,
}
_INTET_HOVED = "Arket har ikke dataarkets overskrifter: {kolonner}. Hent dataarket igen, og ret i det."


@dataclass(slots=True)
class _Hoved:
    """Where each column stands, by its heading, and the cells of the years by field and year."""

    kolonner: dict[str, int] = field(default_factory=dict)
    aar: dict[tuple[str, int], int] = field(default_factory=dict)
    ulaeste: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Laestark:
    """What was understood; `ulaeste` are headings that nothing was read under."""

    raekker: list[Arkraekke]
    ulaeste: list[str]


class Arklaeser:
    """Reads the sheets of one agreement; `maal` are its målsætninger, by their keys."""

    def __init__(self, aftale: Aftale, maal: Mapping[int, str]) -> None:
        self.aftale = aftale
        self.maal = {rens(tekst): pk for pk, tekst in maal.items()}
        self.laengste_foerst = sorted(self.maal, key=len, reverse=True)

    def laes(self, raekker: Sequence[Raekke]) -> Laestark:
        """Raises Ulaeseligt when the headings are not those of the data layout."""
        if not raekker:
            raise Ulaeseligt("Arket er tomt.")
        plads = next((n for n, (_, celler) in enumerate(raekker[:_SOEG_HOVED]) if _er_hoved(celler)), None)
        if plads is None:
            raise Ulaeseligt(_INTET_HOVED.format(kolonner=opremset(_KRAEVEDE)))
        hoved = _laes_hoved(raekker[plads][1])
        if mangler := [navn for navn in _KRAEVEDE if navn not in hoved.kolonner]:
            ord_ = "kolonnen" if len(mangler) == 1 else "kolonnerne"
            raise Ulaeseligt(f"Arket mangler {ord_} {opremset(mangler)}. Hent arket igen, og lad overskrifterne stå.")
        linjer = [self._raekke(nummer, celler, hoved) for nummer, celler in raekker[plads + 1 :]]
        if not (fundne := [linje for linje in linjer if linje is not None]):
            raise Ulaeseligt("Arket har overskrifter, men ingen rækker.")
        return Laestark(fundne, hoved.ulaeste)

    def _raekke(self, nummer: int, celler: Sequence[Celle], hoved: _Hoved) -> Arkraekke | None:
        """None when the row has nothing under any heading that is read."""
        fejl: list[str] = []
        pladser = (*hoved.kolonner.values(), *hoved.aar.values())
        if all(plads >= len(celler) or celler[plads] is None for plads in pladser):
            return None

        def laes(plads: int, navn: str, som: Callable[[Celle], Any], ellers: Any = _FORKERT) -> Any:
            try:
                return som(celler[plads] if plads < len(celler) else None)
            except ValidationError as grund:
                fejl.append(f"Kolonnen {navn} {arkceller.besked(grund)}")
                return ellers

        def felt(navn: str, som: Callable[[Celle], Any], ellers: Any) -> Any:
            return laes(hoved.kolonner[navn], navn, som, ellers) if navn in hoved.kolonner else ellers

        indsats, post = felt(kol.INDSATS_ID, arkceller.noegle, None), felt(kol.RAEKKE_ID, arkceller.noegle, None)
        # A place for an initiative that the agreement has says nothing new about the initiative itself.
        kendt_sted = post is None and indsats is not None
        felter = {
            navn: laes(hoved.kolonner[kolonne], kolonne, som)
            for navn, kolonne, som in (() if kendt_sted else self._felter(ny=post is None))
            if kolonne in hoved.kolonner
        }
        aar: dict[int, dict[str, Any]] = {}
        for (navn, et), plads in hoved.aar.items():
            overskrift = f"{kol.PR_AAR.get(navn, '')} {et}".strip()
            vaerdi = laes(plads, overskrift, _LAES_I_AAR.get(navn, arkceller.kryds))
            if et in self.aftale.aar and vaerdi is not _FORKERT:
                aar.setdefault(et, {})[navn] = vaerdi
            elif vaerdi not in (None, False, _FORKERT):
                aarene = f"{self.aftale.aar[0]}–{self.aftale.aar[-1]}"
                fejl.append(f"Kolonnen {overskrift} ligger uden for aftalens år ({aarene}).")
        return Arkraekke(
            nummer=nummer,
            post=post,
            indsats=indsats,
            post_version=felt(kol.RAEKKE_VERSION, arkceller.noegle, None),
            indsats_version=felt(kol.INDSATS_VERSION, arkceller.noegle, None),
            celleversioner=felt(kol.CELLE_VERSIONER, _versioner, {}),
            aftale=felt(kol.AFTALE, arkceller.tekst, ""),
            organ=felt(kol.ORGAN, arkceller.tekst, ""),
            felter={navn: vaerdi for navn, vaerdi in felter.items() if vaerdi is not _FORKERT},
            aar=aar,
            fejl=fejl,
        )

    def _felter(self, *, ny: bool) -> Iterator[tuple[str, str, Callable[[Celle], Any]]]:
        yield "titel", kol.INDSATS, _titel
        yield "slags", kol.SLAGS, _Valg(_SLAGS, Indsats.Slags.NY if ny else None)
        yield "fase", kol.FASE, _Valg(_FASER, Indsats.Fase.UOPLYST if ny else None)
        yield "maalsaetninger", kol.MAALSAETNINGER, self._maal

    def _maal(self, celle: Celle) -> list[int]:
        """The agreement's målsætninger that the cell names, whatever stands between them."""
        rest = arkceller.tekst(celle)
        if not rest:
            return []
        if rest in self.maal:
            return [self.maal[rest]]
        fundne: list[int] = []
        for tekst in self.laengste_foerst:
            if tekst and tekst in rest:
                fundne.append(self.maal[tekst])
                rest = rest.replace(tekst, " ", 1)
        if rest.strip(" ;,|/"):
            raise ValidationError("har en målsætning, som aftalen ikke har. Den skal stå med aftalens ord.")
        return sorted(fundne)


class _Valg:
    """A choice; an empty cell is `tomt`, and not allowed where that is None."""

    def __init__(self, navne: Mapping[str, str], tomt: str | None) -> None:
        self.navne, self.tomt = navne, tomt

    def __call__(self, celle: Celle) -> str:
        return str(self.tomt) if celle is None and self.tomt is not None else arkceller.valg(celle, self.navne)


def _titel(celle: Celle) -> str:
    titel = arkceller.tekst(celle)
    if not titel:
        raise ValidationError("er tom. Skriv indsatsens titel.")
    if len(titel) > _TITEL_HOEJST:
        raise ValidationError(f"har en titel på mere end {_TITEL_HOEJST} tegn.")
    return titel


def _versioner(celle: Celle) -> dict[int, int]:
    try:
        return kol.laes_versioner(str(celle or ""))
    except ValueError as fejl:
        raise ValidationError("skal være, som portalen har skrevet den.") from fejl


def _er_hoved(celler: Sequence[Celle]) -> bool:
    navne = {_kolonnenavn(celle) for celle in celler}
    return len(navne & set(_KRAEVEDE)) >= 3


def _kolonnenavn(celle: Celle) -> str:
    """The heading as the portal writes it, else as it stands."""
    if not isinstance(celle, str):
        return ""
    soegt = soegenoegle(celle)
    kendte = {soegenoegle(navn): navn for navn in (*kol.FORREST, *kol.BAGEST)}
    return kendte.get(soegt) or _ANDRE_NAVNE.get(soegt) or celle


def _laes_hoved(celler: Sequence[Celle]) -> _Hoved:
    hoved = _Hoved()
    for plads, celle in enumerate(celler):
        if celle is None:
            continue
        navn = _kolonnenavn(celle)
        aar = _aarsfelt(celle)
        fundet = hoved.aar if aar else hoved.kolonner
        noegle: Any = aar or navn
        if not aar and navn not in (*kol.FORREST, *kol.BAGEST):
            hoved.ulaeste.append("(et CPR-nummer)" if find_cpr(str(celle)) else str(celle)[:60])
        elif noegle in fundet:
            vist = f"{kol.PR_AAR.get(aar[0], '')} {aar[1]}".strip() if aar else navn
            raise Ulaeseligt(f"Arket har to kolonner med overskriften {vist}. Slet den ene.")
        else:
            fundet[noegle] = plads
    return hoved


def _aarsfelt(celle: Celle) -> tuple[str, int] | None:
    """The field and year of a heading such as 2019 or Beløb 2019."""
    if (aar := arkceller.aarstal(celle)) is not None:
        return ("planlagt", aar)
    foran, _, bag = str(celle).rpartition(" ")
    for navn, overskrift in kol.PR_AAR.items():
        if soegenoegle(foran) == soegenoegle(overskrift) and (aar := arkceller.aarstal(bag)) is not None:
            return (navn, aar)
    return None
