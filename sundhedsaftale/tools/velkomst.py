"""Say where the demo is and who can log in, once the portal answers."""

import os
import sys

from sundhedsaftale.tools.proces import svarer, vent_paa

KONTI = {
    "sekretariat": "regionens sekretariat: portefølje, mål, runder, rapporter",
    "formand.region": "regional formand for en implementeringsgruppe",
    "formand.kommune": "kommunal formand for samme gruppe",
    "sekretaer": "gruppens sekretær: skriver statusrapporten",
    "medlem": "medlem: læser",
    "admin": "systemadministrator (/admin/)",
}


def velkomst(port: int, kode: str) -> str:
    """Return the lines to print: the address, the accounts and their common password."""
    konti = "\n".join(f"    {navn + '@demo.example':<30} {hvad}" for navn, hvad in KONTI.items())
    return f"""
  Sundhedsaftaleportalen kører på  http://127.0.0.1:{port}

  Demokonti, alle med kodeordet  {kode}
{konti}

  Stop med Ctrl-C. Data bliver liggende til næste gang.
"""


def main(port: int) -> None:
    vent_paa(lambda: svarer(port), "portalen", frist=120)
    print(velkomst(port, os.environ["DEMO_KODEORD"]), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
