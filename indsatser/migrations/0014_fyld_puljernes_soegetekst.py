"""The search columns of the rows there are; a save works them out."""

from django.db import migrations


def fyld(apps, schema_editor):
    for model in ("Pulje", "Disponering", "Opgaveoverdragelse"):
        for raekke in apps.get_model("indsatser", model).objects.iterator():
            raekke.save(update_fields=["soegetekst"])


class Migration(migrations.Migration):
    dependencies = [("indsatser", "0013_puljernes_soegetekst")]

    operations = [migrations.RunPython(fyld, migrations.RunPython.noop)]
