from django.db import migrations

from sundhedsaftale.faelles.historik import kun_tilfoejelse

TABELLER = (
    "indsatser_historicalcellevirkning",
    "indsatser_historicalpunktemne",
    # SQLite may have rebuilt the table for its new column, and with that dropped its triggers.
    "indsatser_historicalressourcetraek",
)


class Migration(migrations.Migration):
    dependencies = [("indsatser", "0003_beslutningers_virkninger")]

    operations = [kun_tilfoejelse(*TABELLER)]
