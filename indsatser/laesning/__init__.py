"""The reader of portfolio tables: a document in, frozen rows out. It knows no model; see docs/portefoeljelaeser.md."""

from indsatser.laesning.dele import IntenPortefoelje, LaestPortefoelje, LaestRaekke, Tekstlinje
from indsatser.laesning.indgang import HOEJST, laes_fil, laes_tekst
from indsatser.laesning.som_json import fra_data, som_data, som_json

__all__ = [
    "HOEJST",
    "IntenPortefoelje",
    "LaestPortefoelje",
    "LaestRaekke",
    "Tekstlinje",
    "fra_data",
    "laes_fil",
    "laes_tekst",
    "som_data",
    "som_json",
]
