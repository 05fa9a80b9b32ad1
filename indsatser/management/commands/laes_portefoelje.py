"""`manage.py laes_portefoelje FIL --json`: what the portal reads out of a document's tables. Nothing is saved."""

import json
import sys
from argparse import ArgumentParser
from itertools import groupby
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand

from indsatser.laesning import HOEJST, IntenPortefoelje, LaestPortefoelje, LaestRaekke, laes_fil, som_json


class Command(BaseCommand):
    help = "Læs en porteføljetabel fra et dokument, og vis, hvad der blev forstået. Intet bliver gemt."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fil", nargs="?", default="", help="dokumentet: Word, Excel, CSV, HTML eller tekst")
        parser.add_argument("--json", action="store_true", help="skriv alt, der blev læst, som JSON")

    def handle(self, *args: Any, **valg: Any) -> None:
        try:
            laest = laes_fil(_indhold(valg["fil"]))
        except (IntenPortefoelje, ValidationError) as fejl:
            self.stderr.write(" ".join(fejl.messages) if isinstance(fejl, ValidationError) else str(fejl))
            sys.exit(1)
        if valg["json"]:
            self.stdout.write(json.dumps(som_json(laest), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_oversigt(laest))


def _indhold(fil: str) -> bytes:
    """Raises IntenPortefoelje when there is no such file or it cannot be read."""
    if not fil:
        raise IntenPortefoelje("Skriv navnet på dokumentet, fx: manage.py laes_portefoelje tillaeg.docx")
    sti = Path(fil)
    try:
        if not sti.is_file():
            raise IntenPortefoelje(f"Filen {fil} findes ikke.")
        with sti.open("rb") as indhold:
            return indhold.read(HOEJST + 1)
    except (OSError, ValueError):
        raise IntenPortefoelje(f"Filen {fil} kan ikke åbnes.") from None


def _oversigt(laest: LaestPortefoelje) -> str:
    """A table of marks for each body and kind."""
    bredde = max(min(max((len(_titel(raekke)) for raekke in laest.raekker), default=0), 70), 10)
    linjer: list[str] = []
    for (organ, slags), raekker in groupby(laest.raekker, key=lambda raekke: (raekke.organ, raekke.slags)):
        navn = "Nye indsatser" if slags == "ny" else "Eksisterende indsatser"
        linjer += ["", f"{organ or 'Uden organ'}: {navn}", f"{'':{bredde}}  {' '.join(map(str, laest.aar))}"]
        linjer += [_linje(raekke, laest.aar, bredde) for raekke in raekker]
    indsatser = sum(bool(raekke.indsats) for raekke in laest.raekker)
    maerker = sum(len(raekke.aar) for raekke in laest.raekker)
    linjer += ["", f"Rækker med en indsats: {indsatser}", f"Mærker: {maerker}"]
    linjer += _punkter("Ikke placeret i et organ", laest.ikke_placerede)
    linjer += _punkter("Ikke forstået", laest.ikke_forstaaet)
    return "\n".join(linjer).lstrip("\n")


def _linje(raekke: LaestRaekke, aar: tuple[int, ...], bredde: int) -> str:
    kryds = " ".join(f"{'X' if et in raekke.aar else '':^4}" for et in aar)
    return f"{_titel(raekke)[:bredde]:{bredde}}  {kryds}".rstrip()


def _titel(raekke: LaestRaekke) -> str:
    return raekke.indsats or f"(kun målsætning) {raekke.maalsaetninger[0]}"


def _punkter(navn: str, linjer: tuple[Any, ...]) -> list[str]:
    antal = "1 linje" if len(linjer) == 1 else f"{len(linjer)} linjer"
    return [f"{navn}: {antal}", *(f"  linje {linje.linje}: {linje.tekst}" for linje in linjer)]
