"""One item: its marks, its fields, its decision, who was absent, its attachments."""

import re
from dataclasses import dataclass, field
from datetime import date

from organisering.laesning.bilag import laes_bilag
from organisering.laesning.datoer import find_dato
from organisering.laesning.dele import FASTE_FELTER, LaestDeltager, LaestPunkt, Slags, Tekstlinje
from organisering.laesning.deltagere import laes_personer
from organisering.laesning.inddeling import Punktblok
from organisering.laesning.indstillinger import laes_indstillinger
from organisering.laesning.linjer import Linje, er_tomt_tegn, som_linje, som_tekst
from organisering.laesning.overskrifter import Overskrift, find_overskrift, noegle
from organisering.laesning.punktformer import er_aaben, laes_aabenhed, laes_slags, laes_titel
from organisering.laesning.sagsnumre import laes_sagslinje
from organisering.laesning.samling import saml

OEVRIGT = "oevrigt"
# Fields that are read further; the others are text.
_FOER_INDSTILLING = (OEVRIGT, "sagsresume", "sagsfremstilling", "oekonomi", "formaal", "lovgrundlag")
_INDSTILLER = re.compile(r"^.{2,120}\b(?:indstiller|anbefaler|indstilles)\b[^.]{0,60}?(?:,|\bat|:)$", re.IGNORECASE)
_AABENHED_BAG = re.compile(r"\s+\(?(åbent?|lukket)\)?$", re.IGNORECASE)
# "X og Y deltog ikke i behandlingen": who took no part in this item; with numbers it is about others.
_DELTOG_IKKE = re.compile(
    r"^(?P<navne>[^.!?:]{3,1000}(?:\.[^.!?:]{1,40}){0,5}?) "
    r"(?:deltog ikke i [^\d]{0,160}?(?:behandling|punkt|sag)|var fraværende)[^\d]{0,80}$",
    re.IGNORECASE,
)
_SAMMENSATTE = ("indstilling", "beslutning", "fravaerende", "bilag")


@dataclass
class Laest:
    """An item, the lines of it that were not understood, and its lists of people when it has any."""

    punkt: LaestPunkt
    ikke_forstaaet: list[Tekstlinje] = field(default_factory=list)
    deltagere: list[Linje] = field(default_factory=list)
    fravaerende: list[Linje] = field(default_factory=list)
    fravaersfolk: list[LaestDeltager] = field(default_factory=list)


@dataclass
class _Maerker:
    aaben: bool | None = None
    slags: Slags = ""
    sagsnummer: str = ""
    dokumenter: str = ""


def laes_punkt(blok: Punktblok, *, organ: str, dag: date | None) -> Laest:
    """Read one item; `organ` and `dag` are the meeting's, which tell its decision from an earlier one."""
    linjer = list(blok.linjer)
    raa = blok.kandidat.titel
    if not raa:
        raa, linjer = _titel_paa_naeste(linjer)
    titel, aaben, slags = laes_titel(raa)
    maerker = _Maerker(aaben if blok.kandidat.aaben is None else blok.kandidat.aaben, slags)
    felter = _del_i_felter(linjer, maerker, organ=organ, dag=dag)
    indstilling = laes_indstillinger(felter.get("indstilling", []))
    fravaer = laes_personer(felter.get("fravaerende", []))
    if "beslutning" in felter and fravaer.rest:
        felter["beslutning"] = sorted([*felter["beslutning"], *fravaer.rest], key=lambda linje: linje.nr)
        felter["fravaerende"] = [linje for linje in felter["fravaerende"] if linje not in fravaer.rest]
        fravaer.rest = []
    deltog_ikke = [person for linje in felter.get("beslutning", []) for person in _deltog_ikke(linje)]
    folk = saml(fravaer.personer)
    borte = saml([*fravaer.personer, *deltog_ikke])
    bilag, ikke_bilag = laes_bilag(felter.get("bilag", []))
    tekster = dict.fromkeys(FASTE_FELTER, "")
    tekster |= {navn: som_tekst(ls) for navn, ls in felter.items() if navn not in _SAMMENSATTE}
    tekster |= {"indstilling": indstilling.ordret, "dokumentnumre": maerker.dokumenter}
    punkt = LaestPunkt(
        nummer=blok.kandidat.nummertekst,
        titel=titel,
        slags=maerker.slags,
        aaben=maerker.aaben is not False,
        sagsnummer=maerker.sagsnummer,
        felter={navn: tekst for navn, tekst in tekster.items() if tekst or navn in FASTE_FELTER},
        indstiller=indstilling.indstiller,
        indstillinger=indstilling.punkter,
        beslutning=som_tekst(felter.get("beslutning", [])),
        fravaerende=tuple(person.navn for person in borte if person.fremmoede != "suppleant"),
        bilag=tuple(bilag),
    )
    rest = [Tekstlinje(linje.nr, linje.tekst) for linje in (*fravaer.rest, *ikke_bilag)]
    return Laest(punkt, rest, felter.get("deltagere", []), felter.get("fravaerende", []), folk)


def _deltog_ikke(linje: Linje) -> list[LaestDeltager]:
    """The people of a line that says that they took no part; the line itself stays in the decision."""
    traef = _DELTOG_IKKE.match(linje.ren)
    laest = laes_personer([som_linje(linje.nr, traef["navne"])]) if traef else None
    return laest.personer if laest and not laest.rest else []


def _titel_paa_naeste(linjer: list[Linje]) -> tuple[str, list[Linje]]:
    """The title of an item whose line has its number alone: the next line, unless that is a heading."""
    for sted, linje in enumerate(linjer):
        if linje.tom:
            continue
        if linje.ren and not find_overskrift(linje.ren) and len(linje.ren) <= 300:
            return linje.ren, linjer[sted + 1 :]
        break
    return "", linjer


def _del_i_felter(linjer: list[Linje], maerker: _Maerker, *, organ: str, dag: date | None) -> dict[str, list[Linje]]:
    """Lines by field. Text before the first heading is `oevrigt`; a second heading for a field stays as a line."""
    felter: dict[str, list[Linje]] = {}
    overskrifter = [find_overskrift(linje.ren) for linje in linjer]
    har_indstilling = any(o and o.felt == "indstilling" for o in overskrifter)
    nu = OEVRIGT
    for linje, overskrift in zip(linjer, overskrifter, strict=True):
        if overskrift is None:
            if not har_indstilling and nu in _FOER_INDSTILLING and _begynder_indstilling(linje.ren):
                nu, har_indstilling = "indstilling", True
            elif _er_maerke(linje, maerker, organ=organ, begyndt=nu != OEVRIGT or bool(felter.get(OEVRIGT))):
                continue
            felter.setdefault(nu, [])
            if not (linje.tom and not felter[nu]):
                felter[nu].append(linje)
            continue
        nu, behold = _felt(overskrift, organ=organ, dag=dag)
        raekke = felter.setdefault(nu, [])
        har_tekst = any(linje.tekst and not er_tomt_tegn(linje.tekst) for linje in raekke[:20])
        if nu not in ("fravaerende", "bilag") and (behold or har_tekst):
            raekke += [som_linje(linje.nr, ""), som_linje(linje.nr, overskrift.ord.strip())]
        if overskrift.rest:
            raekke.append(som_linje(linje.nr, overskrift.rest))
    if not som_tekst(felter.get(OEVRIGT, [])):
        felter.pop(OEVRIGT, None)
    return felter


def _begynder_indstilling(ren: str) -> bool:
    """ "Det indstilles, at" opens the recommendations of an item that has no heading for them."""
    return ren.casefold().startswith("det indstilles") or (len(ren) <= 200 and bool(_INDSTILLER.match(ren)))


def _felt(overskrift: Overskrift, *, organ: str, dag: date | None) -> tuple[str, bool]:
    """The field a heading opens, and whether its words say more than that and must be kept."""
    fund = find_dato(overskrift.ord) if overskrift.felt in ("beslutning", "indstilling") else None
    if fund is None:
        return overskrift.felt, False
    if overskrift.felt == "beslutning" and dag is not None and fund.dato != dag:
        return "tidligere_beslutninger", True
    ord_ = noegle(overskrift.ord[: fund.fra]).split()
    kendte = {
        *noegle(organ).split(),
        "beslutning",
        "vedtagelse",
        "behandling",
        "indstilling",
        "fra",
        "i",
        "for",
        "på",
        "den",
        "møde",
    }
    return overskrift.felt, not set(ord_) <= kendte or dag is None


def _er_maerke(linje: Linje, maerker: _Maerker, *, organ: str, begyndt: bool) -> bool:
    """Take case numbers, open or closed, and the kind off the lines right after the title."""
    if not linje.ren or begyndt:
        return False
    aaben = laes_aabenhed(linje.ren)
    if aaben is not None and maerker.aaben is not False:
        maerker.aaben = aaben
        return True
    slags = laes_slags(linje.ren)
    if slags and not maerker.slags:
        maerker.slags = slags
        return True
    aabenhed = _AABENHED_BAG.search(linje.ren)
    tekst = linje.ren[: aabenhed.start()] if aabenhed else linje.ren
    if organ and tekst.casefold().startswith(f"{organ.casefold()} "):
        tekst = tekst[len(organ) :].strip()
    sag = laes_sagslinje(tekst)
    if sag is not None and aabenhed and maerker.aaben is not False:
        maerker.aaben = er_aaben(aabenhed[1])
    if sag is None or (sag[0] and maerker.sagsnummer):
        return False
    maerker.sagsnummer = sag[0] or maerker.sagsnummer
    maerker.dokumenter = ", ".join(filter(None, (maerker.dokumenter, sag[1])))
    return True
