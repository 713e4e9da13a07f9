# Every target works on a fresh machine: see aict/boot/.
.PHONY: run stop

PYTHON ?= python3

run:
	.venv/bin/python manage.py migrate
	.venv/bin/python manage.py runserver

stop:
	@.venv/bin/python -m aict.embedded_pg stop
