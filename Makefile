# Two commands on a fresh machine: `make demo` shows it, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo

.PHONY: help demo install test test-long check format train clean

help:
	@echo "make demo       install, ingest seeds/, print the trace, write the pages"
	@echo "make test       checks and the test suite (under 10 minutes on 2 cores)"
	@echo "make test-long  the tests that take minutes each"
	@echo "make check      formatting, lint, types, layers, generated docs"
	@echo "make train      train the extractor's learned layer again (about ten minutes)"

install: $(VENV)/installed
$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/installed

demo: $(VENV)/installed
	@$(BIN)/kg demo --folder $(DEMO)

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check
	$(BIN)/pytest -m "not long"

test-long: $(VENV)/installed-dev
	$(BIN)/pytest -m long

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

train: $(VENV)/installed-dev
	$(BIN)/python scripts/train_labeller.py

clean:
	rm -rf $(VENV) $(DEMO) dist
