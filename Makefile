# Two commands for a newcomer: make demo, make test. Everything else is for contributors.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:

PYTHON ?= python3
BIN := .venv/bin
CODE := src tests benchmarks docs hatch_build.py
SCRIPTS := $(wildcard frontend/*.* frontend/src/*)

.PHONY: demo test browser check quick hostile format golden bench docs clean

demo: .venv/run ## build, check, ask, export: the whole thing once
	@$(BIN)/python docs/demo.py

test: .venv/test browser ## every test
	@$(BIN)/pytest -n auto

browser: ## the browser that tests of pages need, where it is missing and the user may install it
	@command -v chromium > /dev/null && exit 0
	root=; [ "$$(id -u)" = 0 ] || root="sudo -n"
	if command -v apt-get > /dev/null && $$root true 2> /dev/null; then
		$$root apt-get update -qq && $$root apt-get install -y -qq --no-install-recommends chromium > /dev/null && exit 0
	fi
	echo "make: tests of pages need Chromium; as an administrator: apt-get install chromium"

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

hostile: .venv/test ## what queries and shapes from outside must not do, twenty times in a row
	@for round in {1..20}; do $(BIN)/pytest tests/test_hostile.py tests/test_hostile_shapes.py -n auto -q || exit 1; done

format: .venv/test ## one spelling for code and data
	@$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix --quiet $(CODE)
	$(BIN)/python -m tests.tools.spelling

golden: .venv/test ## rewrite the expected answers; review the diff
	@$(BIN)/python -m tests.tools.golden

docs: .venv/test ## rewrite the generated reference and the output in the documents
	@$(BIN)/python -m tests.tools.reference

bench: .venv/test ## ratios against the peers named, in one run; FULL=1 adds what takes long
	@FULL=$(FULL) $(BIN)/python -m benchmarks

.venv/run: requirements.txt pyproject.toml hatch_build.py $(SCRIPTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) must be 3.11 or newer; set PYTHON=…"; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/test: .venv/run requirements-test.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	touch $@

clean: ## take away what was built and installed
	@rm -rf .venv build dist out frontend/node_modules src/tripartite/pictures/assets
