from django.db import migrations

from sundhedsaftale.faelles.soegning import fuldtekst


class Migration(migrations.Migration):
    dependencies = [("indsatser", "0006_fyld_soegetekst")]

    operations = [fuldtekst(("indsatser_indsats", "soegetekst"), ("indsatser_maalsaetning", "soegetekst"))]
