# Guildbook. `make demo` shows it, `make test` checks it; neither needs anything done by hand first.
SHELL := /bin/bash
PYTHON ?= python3
UV_VERSION := 0.13.9
VENV := .venv
BIN := $(VENV)/bin
SERVE ?= yes
export PYTHONUTF8 := 1
export GUILDBOOK_DATA ?= $(CURDIR)/data

.PHONY: help demo test check bench format packages catalogues

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/ready catalogues ## set up, load the five-source record, serve it (SERVE=no ends after loading)
	@$(BIN)/guildbook migrate --verbosity 0
	@$(BIN)/guildbook load demo --why "the five-source record"
	@if [ "$(SERVE)" != no ]; then $(BIN)/guildbook serve; fi

test: $(VENV)/ready catalogues packages ## set up and run every check
	$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n 2 --dist loadgroup

check: $(VENV)/ready catalogues ## the fast checks: lint, types, layers, tests without a browser
	$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n 2 --dist loadgroup -m "not journey" --ignore tests/contract

.PHONY: lint
lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/guildbook makemigrations --check --dry-run

bench: $(VENV)/ready catalogues ## measure beside the peers and print ratios
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/figures.py
	$(BIN)/python bench/pages.py

format: $(VENV)/ready ## put the code in its usual shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

catalogues: $(VENV)/ready
	@$(BIN)/pybabel -q compile -d src/guildbook/locale -D django

# The browser and its fonts are Debian packages: installed when we may, named when we may not.
packages:
	@missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	fc-list 2>/dev/null | grep -q NotoSerif-Regular || missing="$$missing fonts-noto-core"; \
	fc-list 2>/dev/null | grep -q NotoSansCJK || missing="$$missing fonts-noto-cjk"; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing >/dev/null; \
	  else echo "make test needs these Debian packages, please install them:$$missing"; exit 1; fi; \
	fi

$(VENV)/ready: requirements/develop.txt requirements/runtime.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv --quiet --no-config pip install --require-hashes -r requirements/develop.txt
	@VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv --quiet --no-config pip install --no-deps --no-build-isolation -e .
	@touch $@
