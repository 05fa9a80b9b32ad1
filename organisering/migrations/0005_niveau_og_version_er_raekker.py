import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organisering', '0004_flyt_niveauer_og_versioner'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='aftale',
            name='aftaleversion',
        ),
        migrations.RemoveField(
            model_name='aftale',
            name='godkendt_af',
        ),
        migrations.RemoveField(
            model_name='aftale',
            name='godkendt_den',
        ),
        migrations.RemoveField(
            model_name='aftale',
            name='journalnummer',
        ),
        migrations.RemoveField(
            model_name='historicalaftale',
            name='aftaleversion',
        ),
        migrations.RemoveField(
            model_name='historicalaftale',
            name='godkendt_af',
        ),
        migrations.RemoveField(
            model_name='historicalaftale',
            name='godkendt_den',
        ),
        migrations.RemoveField(
            model_name='historicalaftale',
            name='journalnummer',
        ),
        migrations.AlterField(
            model_name='moede',
            name='uuid',
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='offentlig nøgle'),
        ),
        migrations.AlterField(
            model_name='historicalorgantype',
            name='niveau',
            field=models.ForeignKey(blank=True, db_column='niveau', db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='organisering.niveau', to_field='nummer', verbose_name='niveau'),
        ),
        migrations.AlterField(
            model_name='organtype',
            name='niveau',
            field=models.ForeignKey(db_column='niveau', on_delete=django.db.models.deletion.PROTECT, related_name='organtyper', to='organisering.niveau', to_field='nummer', verbose_name='niveau'),
        ),
    ]
