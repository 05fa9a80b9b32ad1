"""What a writer can do with a meeting's minutes now, and whom they wait for."""

from dataclasses import dataclass

from organisering.models import Bruger, Moede
from organisering.queries.referatgodkendelse import laes_godkendelser

Tilstand = Moede.Tilstand


@dataclass(frozen=True, slots=True)
class Referathandlinger:
    """`venter_paa` names who has not approved minutes that are sent out, and is empty otherwise."""

    maa_godkende: bool
    maa_notere: bool
    venter_paa: str


def laes_referathandlinger(moede: Moede, *, bruger: Bruger) -> Referathandlinger:
    if moede.tilstand != Tilstand.REFERAT_UDSENDT:
        return Referathandlinger(maa_godkende=False, maa_notere=False, venter_paa="")
    godkendelser = laes_godkendelser(moede)
    return Referathandlinger(
        maa_godkende=bool(godkendelser.mangler_fra(bruger)),
        maa_notere=bruger.has_perm("organisering.noter_godkendelse", moede),
        venter_paa=godkendelser.venter_paa,
    )
