from organisering.models.aftale import Aftale, Aftalepart, Aftaletype
from organisering.models.aftaleversion import Aftaleversion, Partsgodkendelse
from organisering.models.bemaerkning import Bemaerkning
from organisering.models.bilag import Bilag
from organisering.models.bruger import Besoegende, Bruger
from organisering.models.dagsordenspunkt import Dagsordenspunkt, Indstilling
from organisering.models.deltagelse import Deltagelse, Punktfravaer
from organisering.models.dokument import Dokument, Dokumentversion
from organisering.models.kompetence import Kompetence
from organisering.models.medlemskab import Medlemskab, Rolle
from organisering.models.moede import Moede
from organisering.models.niveau import Niveau
from organisering.models.ordlyd import Ordlyd
from organisering.models.organ import Organ, Organomraade, Organtype
from organisering.models.organisation import Organisation
from organisering.models.person import Person
from organisering.models.referatgodkendelse import Referatgodkendelse
from organisering.models.sag import Sag

__all__ = [
    "Aftale",
    "Aftalepart",
    "Aftaletype",
    "Aftaleversion",
    "Bemaerkning",
    "Besoegende",
    "Bilag",
    "Bruger",
    "Dagsordenspunkt",
    "Deltagelse",
    "Dokument",
    "Dokumentversion",
    "Indstilling",
    "Kompetence",
    "Medlemskab",
    "Moede",
    "Niveau",
    "Ordlyd",
    "Organ",
    "Organisation",
    "Organomraade",
    "Organtype",
    "Partsgodkendelse",
    "Person",
    "Punktfravaer",
    "Referatgodkendelse",
    "Rolle",
    "Sag",
]
