from indsatser.models.cellevirkning import Cellevirkning
from indsatser.models.indsats import Indsats
from indsatser.models.maaling import Maaling
from indsatser.models.maalsaetning import Maalsaetning
from indsatser.models.maaltal import Maaltal
from indsatser.models.portefoeljepost import Portefoeljepost
from indsatser.models.punktemne import Punktemne
from indsatser.models.ressourcetraek import Ressourcetraek
from indsatser.models.risikogruppe import Risikogruppe

__all__ = [
    "Cellevirkning",
    "Indsats",
    "Maaling",
    "Maalsaetning",
    "Maaltal",
    "Portefoeljepost",
    "Punktemne",
    "Ressourcetraek",
    "Risikogruppe",
]
