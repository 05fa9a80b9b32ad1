"""The search columns of the rows there are; a save works them out."""

from django.db import migrations

KOLONNER = {
    "Aftale": ["soegetekst"],
    "Bemaerkning": ["soegetekst"],
    "Bilag": ["soegetekst"],
    "Dagsordenspunkt": ["soegetekst", "beslutningssoegetekst"],
    "Dokument": ["soegetekst"],
    "Indstilling": ["soegetekst"],
    "Ordlyd": ["soegetekst", "beslutningssoegetekst"],
    "Organ": ["soegetekst"],
    "Sag": ["soegetekst"],
}


def fyld(apps, schema_editor):
    for model, kolonner in KOLONNER.items():
        for raekke in apps.get_model("organisering", model).objects.iterator():
            raekke.save(update_fields=kolonner)


class Migration(migrations.Migration):
    dependencies = [("organisering", "0008_soegetekst")]

    operations = [migrations.RunPython(fyld, migrations.RunPython.noop)]
