"""The tables of the administrative tillæg 2019-2023 (chapter "Overblik over indsatser"), transcribed by hand.

A second reading of the source, kept apart from `fixtures/` so that the two can be compared. Choices made:

- Errors of the scan are mended, and only those in `SCANFEJL`. Everything else stands letter by letter, also where the
  document itself stumbles ("svært overvægt", "stof – eller alkoholmisbrug", "behandlingsredsk.").
- Quotation marks are straight ("), dashes between words are en dashes with a space on both sides, ranges of years and
  ages have a plain hyphen (16-24 år).
- Percentages have no space before the sign (10%), and a target not yet set stands as printed: "XX%" or "xx%".
- The one sentence with a bulleted list is joined with a space after the colon and commas between the items, without the
  bullets, and ends without a full stop as in the document.
- Rows come in the document's order: body by body, new initiatives before existing ones. A row that is shared by two
  bodies stands once under each.
"""

from indsatser.tests.transskription.maalsaetninger import MAALSAETNINGER
from indsatser.tests.transskription.raekke import BEHANDLING, FOREBYGGELSE, GENOPTRAENING, SCANFEJL, UDDANNELSE, Raekke
from indsatser.tests.transskription.raekker import RAEKKER

__all__ = [
    "BEHANDLING",
    "FOREBYGGELSE",
    "GENOPTRAENING",
    "MAALSAETNINGER",
    "RAEKKER",
    "SCANFEJL",
    "UDDANNELSE",
    "Raekke",
]
