from django.db import migrations

from sundhedsaftale.faelles.soegning import fuldtekst


class Migration(migrations.Migration):
    dependencies = [("indsatser", "0014_fyld_puljernes_soegetekst")]

    operations = [
        fuldtekst(
            ("indsatser_pulje", "soegetekst"),
            ("indsatser_disponering", "soegetekst"),
            ("indsatser_opgaveoverdragelse", "soegetekst"),
        )
    ]
