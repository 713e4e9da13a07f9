"""The reader's addresses: a key, nothing else."""

from django.urls import path

from practices.dossiers.views import shared

urlpatterns = [
    path("<slug:key>/", shared.shared, name="shared_dossier"),
    path("<slug:key>/dossier.pdf", shared.shared_pdf, name="shared_dossier_pdf"),
    path("<slug:key>/lecture/", shared.opened, name="shared_dossier_opened"),
]
