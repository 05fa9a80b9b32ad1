from indsatser.models.aarsrevision import Aarsrevision, Revisionsvalg
from indsatser.models.cellevirkning import Cellevirkning
from indsatser.models.disponering import Disponering
from indsatser.models.disponeringsvirkning import Disponeringsvirkning
from indsatser.models.indlaesning import Indlaesning
from indsatser.models.indsats import Indsats
from indsatser.models.kontrolsvar import Kontrolsvar
from indsatser.models.maaling import Maaling
from indsatser.models.maalkategori import Maalkategori
from indsatser.models.maalrevision import Maalrevision
from indsatser.models.maalsaetning import Maalsaetning
from indsatser.models.maaltal import Maaltal
from indsatser.models.maalvirkning import Maalvirkning
from indsatser.models.milepael import Milepael
from indsatser.models.opgaveoverdragelse import Opgaveoverdragelse
from indsatser.models.placeringsvirkning import Placeringsvirkning
from indsatser.models.portefoeljepost import Portefoeljepost
from indsatser.models.portefoeljeversion import Portefoeljeversion
from indsatser.models.portefoeljevisning import Portefoeljevisning
from indsatser.models.pulje import Pulje
from indsatser.models.punktemne import Punktemne
from indsatser.models.ressourcetraek import Ressourcetraek
from indsatser.models.risikoaktoer import Risikoaktoer
from indsatser.models.risikogruppe import Risikogruppe
from indsatser.models.risikoindsats import Risikoindsats
from indsatser.models.spor import Spor
from indsatser.models.virkemiddel import Virkemiddel

__all__ = [
    "Aarsrevision",
    "Cellevirkning",
    "Disponering",
    "Disponeringsvirkning",
    "Indlaesning",
    "Indsats",
    "Kontrolsvar",
    "Maaling",
    "Maalkategori",
    "Maalrevision",
    "Maalsaetning",
    "Maaltal",
    "Maalvirkning",
    "Milepael",
    "Opgaveoverdragelse",
    "Placeringsvirkning",
    "Portefoeljepost",
    "Portefoeljeversion",
    "Portefoeljevisning",
    "Pulje",
    "Punktemne",
    "Ressourcetraek",
    "Revisionsvalg",
    "Risikoaktoer",
    "Risikogruppe",
    "Risikoindsats",
    "Spor",
    "Virkemiddel",
]
