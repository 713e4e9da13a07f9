from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "practices.publications"
    verbose_name = "Publications"
