from django.db import migrations

from sundhedsaftale.faelles.historik import laast_naar
from sundhedsaftale.faelles.soegning import fuldtekst

KOLONNER = (
    ("organisering_aftale", "soegetekst"),
    ("organisering_bemaerkning", "soegetekst"),
    ("organisering_bilag", "soegetekst"),
    ("organisering_dagsordenspunkt", "soegetekst"),
    ("organisering_dagsordenspunkt", "beslutningssoegetekst"),
    ("organisering_dokument", "soegetekst"),
    ("organisering_indstilling", "soegetekst"),
    ("organisering_ordlyd", "soegetekst"),
    ("organisering_ordlyd", "beslutningssoegetekst"),
    ("organisering_organ", "soegetekst"),
    ("organisering_sag", "soegetekst"),
)


class Migration(migrations.Migration):
    dependencies = [("organisering", "0009_fyld_soegetekst")]

    operations = [
        fuldtekst(*KOLONNER),
        # SQLite rebuilt the table for its new columns, and with that dropped its triggers.
        laast_naar("organisering_dagsordenspunkt", "OLD.laast"),
    ]
