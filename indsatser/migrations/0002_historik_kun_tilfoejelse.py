from django.db import migrations

from sundhedsaftale.faelles.historik import kun_tilfoejelse

TABELLER = (
    "indsatser_historicalindsats",
    "indsatser_historicalindsats_maalsaetninger",
    "indsatser_historicalindsats_risikogrupper",
    "indsatser_historicalmaaling",
    "indsatser_historicalmaalsaetning",
    "indsatser_historicalmaaltal",
    "indsatser_historicalportefoeljepost",
    "indsatser_historicalressourcetraek",
    "indsatser_historicalrisikogruppe",
)


class Migration(migrations.Migration):
    dependencies = [("indsatser", "0001_initial")]

    operations = [kun_tilfoejelse(*TABELLER)]
