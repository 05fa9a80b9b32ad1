"""Agreements with their parties and the report types that follow them up."""

from datetime import date

from organisering.models import Aftale, Aftalepart, Aftaletype, Aftaleversion, Organ, Organisation
from rapportering.grunddata.tabel import Raekke, dato, eventuel, gem, ja, laes
from rapportering.models import Rapporttype


def indlaes_aftaler(organer: dict[str, Organ], organisationer: dict[str, Organisation]) -> dict[str, Aftale]:
    """Insert types, agreements and parties. An agreement stands below the one it succeeds; not all have a version."""
    typer = {
        raekke["noegle"]: gem(Aftaletype(navn=raekke["navn"], slug=raekke["noegle"])) for raekke in laes("aftaletyper")
    }
    aftaler: dict[str, Aftale] = {}
    for raekke in laes("aftaler"):
        aftaler[raekke["noegle"]] = aftale = gem(
            Aftale(
                type=typer[raekke["type"]],
                titel=raekke["navn"],
                slug=raekke["noegle"],
                region=organisationer[raekke["region"]],
                forgaenger=eventuel(aftaler, raekke["afloeser"]),
                gyldig_fra=date.fromisoformat(raekke["gaelder_fra"]),
                gyldig_til=dato(raekke["gaelder_til"]),
                vision=raekke["vision"],
                forankret_i=eventuel(organer, raekke["forankret_i"]),
                modtager=eventuel(organer, raekke["aarlig_status_til"]),
                offentlig=ja(raekke["offentlig"]),
                kilde=raekke["kilde"],
            )
        )
        if raekke["version"]:
            _indlaes_version(aftale, raekke)
    for raekke in laes("aftaleparter"):
        gem(Aftalepart(aftale=aftaler[raekke["aftale"]], organisation=organisationer[raekke["organisation"]]))
    return aftaler


def _indlaes_version(aftale: Aftale, raekke: Raekke) -> None:
    gem(
        Aftaleversion(
            aftale=aftale,
            nummer=int(raekke["version"]),
            tilstand=Aftaleversion.Tilstand.GODKENDT,
            journalnummer=raekke["journalnummer"],
            godkendt_af=raekke["godkendt_af"],
            godkendt_den=dato(raekke["godkendt_den"]),
        )
    )


def indlaes_rapporttyper() -> None:
    for raekke in laes("rapporttyper"):
        gem(Rapporttype(navn=raekke["navn"], slug=raekke["noegle"], beskrivelse=raekke["beskrivelse"]))
