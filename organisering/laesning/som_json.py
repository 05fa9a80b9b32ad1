"""A reading as the plain data that `laes_referat --json` prints."""

from datetime import time
from typing import Any

from organisering.laesning.dele import LaestPunkt, LaestReferat


def som_json(referat: LaestReferat) -> dict[str, Any]:
    """Return strings, lists and dicts; what the text does not say is empty. Times as "10:00", the date in ISO."""
    return {
        "organ": referat.organ,
        "dato": referat.dato.isoformat() if referat.dato else "",
        "start": _tid(referat.start),
        "slut": _tid(referat.slut),
        "sted": referat.sted,
        "deltagere": [
            {
                "navn": person.navn,
                "titel": person.titel,
                "rolle": person.rolle,
                "parti": person.parti,
                "organisation": person.organisation,
                "fremmoede": person.fremmoede,
            }
            for person in referat.deltagere
        ],
        "punkter": [_punkt(punkt) for punkt in referat.punkter],
        "ikke_forstaaet": [{"linje": linje.linje, "tekst": linje.tekst} for linje in referat.ikke_forstaaet],
    }


def _punkt(punkt: LaestPunkt) -> dict[str, Any]:
    return {
        "nummer": punkt.nummer,
        "titel": punkt.titel,
        "slags": punkt.slags,
        "aaben": punkt.aaben,
        "sagsnummer": punkt.sagsnummer,
        "felter": dict(punkt.felter),
        "indstiller": punkt.indstiller,
        "indstillinger": list(punkt.indstillinger),
        "beslutning": punkt.beslutning,
        "fravaerende": list(punkt.fravaerende),
        "bilag": [
            {"titel": bilag.titel, "dokid": bilag.dokid, "journalnummer": bilag.journalnummer} for bilag in punkt.bilag
        ],
    }


def _tid(tid: time | None) -> str:
    return f"{tid:%H:%M}" if tid else ""
