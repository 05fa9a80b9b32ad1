"""Rungs get rows of their own, agreements get their versions, and meetings their public keys."""

import uuid

from django.db import migrations


def frem(apps, schema_editor):
    Organtype, Niveau = apps.get_model("organisering", "Organtype"), apps.get_model("organisering", "Niveau")
    for nummer in set(Organtype.objects.values_list("niveau", flat=True)):
        Niveau.objects.create(nummer=nummer, navn=f"Niveau {nummer}")
    Aftale, Aftaleversion = apps.get_model("organisering", "Aftale"), apps.get_model("organisering", "Aftaleversion")
    for aftale in Aftale.objects.exclude(aftaleversion="", godkendt_af="", journalnummer=""):
        er_tal = aftale.aftaleversion.isascii() and aftale.aftaleversion.isdigit() and len(aftale.aftaleversion) < 5
        Aftaleversion.objects.create(
            aftale=aftale,
            nummer=int(aftale.aftaleversion) if er_tal else 1,
            tilstand="godkendt" if aftale.godkendt_af or aftale.godkendt_den else "udkast",
            journalnummer=aftale.journalnummer,
            godkendt_af=aftale.godkendt_af,
            godkendt_den=aftale.godkendt_den,
            bemaerkning="" if er_tal else aftale.aftaleversion,
        )
    Moede = apps.get_model("organisering", "Moede")
    for pk in Moede.objects.values_list("pk", flat=True):
        Moede.objects.filter(pk=pk).update(uuid=uuid.uuid4())


def tilbage(apps, schema_editor):
    Aftaleversion = apps.get_model("organisering", "Aftaleversion")
    Aftale = apps.get_model("organisering", "Aftale")
    for version in Aftaleversion.objects.order_by("nummer"):
        Aftale.objects.filter(pk=version.aftale_id).update(
            aftaleversion=str(version.nummer),
            journalnummer=version.journalnummer,
            godkendt_af=version.godkendt_af,
            godkendt_den=version.godkendt_den,
        )
    Aftaleversion.objects.all().delete()
    apps.get_model("organisering", "Niveau").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("organisering", "0003_moeder_og_versioner")]

    operations = [migrations.RunPython(frem, tilbage)]
