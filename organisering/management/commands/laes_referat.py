"""`manage.py laes_referat FIL --json`: what the portal reads out of a text of minutes. Nothing is saved."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand

from organisering.laesning import HOEJST, IntetReferat, LaestPunkt, LaestReferat, afkod, laes_referat, som_json
from sundhedsaftale.faelles.dansk import dato
from sundhedsaftale.faelles.felter import afvis_cpr_i_linjer

_FREMMOEDE = ("afbud", "udeblevet", "suppleant")


class Command(BaseCommand):
    help = "Læs et referat fra en tekstfil og vis, hvad der blev forstået. Intet bliver gemt."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("fil", nargs="?", default="", help="tekstfilen med referatet (UTF-8 eller Windows-1252)")
        parser.add_argument("--json", action="store_true", help="skriv alt, der blev læst, som JSON")

    def handle(self, *args: Any, **valg: Any) -> None:
        try:
            tekst = afkod(_indhold(valg["fil"]))
            afvis_cpr_i_linjer(tekst)
            referat = laes_referat(tekst)
        except (IntetReferat, ValidationError) as fejl:
            self.stderr.write(" ".join(fejl.messages) if isinstance(fejl, ValidationError) else str(fejl))
            sys.exit(1)
        if valg["json"]:
            self.stdout.write(json.dumps(som_json(referat), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_oversigt(referat))


def _indhold(fil: str) -> bytes:
    """Raises IntetReferat when there is no such file or it cannot be read."""
    if not fil:
        raise IntetReferat("Skriv navnet på tekstfilen med referatet, fx: manage.py laes_referat referat.txt")
    sti = Path(fil)
    try:
        if not sti.is_file():
            raise IntetReferat(f"Filen {fil} findes ikke.")
        with sti.open("rb") as indhold:
            return indhold.read(HOEJST + 1)
    except OSError:
        raise IntetReferat(f"Filen {fil} kan ikke åbnes.") from None


def _oversigt(referat: LaestReferat) -> str:
    tid = "–".join(f"{t:%H.%M}" for t in (referat.start, referat.slut) if t)
    hvornaar = " kl. ".join(filter(None, (dato(referat.dato), tid)))
    linjer = [
        f"Organ:      {referat.organ or 'ikke fundet'}",
        f"Tidspunkt:  {hvornaar or 'ikke fundet'}",
        f"Sted:       {referat.sted or 'ikke fundet'}",
        f"Deltagere:  {len(referat.deltagere)}",
        *(f"  {d.fremmoede}: {d.navn}" for d in referat.deltagere if d.fremmoede in _FREMMOEDE),
        f"Punkter:    {len(referat.punkter)}",
        *(_punkt(punkt) for punkt in referat.punkter),
        f"Ikke forstået: {_antal(len(referat.ikke_forstaaet))}",
        *(f"  linje {linje.linje}: {linje.tekst}" for linje in referat.ikke_forstaaet),
        f"Udeladt fra websiden eller udskriften: {_antal(len(referat.inventar))}",
    ]
    return "\n".join(linjer)


def _punkt(punkt: LaestPunkt) -> str:
    dele = [
        "lukket" if not punkt.aaben else "",
        f"indstillinger: {len(punkt.indstillinger)}" if punkt.indstillinger else "",
        "med beslutning" if punkt.beslutning else "uden beslutning",
        f"{len(punkt.bilag)} bilag" if punkt.bilag else "",
    ]
    return f"  {punkt.nummer or '–'} {punkt.titel} ({', '.join(filter(None, dele))})"


def _antal(antal: int) -> str:
    return f"{antal} linje" if antal == 1 else f"{antal} linjer"
