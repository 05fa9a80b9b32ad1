from django.db import migrations

from sundhedsaftale.faelles.historik import kun_tilfoejelse

TABELLER = (
    "organisering_historicalaftale",
    "organisering_historicalaftalepart",
    "organisering_historicalaftaletype",
    "organisering_historicalmedlemskab",
    "organisering_historicalmoede",
    "organisering_historicalorgan",
    "organisering_historicalorganisation",
    "organisering_historicalorganomraade",
    "organisering_historicalorgantype",
    "organisering_historicalperson",
    "organisering_historicalrolle",
)


class Migration(migrations.Migration):
    dependencies = [("organisering", "0001_initial")]

    operations = [kun_tilfoejelse(*TABELLER)]
