# A fresh machine needs Python ≥ 3.11 with venv, make and git: aict/boot/ builds the rest.
.PHONY: run test check verify bench setup stop clean

PYTHON ?= python3
boot = @command -v $(PYTHON) >/dev/null || { echo "Python est absent : installez Python 3.11 ou plus récent."; exit 1; }; \
	exec $(PYTHON) -m aict.boot

run:  # the site with its database and its worker, at http://127.0.0.1:8000 (HOST, PORT)
	$(boot) run

test:  # every test but the long ones
	$(boot) test

check:  # style, types, templates, laws, migrations, production settings
	$(boot) check

verify:  # the long suites
	$(boot) verify

setup:  # the virtual environment with the tools of the tests
	$(boot) setup

bench: setup  # SIZE=1k|10k|100k ONLY=list|search|detail|autocomplete|partnerships|map|territory|directories|observatory|elected|compare|results|submit|register|import|crossing|answer
	@.venv/bin/python manage.py bench $(if $(SIZE),--size $(SIZE)) $(if $(ONLY),--only $(ONLY))

stop:  # the embedded database, should something have left it running
	@$(PYTHON) -m aict.embedded_pg stop

clean: # forget everything this machine made here, demonstration data included
	@$(PYTHON) -m aict.embedded_pg erase
	@rm -rf .venv var staticfiles .pytest_cache .mypy_cache .ruff_cache
