"""A request too heavy to be any file we take is refused before it is read."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class Bounded(FileUploadHandler):
    """First of the upload handlers: it lets pass or refuses, and keeps nothing itself."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803 (Django's name)
        if content_length > settings.UPLOAD_MAX_SIZE:
            raise RequestDataTooBig("L’envoi dépasse la taille acceptée.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
