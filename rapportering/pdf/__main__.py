"""`python -m rapportering.pdf IND.html UD.pdf BILAG.json`: one document, one process; prints the number of pages.

BILAG.json is a list of papers {nummer, titel, fil, sider, punkt}, empty for all but a packet.
"""

import json
import sys
from pathlib import Path

from rapportering.pdf.graenser import MB, saet_graenser

if __name__ == "__main__":
    saet_graenser(hukommelse=2048 * MB, sekunder=300)
    from rapportering.pdf.dan import dan_pdf

    ind, ud, bilag = (Path(sti) for sti in sys.argv[1:])
    pdf, sider = dan_pdf(ind.read_text(encoding="utf-8"), json.loads(bilag.read_text(encoding="utf-8")))
    ud.write_bytes(pdf)
    sys.stdout.write(str(sider))
