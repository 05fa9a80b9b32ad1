from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("organisering", "0006_historik_og_beslutninger_er_laast")]

    operations = [
        migrations.RemoveConstraint(model_name="moede", name="moede_et_ad_gangen"),
        migrations.AddConstraint(
            model_name="moede",
            constraint=models.UniqueConstraint(
                condition=models.Q(("tilstand", "aflyst"), _negated=True),
                fields=("organ", "starter"),
                name="moede_et_ad_gangen",
                violation_error_message="Organet har allerede et møde på det tidspunkt.",
            ),
        ),
    ]
