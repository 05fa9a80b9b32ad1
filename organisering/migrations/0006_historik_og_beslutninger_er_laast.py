from django.db import migrations

from sundhedsaftale.faelles.historik import kun_tilfoejelse, laast_naar

TABELLER = (
    "organisering_historicalaftale",
    "organisering_historicalaftalepart",
    "organisering_historicalaftaletype",
    "organisering_historicalaftaleversion",
    "organisering_historicalbemaerkning",
    "organisering_historicalbilag",
    "organisering_historicaldagsordenspunkt",
    "organisering_historicaldeltagelse",
    "organisering_historicaldokument",
    "organisering_historicaldokumentversion",
    "organisering_historicalindstilling",
    "organisering_historicalkompetence",
    "organisering_historicalmedlemskab",
    "organisering_historicalmedlemskab_kompetencer",
    "organisering_historicalmoede",
    "organisering_historicalmoede_faelles_med",
    "organisering_historicalmoede_med",
    "organisering_historicalniveau",
    "organisering_historicalordlyd",
    "organisering_historicalorgan",
    "organisering_historicalorganisation",
    "organisering_historicalorganomraade",
    "organisering_historicalorgantype",
    "organisering_historicalorgantype_kraevede_kompetencer",
    "organisering_historicalorgantype_medlemmer_fra",
    "organisering_historicalpartsgodkendelse",
    "organisering_historicalperson",
    "organisering_historicalpunktfravaer",
    "organisering_historicalreferatgodkendelse",
    "organisering_historicalrolle",
    "organisering_historicalsag",
)


class Migration(migrations.Migration):
    dependencies = [("organisering", "0005_niveau_og_version_er_raekker")]

    operations = [
        # The tables of 0002 too: SQLite has rebuilt some of them, and with that dropped their triggers.
        kun_tilfoejelse(*TABELLER),
        laast_naar("organisering_dagsordenspunkt", "OLD.laast"),
    ]
