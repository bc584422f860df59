import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0001_the_case_file'),
    ]

    operations = [
        migrations.CreateModel(
            name='TextPrint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.BigIntegerField()),
                ('capture', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.capture')),
                ('case', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.case')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('case', 'value', 'capture'), name='print_once_per_capture')],
            },
        ),
    ]
