"""The reader of minutes: text in, frozen rows out. It knows no model and saves nothing; see docs/referatlaeser.md."""

from organisering.laesning.dele import IntetReferat, LaestBilag, LaestDeltager, LaestPunkt, LaestReferat, Tekstlinje
from organisering.laesning.indgang import HOEJST, afkod
from organisering.laesning.referat import laes_referat
from organisering.laesning.som_json import som_json

__all__ = [
    "HOEJST",
    "IntetReferat",
    "LaestBilag",
    "LaestDeltager",
    "LaestPunkt",
    "LaestReferat",
    "Tekstlinje",
    "afkod",
    "laes_referat",
    "som_json",
]
