# Guildbook. `make demo` shows it, `make test` checks it; neither needs anything done by hand first.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCALE := src/guildbook/locale
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard $(LOCALE)/*/LC_MESSAGES/django.po))
SERVE ?= yes
ARGS ?=
export PYTHONUTF8 := 1
export GUILDBOOK_DATA ?= $(CURDIR)/data
# No index, cache or link of this machine's configuration may decide what is installed.
UV := UV_NO_CONFIG=1 VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv --quiet

.PHONY: help .venv demo test check lint bench format messages lock packages

help: ## list the targets
	@grep -hE '^[a-z.]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z.]+):.*## /\1\t/' | expand -t 12

demo: .venv $(CATALOGUES) ## set up, load the five-source record, serve it (SERVE=no ends after loading)
	@$(BIN)/guildbook migrate --verbosity 0
	@$(BIN)/guildbook load demo --why "the five-source record"
	@if [ "$(SERVE)" != no ]; then exec $(BIN)/guildbook serve; fi

test: .venv packages lint ## set up and run every check (ARGS are handed to pytest)
	@$(BIN)/pytest -n 2 --dist loadgroup $(ARGS)

check: .venv lint ## the fast checks: style, types, layers, tests without a browser
	@$(BIN)/pytest -n 2 --dist loadgroup -m "not journey" --ignore tests/contract $(ARGS)

lint: .venv $(CATALOGUES) ## style, types, layers and migrations, without tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/guildbook makemigrations --check --dry-run

bench: .venv $(CATALOGUES) ## measure beside the peers and print ratios (NAMES=FILE measures names across scripts too)
	@for script in reading figures pages align search workbook; do $(BIN)/python bench/$$script.py || exit; done
	@if [ -n "$(NAMES)" ]; then $(BIN)/python bench/names.py $(NAMES); fi

format: .venv ## put the code in its usual shape
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

messages: .venv ## gather the messages of the code into the catalogues, for translators
	@$(BIN)/pybabel -q extract -F $(LOCALE)/babel.cfg --no-location --omit-header -c "Translators:" \
	  $$(cat $(LOCALE)/keywords.txt) -o $(LOCALE)/django.pot src/guildbook
	@for catalogue in $(CATALOGUES:.mo=.po); do \
	  $(BIN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete -i $(LOCALE)/django.pot -o $$catalogue \
	    -l $$(basename $${catalogue%/LC_MESSAGES/*}) || exit; done
	@rm $(LOCALE)/django.pot

lock: .venv ## choose versions anew and write requirements/*.txt (ARGS=--upgrade for the newest)
	@for what in "requirements/uv.in -o requirements/uv.txt" "pyproject.toml -o requirements/runtime.txt" \
	  "pyproject.toml requirements/develop.in -c requirements/runtime.txt -o requirements/develop.txt"; do \
	  $(UV) pip compile --generate-hashes --no-emit-index-url --universal --python-version 3.11 \
	    --no-annotate --custom-compile-command "make lock" $(ARGS) $$what || exit; done

%.mo: %.po | .venv
	@$(BIN)/pybabel -q compile -i $< -o $@

# The browser and its fonts are Debian packages: installed when we may, named when we may not.
packages:
	@missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	ls /usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf >/dev/null 2>&1 || missing="$$missing fonts-noto-core"; \
	ls /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc >/dev/null 2>&1 || missing="$$missing fonts-noto-cjk"; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; \
	  else echo "The browser tests need these Debian packages, please install them:$$missing" >&2; exit 1; fi; \
	fi

.venv: $(VENV)/ready

$(VENV)/ready: requirements/uv.txt requirements/develop.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "Guildbook needs Python 3.11, 3.12 or 3.13; name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@test -x $(BIN)/uv || { $(PYTHON) -m venv --clear $(VENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt; }
	@$(UV) pip sync --require-hashes requirements/uv.txt requirements/develop.txt
	@$(UV) pip install --no-deps --no-build-isolation -e .
	@touch $@
