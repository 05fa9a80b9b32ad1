from django.db import migrations

from sundhedsaftale.faelles.historik import kun_tilfoejelse


class Migration(migrations.Migration):
    dependencies = [("indsatser", "0010_punktemner_om_puljer")]

    operations = [kun_tilfoejelse("indsatser_historicalpunktemne")]
