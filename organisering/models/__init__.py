from organisering.models.aftale import Aftale, Aftalepart, Aftaletype
from organisering.models.bruger import Besoegende, Bruger
from organisering.models.medlemskab import Medlemskab, Rolle
from organisering.models.moede import Moede
from organisering.models.organ import Organ, Organomraade, Organtype
from organisering.models.organisation import Organisation
from organisering.models.person import Person

__all__ = [
    "Aftale",
    "Aftalepart",
    "Aftaletype",
    "Besoegende",
    "Bruger",
    "Medlemskab",
    "Moede",
    "Organ",
    "Organisation",
    "Organomraade",
    "Organtype",
    "Person",
    "Rolle",
]
