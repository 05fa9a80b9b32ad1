# Every target brings its own set-up; a second run finds it done.
PYTHON ?= python3
VENV := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test test-quick check bench

help: ## show the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 18

setup: ## .venv with the pinned packages, DKFDS and htmx
	@$(PYTHON) sundhedsaftale/tools/setup.py

setup-dev: ## the same with what the checks and tests need
	@$(PYTHON) sundhedsaftale/tools/setup.py requirements-dev.txt

run: setup ## the portal with demo data on http://127.0.0.1:8000 (PORT=8001 for another port)
	@exec $(VENV) -m sundhedsaftale.tools.run

test: setup-dev ## the whole suite on SQLite and PostgreSQL, with a real broker, worker and browser
	@exec $(VENV) -m sundhedsaftale.tools.suite alt

test-quick: setup-dev ## what pip alone brings: SQLite and Valkey, no browser
	@exec $(VENV) -m sundhedsaftale.tools.suite hurtig

check: setup-dev ## style, types, imports, templates and migrations
	@exec $(VENV) -m sundhedsaftale.tools.kontrol

bench: setup-dev ## the figures of docs/promises.md
	@exec $(VENV) -m sundhedsaftale.tools.bench
