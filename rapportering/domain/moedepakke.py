"""The papers of a packet: which come along, on how many pages, and why the others do not."""

import shutil
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from django.core.files.storage import default_storage

from rapportering.domain.pdfproces import BilagUdeladtError, Pakkebilag, rens_bilag
from rapportering.domain.tryk import Arbejde

HOEJST_SIDER = 2000
ADRESSE = "står på en adresse på nettet"
KUN_NUMMER = "er ikke lagt i portalen"
IKKE_PDF = "er ikke en PDF"
VAEK = "findes ikke længere som fil"
FOR_MEGET = f"ville give pakken mere end {HOEJST_SIDER} sider med bilag"


@dataclass(frozen=True)
class Udeladt:
    """A paper that is not in the packet; `grund` completes a sentence about it."""

    nummer: str
    titel: str
    adresse: str
    dokid: str
    grund: str


@dataclass(frozen=True)
class Pakke:
    medtaget: tuple[Pakkebilag, ...]
    udeladt: tuple[Udeladt, ...]


def saml_pakke(bilag: list[dict[str, Any]], mappe: Path, arbejde: Arbejde) -> Pakke:
    """Read every paper in a process of its own and lay what can be used in `mappe`; none of them stops the rest.

    `bilag` is the `pakke` of a meeting's snapshot.
    """
    medtaget: list[Pakkebilag] = []
    udeladt: list[Udeladt] = []
    for nr, et in enumerate(bilag, 1):
        arbejde.meld(5 + 45 * nr // len(bilag), f"Læser bilag {nr} af {len(bilag)}")
        fil = mappe / f"{nr}.pdf"
        try:
            sider = _laes(et, fil, arbejde)
            if sum(med.sider for med in medtaget) + sider > HOEJST_SIDER:
                raise BilagUdeladtError(FOR_MEGET)
        except BilagUdeladtError as fejl:
            udeladt.append(Udeladt(et["nummer"], et["titel"], et["adresse"], et["dokid"], str(fejl)))
        else:
            medtaget.append(Pakkebilag(et["nummer"], et["titel"], str(fil), sider, et["punkt"]))
    return Pakke(tuple(medtaget), tuple(udeladt))


def _laes(bilag: dict[str, Any], ud: Path, arbejde: Arbejde) -> int:
    """Write the paper's pages to `ud` and return how many. Raises BilagUdeladtError."""
    if not bilag["fil"]:
        raise BilagUdeladtError(ADRESSE if bilag["adresse"] else KUN_NUMMER)
    if PurePath(bilag["fil"]).suffix != ".pdf":
        raise BilagUdeladtError(IKKE_PDF)
    raa = ud.with_suffix(".raa")
    try:
        with default_storage.open(bilag["fil"], "rb") as fra, raa.open("wb") as til:
            shutil.copyfileobj(fra, til)
    except FileNotFoundError as fejl:
        raise BilagUdeladtError(VAEK) from fejl
    return rens_bilag(raa, ud, arbejde.hold_leje)
