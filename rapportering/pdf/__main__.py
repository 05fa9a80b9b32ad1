"""`python -m rapportering.pdf IND.html UD.pdf`: one report, one process, bounded memory and time; prints the pages."""

import resource
import sys
from pathlib import Path

HUKOMMELSE = 2 * 1024**3
SEKUNDER = 300

if __name__ == "__main__":
    # The limits are set before WeasyPrint is loaded, so that a runaway document ends this process and no other.
    resource.setrlimit(resource.RLIMIT_AS, (HUKOMMELSE, HUKOMMELSE))
    resource.setrlimit(resource.RLIMIT_CPU, (SEKUNDER, SEKUNDER))
    from rapportering.pdf.dan import dan_pdf

    ind, ud = sys.argv[1:]
    pdf, sider = dan_pdf(Path(ind).read_text(encoding="utf-8"))
    Path(ud).write_bytes(pdf)
    sys.stdout.write(str(sider))
