import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import rapportering.models.tryk
import sundhedsaftale.faelles.felter
import sundhedsaftale.faelles.job


class Migration(migrations.Migration):
    dependencies = [
        ("organisering", "0006_historik_og_beslutninger_er_laast"),
        ("rapportering", "0003_udgivne_er_laast"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # Where a new file goes is no column: a rebuilt table would lose the trigger that locks published editions.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="afrapportering",
                    name="pdf",
                    field=models.FileField(
                        blank=True, upload_to=rapportering.models.tryk.trykfil, verbose_name="PDF"
                    ),
                )
            ]
        ),
        migrations.CreateModel(
            name="Moedetryk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="offentlig nøgle")),
                ("tilstand", models.CharField(choices=[("i_koe", "i kø"), ("i_gang", "i gang"), ("faerdig", "færdig"), ("fejlet", "fejlet")], default="i_koe", editable=False, max_length=12, verbose_name="tilstand")),
                ("bestilt", models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="bestilt")),
                ("frist", models.DateTimeField(default=sundhedsaftale.faelles.job.ny_frist, editable=False, verbose_name="frist")),
                ("lease_token", models.CharField(blank=True, editable=False, max_length=32, verbose_name="lejemærke")),
                ("lease_til", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="lejet til")),
                ("forsoeg", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="forsøg")),
                ("fremdrift", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="fremdrift i procent")),
                ("fremdriftstekst", sundhedsaftale.faelles.felter.Tekst(blank=True, editable=False, max_length=200, verbose_name="fremdrift")),
                ("fejltekst", sundhedsaftale.faelles.felter.Langtekst(blank=True, editable=False, verbose_name="fejl")),
                ("snapshot", models.JSONField(verbose_name="datagrundlag")),
                ("sha256", models.CharField(max_length=64, verbose_name="datagrundlagets SHA-256")),
                ("html", models.TextField(blank=True, verbose_name="HTML")),
                ("pdf", models.FileField(blank=True, upload_to=rapportering.models.tryk.trykfil, verbose_name="PDF")),
                ("sider", models.PositiveIntegerField(blank=True, null=True, verbose_name="sider")),
                ("slags", models.CharField(choices=[("dagsorden", "Dagsorden"), ("referat", "Referat"), ("pakke", "Dagsorden med bilag")], max_length=10, verbose_name="slags")),
                ("offentlig", models.BooleanField(verbose_name="offentlig udgave")),
                ("bestilt_af", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="moedetryk", to=settings.AUTH_USER_MODEL, verbose_name="bestilt af")),
                ("moede", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="tryk", to="organisering.moede", verbose_name="møde")),
            ],
            options={
                "verbose_name": "mødetryk",
                "verbose_name_plural": "mødetryk",
                "ordering": ["-bestilt"],
                "abstract": False,
                "indexes": [models.Index(fields=["sha256"], name="moedetryk_sha256")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("fremdrift__lte", 100)), name="rapportering_moedetryk_fremdrift_hoejst_100"),
                    models.UniqueConstraint(condition=models.Q(("tilstand__in", ["i_koe", "i_gang"])), fields=("sha256",), name="moedetryk_en_ad_gangen"),
                ],
            },
        ),
    ]
