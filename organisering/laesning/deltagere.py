"""People: as blocks over several lines, one on a line, or many after commas."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from organisering.laesning.dele import LaestDeltager
from organisering.laesning.egenskaber import med_egenskaber, med_parenteser
from organisering.laesning.inventar import er_tabelstreg
from organisering.laesning.linjer import KORT, Linje, er_tomt_tegn
from organisering.laesning.navne import (
    del_titel,
    er_fornavn,
    er_navn,
    er_organisation,
    er_rolle,
    er_titel,
    partibogstav,
)

_LISTETEGN = re.compile(r"^(?:[-–*•·▪o]\s+|\d{1,2}[.)]\s+)")
_INGEN = re.compile(r"(?:ingen|ingen afbud|alle (?:var )?mødte?|-)\.?", re.IGNORECASE)
_SKILLETEGN = re.compile(r"[,\t]|\s[–-]\s|(?<=\))\s?[–-]\s?")
_DELTOG_IKKE = re.compile(r"[\s,–-]+deltog\s+ikke\b.*$", re.IGNORECASE)
_PARENTES = re.compile(r"\(([^()]*)\)")
_SUPPLEANT = re.compile(
    r"^(?P<hvem>[^,(]{3,80}?)\s*[,(–-]?\s*(?:mødte\s+|deltog\s+|deltager\s+|er\s+)?(?:som\s+)?"
    r"(?:suppleant\s+for|stedfortræder\s+for|i\s+stedet\s+for)\s+(?P<for>[^(),;]{3,80}?)\)?\.?$",
    re.IGNORECASE,
)
_SUPPLEANT_FORAN = re.compile(
    r"^(?:suppleant|stedfortræder) for (?P<for>[^:]{3,80}):\s*(?P<hvem>.{3,80})$", re.IGNORECASE
)
_TABELHOVED = frozenset(("navn", "titel", "stilling", "organisation", "rolle", "parti", "fremmøde", "repræsenterer"))
# A longer list than this is no line of people; the bound keeps the work on one line small.
_HOEJST = 20_000


@dataclass
class Personliste:
    """People as they were read, whether the list says that there are none, and the lines that are no people."""

    personer: list[LaestDeltager] = field(default_factory=list)
    rest: list[Linje] = field(default_factory=list)


def laes_personer(linjer: Iterable[Linje]) -> Personliste:
    """Read the lines under a label such as "Deltagere"; nothing is guessed about a line that fits no form."""
    udfyldte = [linje for linje in linjer if not linje.tom and not er_tomt_tegn(linje.tekst)]
    udfyldte = [linje for linje in udfyldte if not _INGEN.fullmatch(_tekst(linje)) and not er_tabelhoved(linje)]
    if any(_er_rollelinje(_tekst(linje)) for linje in udfyldte):
        return _laes_blokke(udfyldte)
    return _laes_linjer(udfyldte)


def _tekst(linje: Linje) -> str:
    tekst = linje.ren or linje.tekst.replace("**", "")
    return _LISTETEGN.sub("", tekst, count=1).strip()


def er_tabelhoved(linje: Linje) -> bool:
    """Whether the row heads a table of people, or is the rule under it."""
    if er_tabelstreg(linje.tekst):
        return True
    celler = [celle.casefold() for celle in linje.ren.split("\t")]
    return len(celler) > 1 and set(celler) <= _TABELHOVED


def _er_rollelinje(tekst: str) -> bool:
    """A role of the person above; with a colon it is a heading of those below."""
    return er_rolle(tekst) and not tekst.endswith(":")


def _laes_blokke(linjer: list[Linje]) -> Personliste:
    """NAME, then a title or none, then a ROLE, then a party or none, each on a line of its own."""
    ud = Personliste()
    blok: list[Linje] = []
    for linje in linjer:
        tekst = _tekst(linje)
        if _er_rollelinje(tekst):
            if 1 <= len(blok) <= 3:
                navn, *mere = (_tekst(led) for led in blok)
                person = LaestDeltager(navn, rolle=tekst)
                ud.personer.append(med_egenskaber(person, mere))
            else:
                ud.rest += [*blok, linje]
            blok = []
        elif not blok and ud.personer and not ud.personer[-1].parti and partibogstav(tekst):
            ud.personer[-1] = replace(ud.personer[-1], parti=partibogstav(tekst))
        elif not blok and not (er_navn(tekst) or er_fornavn(tekst)):
            delt = _laes_linjer([linje])
            ud.personer += delt.personer
            ud.rest += delt.rest
        else:
            blok.append(linje)
    rest = _laes_linjer(blok)
    ud.personer += rest.personer
    ud.rest += rest.rest
    return ud


def _laes_linjer(linjer: list[Linje]) -> Personliste:
    ud = Personliste()
    organisation = rolle = ""
    ubrugt: list[Linje] = []
    en_paa_linjen = len(linjer) > 1 and any(_er_navn_og_mere(_tekst(linje)) for linje in linjer)
    for linje in linjer:
        tekst = _tekst(linje)
        if tekst.endswith(":") and (er_organisation(tekst) or er_rolle(tekst)):
            organisation, rolle = ("", tekst[:-1]) if er_rolle(tekst) else (tekst[:-1], "")
            ud.rest += ubrugt
            ubrugt = [linje]
            continue
        foran, kolon, _ = tekst[:100].partition(":")
        egen = foran.removeprefix("Fra ").removeprefix("fra ") if kolon and er_organisation(foran) else ""
        if egen:
            tekst = tekst[len(foran) + 1 :].strip()
        laest = _laes_linje(tekst, en_paa_linjen=en_paa_linjen)
        sidste = ud.personer[-1] if ud.personer else None
        if laest is None and sidste and not (sidste.titel and sidste.organisation) and _er_egenskab(tekst):
            ud.personer[-1] = med_egenskaber(sidste, [tekst])
            continue
        if laest is None:
            ud.rest.append(linje)
            continue
        personer, helt = laest
        ubrugt = []
        ud.personer += [
            replace(p, organisation=p.organisation or egen or organisation, rolle=p.rolle or rolle) for p in personer
        ]
        if not helt:
            ud.rest.append(linje)
    ud.rest += ubrugt
    return ud


def _er_navn_og_mere(tekst: str) -> bool:
    """ "Navn, titel" or "Navn, titel, organisation": the first part is a name and some other is not."""
    navn, *mere = _dele(tekst)
    return bool(mere) and er_navn(_PARENTES.sub("", navn).strip()) and not all(er_navn(m) for m in mere)


def _er_egenskab(tekst: str) -> bool:
    return bool(
        er_rolle(tekst) or partibogstav(tekst) or (len(tekst) < 80 and (er_titel(tekst) or er_organisation(tekst)))
    )


def _dele(tekst: str) -> list[str]:
    return [delen.strip(" .") if len(delen) > 4 else delen.strip() for delen in _SKILLETEGN.split(tekst)]


def _laes_linje(tekst: str, *, en_paa_linjen: bool) -> tuple[list[LaestDeltager], bool] | None:
    """The people of one line, and whether every word of it was placed; None when it names nobody."""
    if not tekst or len(tekst) > _HOEJST:
        return None
    personer: list[LaestDeltager] = []
    deltog_ikke = _DELTOG_IKKE.search(tekst) if len(tekst) < KORT else None
    helt = deltog_ikke is None
    tekst = tekst[: deltog_ikke.start()] if deltog_ikke else tekst
    for gruppe in tekst.split(";"):
        suppleant = _laes_suppleant(gruppe.strip())
        if suppleant:
            personer.append(suppleant)
            continue
        dele = [d for delen in _dele(gruppe) for d in _ved_og(delen)]
        nye = _laes_dele([d for d in dele if d], en_paa_linjen=en_paa_linjen)
        if nye is None:
            return None
        personer += nye[0]
        helt = helt and nye[1]
    return personer, helt


def _laes_suppleant(tekst: str) -> LaestDeltager | None:
    traef = (_SUPPLEANT.match(tekst) or _SUPPLEANT_FORAN.match(tekst)) if len(tekst) <= 200 else None
    if traef is None or not er_navn(traef["hvem"].strip()):
        return None
    for_hvem = traef["for"].strip()
    return LaestDeltager(
        traef["hvem"].strip(), rolle=f"Suppleant for {for_hvem}", fremmoede="suppleant", suppleant_for=for_hvem
    )


def _ved_og(delen: str) -> list[str]:
    """ "A B og C D" is two when both sides are names."""
    foran, fundet, efter = delen.rpartition(" og ")
    if not fundet:
        return [delen.removeprefix("og ").strip()]
    sider = [_PARENTES.sub("", side).strip() for side in (foran, efter)]
    if all(er_navn(side) for side in sider) or all(er_fornavn(side) for side in sider):
        return [foran, efter]
    return [delen]


def _laes_dele(dele: list[str], *, en_paa_linjen: bool) -> tuple[list[LaestDeltager], bool] | None:
    rene = [_PARENTES.sub("", delen).strip() for delen in dele]
    alle_fornavne = len(rene) > 1 and all(er_fornavn(ren) for ren in rene)
    if not rene or not (er_navn(del_titel(rene[0])[1]) or alle_fornavne):
        return None
    personer: list[LaestDeltager] = []
    helt = True
    for delen, ren in zip(dele, rene, strict=True):
        ny = alle_fornavne or not personer or (er_navn(ren) and not en_paa_linjen)
        if ny:
            titel, navn = del_titel(ren)
            person = med_egenskaber(LaestDeltager(navn), [titel] if titel else [])
            person, alt = med_parenteser(person, _PARENTES.findall(delen))
            personer.append(person)
            helt = helt and alt
        elif ren and ren != delen:
            personer[-1] = med_egenskaber(personer[-1], [ren])
            personer[-1], alt = med_parenteser(personer[-1], _PARENTES.findall(delen))
            helt = helt and alt
        elif len(ren) > 80 or (any(tegn.isdigit() for tegn in ren) and not er_organisation(ren)):
            helt = False
        else:
            personer[-1] = med_egenskaber(personer[-1], [delen])
    return personer, helt
