from django.db import migrations, models

from sundhedsaftale.faelles.historik import kun_tilfoejelse

_HYPPIGHED = models.PositiveSmallIntegerField(
    blank=True,
    help_text="Fx 4 for Den Nationale Sundhedsprofil og 1 for tal, der kommer hvert år. Tomt, når det ikke vides.",
    null=True,
    verbose_name="år mellem nye tal",
)


class Migration(migrations.Migration):
    dependencies = [("indsatser", "0011_punktemners_historik_er_laast")]

    operations = [
        migrations.AddField("maaltal", "hyppighed", _HYPPIGHED),
        migrations.AddField("historicalmaaltal", "hyppighed", _HYPPIGHED),
        kun_tilfoejelse("indsatser_historicalmaaltal"),
    ]
