from django.db import migrations

from sundhedsaftale.faelles.soegning import Soegefelt

_OVERDRAGELSENS = (
    "titel",
    "fra",
    "til",
    "patientgruppe",
    "faglige_konsekvenser",
    "oekonomiske_konsekvenser",
    "kvalitet",
    "omkostningsniveau",
    "ansvar",
)


class Migration(migrations.Migration):
    dependencies = [("indsatser", "0012_maaltal_hyppighed")]

    operations = [
        migrations.AddField("pulje", "soegetekst", Soegefelt(fra=("navn", "bemaerkning"))),
        migrations.AddField("disponering", "soegetekst", Soegefelt(fra=("titel", "ordlyd"))),
        migrations.AddField("opgaveoverdragelse", "soegetekst", Soegefelt(fra=_OVERDRAGELSENS)),
    ]
