"""One row as it was read, the bodies, and the errors of the scan."""

from dataclasses import dataclass

FOREBYGGELSE = "Følgegruppen for forebyggelse"
BEHANDLING = "Følgegruppen for behandling og pleje"
GENOPTRAENING = "Følgegruppen for genoptræning og rehabilitering"
UDDANNELSE = "Følgegruppen for uddannelse og arbejde"

SCANFEJL = {
    "Tværasektoriel": "Tværsektoriel",
    "tværasektoriel": "tværsektoriel",
    "Tværsætoriel": "Tværsektoriel",
    "uheldredelig": "uhelbredelig",
    "sår vurdering": "sårvurdering",
}


@dataclass(frozen=True)
class Raekke:
    """One row of a portfolio table; `slags` is "ny" or "eksisterende", `aar` the years with an X, ascending."""

    foelgegruppe: str
    slags: str
    titel: str
    aar: tuple[int, ...]
