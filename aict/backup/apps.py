from django.apps import AppConfig


class BackupConfig(AppConfig):
    name = "aict.backup"
    verbose_name = "Sauvegarde"
