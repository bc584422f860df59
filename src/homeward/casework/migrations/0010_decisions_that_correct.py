from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0006_lists_prepared_and_approved'),
    ]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='corrected',
            field=models.JSONField(blank=True, default=dict, help_text='what the person read otherwise, by field (see casework.corrections)'),
        ),
    ]
