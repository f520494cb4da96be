# `make demo` and `make test` need Python 3.11 or newer and nothing else; each makes what it needs.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
VENV := .venv
HANLP := .venv-hanlp
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev

.PHONY: help setup demo test test-shared test-hanlp lint bench quality docs messages clean

help:  ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(INSTALLED_DEV)  ## .venv with kg and all that developing needs

demo: $(INSTALLED)  ## the example pages through the whole line; writes out/graph.html
	@$(BIN)/python examples/demo.py

test: $(INSTALLED_DEV)  ## all tests that need only this repository
	$(BIN)/python -m pytest -m "not shared and not hanlp"

test-shared: $(INSTALLED_DEV)  ## the tests that read ../shared
	$(BIN)/python -m pytest -m shared

test-hanlp: $(HANLP)/.installed  ## the HanLP annotator's tests, in a venv of their own (downloads 5.6 GB)
	OMP_NUM_THREADS=1 $(HANLP)/bin/python -m pytest -m hanlp

lint: $(INSTALLED_DEV)  ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(INSTALLED_DEV)  ## speed and memory
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python "$$script"; done

quality: $(INSTALLED_DEV)  ## figures against gold, into docs/quality.md (reads ../shared)
	$(BIN)/python -m training.quality --out docs/quality.md --readme README.md README.zh.md

docs: $(INSTALLED_DEV)  ## the pages of docs/ that are made from the code
	@for script in docs/*.py; do echo "== $$script"; $(BIN)/python "$$script"; done

messages: $(INSTALLED_DEV)  ## gather the messages of the code into kg/locale and compile their Chinese
	@mkdir -p out
	$(BIN)/pybabel --quiet extract --keyword=_ --no-location --sort-output --output=out/kg.pot kg
	$(BIN)/pybabel --quiet update --input-file=out/kg.pot --output-dir=kg/locale --domain=kg --locale=zh \
	  --no-fuzzy-matching --ignore-obsolete --omit-header --width=100
	$(BIN)/pybabel --quiet compile --directory=kg/locale --domain=kg --use-fuzzy

clean:  ## what the targets above made
	rm -rf $(VENV) $(HANLP) out .mypy_cache .ruff_cache .pytest_cache

$(INSTALLED): pyproject.toml
	@.ci/venv $(VENV)
	@echo "Installing kg into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable .
	@touch $@

$(INSTALLED_DEV): pyproject.toml
	@.ci/venv $(VENV)
	@echo "Installing kg and what developing needs into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(INSTALLED) $@

$(HANLP)/.installed: pyproject.toml
	@.ci/venv $(HANLP)
	@echo "Installing HanLP into $(HANLP); this downloads 5.6 GB …"
	@$(HANLP)/bin/python -m pip install --quiet --quiet --disable-pip-version-check --editable '.[hanlp,dev]'
	@touch $@
