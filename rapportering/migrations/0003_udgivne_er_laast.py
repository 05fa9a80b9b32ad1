from django.db import migrations

from sundhedsaftale.faelles.historik import laast_naar


class Migration(migrations.Migration):
    dependencies = [("rapportering", "0002_historik_kun_tilfoejelse")]

    operations = [laast_naar("rapportering_afrapportering", "OLD.udgivet IS NOT NULL")]
