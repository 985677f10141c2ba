# Two commands for a newcomer: make demo, make test. Everything else is for contributors.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:

PYTHON ?= python3
BIN := .venv/bin
CODE := src tests benchmarks docs hatch_build.py
SCRIPTS := $(wildcard frontend/*.* frontend/src/*)

.PHONY: demo test check quick format golden bench docs clean

demo: .venv/run ## build, check, ask, export: the whole thing once
	@$(BIN)/python docs/demo.py

test: .venv/test ## every test
	@$(BIN)/pytest -n auto

check: .venv/test ## everything CI asks for
	@$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.tools.spelling --check
	$(BIN)/tripartite check
	$(MAKE) test

quick: .venv/test ## the part under a minute
	@$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto -m "not slow" -q

format: .venv/test ## one spelling for code and data
	@$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix --quiet $(CODE)
	$(BIN)/python -m tests.tools.spelling

golden: .venv/test ## rewrite the expected answers; review the diff
	@$(BIN)/python -m tests.tools.golden

docs: .venv/test ## rewrite the generated reference and the output in the documents
	@$(BIN)/python -m tests.tools.reference

bench: .venv/test ## ratios against the peers named, in one run
	@$(BIN)/python -m benchmarks.cold
	$(BIN)/python -m benchmarks.find
	$(BIN)/python -m benchmarks.evidence
	$(BIN)/python -m benchmarks.pictures
	$(BIN)/python -m benchmarks.validation

.venv/run: requirements.txt pyproject.toml hatch_build.py $(SCRIPTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) must be 3.11 or newer; set PYTHON=…"; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/test: .venv/run requirements-test.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@
