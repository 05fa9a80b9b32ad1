from django.db import migrations

from sundhedsaftale.faelles.historik import kun_tilfoejelse

TABELLER = (
    "rapportering_historicalrapporteringsrunde",
    "rapportering_historicalrapporttype",
    "rapportering_historicalstatuslinje",
    "rapportering_historicalstatusrapport",
    "rapportering_historicalunderskrift",
)


class Migration(migrations.Migration):
    dependencies = [("rapportering", "0001_initial")]

    operations = [kun_tilfoejelse(*TABELLER)]
