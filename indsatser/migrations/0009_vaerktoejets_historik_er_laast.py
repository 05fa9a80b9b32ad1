from django.db import migrations

from sundhedsaftale.faelles.historik import kun_tilfoejelse
from sundhedsaftale.faelles.soegning import fuldtekst

# All of the app's: SQLite has rebuilt the tables that got new columns, and with that dropped their triggers.
TABELLER = (
    "indsatser_historicalaarsrevision",
    "indsatser_historicalcellevirkning",
    "indsatser_historicaldisponering",
    "indsatser_historicaldisponeringsvirkning",
    "indsatser_historicalindlaesning",
    "indsatser_historicalindsats",
    "indsatser_historicalindsats_dokumenter",
    "indsatser_historicalindsats_maalsaetninger",
    "indsatser_historicalindsats_risikogrupper",
    "indsatser_historicalindsats_spor",
    "indsatser_historicalindsats_virkemidler",
    "indsatser_historicalkontrolsvar",
    "indsatser_historicalmaaling",
    "indsatser_historicalmaalkategori",
    "indsatser_historicalmaalrevision",
    "indsatser_historicalmaalsaetning",
    "indsatser_historicalmaalsaetning_kategorier",
    "indsatser_historicalmaaltal",
    "indsatser_historicalmaalvirkning",
    "indsatser_historicalmilepael",
    "indsatser_historicalopgaveoverdragelse",
    "indsatser_historicalplaceringsvirkning",
    "indsatser_historicalportefoeljepost",
    "indsatser_historicalportefoeljeversion",
    "indsatser_historicalportefoeljevisning",
    "indsatser_historicalpulje",
    "indsatser_historicalpunktemne",
    "indsatser_historicalressourcetraek",
    "indsatser_historicalrevisionsvalg",
    "indsatser_historicalrisikoaktoer",
    "indsatser_historicalrisikogruppe",
    "indsatser_historicalrisikoindsats",
    "indsatser_historicalspor",
    "indsatser_historicalspor_organisationer",
    "indsatser_historicalvirkemiddel",
)


class Migration(migrations.Migration):
    dependencies = [("indsatser", "0008_indsatsernes_vaerktoej")]

    operations = [
        kun_tilfoejelse(*TABELLER),
        fuldtekst(("indsatser_indsats", "soegetekst"), ("indsatser_maalsaetning", "soegetekst")),
    ]
