# One way in: make run, make test, make check. Each makes its own virtual environment first.
# The first interpreter that runs, has venv and is of a version we support; a shim that only knows a name does not count.
FITS := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python /usr/bin/python3; do \
  $$p -c '$(FITS)' >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
RUN_READY := $(VENV)/run-ready
DEV_READY := $(VENV)/dev-ready
BENCH_READY := $(VENV)/bench-ready
# Checks and builds the map's JavaScript; neither make run nor make test needs it.
NODE := node_modules/.bin
NODE_READY := node_modules/ready
SCRIPTS := "components/**/*.{js,ts}" "static/*.js" "tests/**/*.js"
# Only this machine reaches the atlas; ADDRESS=0.0.0.0 serves every network it is on.
ADDRESS ?= 127.0.0.1
PORT ?= 8501
# One test process a core, each with an app and a browser of its own; one that is done takes tests from the other.
TEST_FLAGS ?= -n auto --maxprocesses 4 --dist worksteal
# What fails while the others are at work is run once more by itself: what fails there, too, is a failure.
ALONE := $(BIN)/pytest --last-failed --last-failed-no-failures none

.PHONY: run test check format geo bench clean

run: $(RUN_READY)
	$(BIN)/streamlit run app.py --server.address $(ADDRESS) --server.port $(PORT)

test: $(DEV_READY)
	$(BIN)/pytest $(TEST_FLAGS) || $(ALONE)

check: $(DEV_READY) $(NODE_READY)
	$(BIN)/ruff format --check .
	$(NODE)/prettier --check --log-level warn $(SCRIPTS)
	$(BIN)/ruff check .
	$(NODE)/tsc
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m data check
	$(BIN)/python -m components.served
	$(BIN)/pytest $(TEST_FLAGS) || $(ALONE)

format: $(DEV_READY) $(NODE_READY)
	$(NODE)/prettier --write --log-level warn $(SCRIPTS)
	$(BIN)/python -m components.map
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

geo: $(DEV_READY)
	$(BIN)/python -m geo build

# make bench QUICK=1 for a glance; figures land in tests/bench/results.csv.
bench: $(BENCH_READY)
	$(BIN)/python -m tests.bench $(if $(QUICK),--quick)

$(BIN)/python:
	@test -n "$(PYTHON)" && $(PYTHON) -c '$(FITS)' >/dev/null 2>&1 || { \
	  echo "Python 3.11, 3.12 or 3.13 with venv is needed; found: $(or $(PYTHON),none). Set PYTHON=/path/to/python3."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_READY): requirements.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV_READY): requirements.txt requirements-dev.txt | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(RUN_READY)

$(NODE_READY): package.json package-lock.json
	@command -v npm >/dev/null || { echo "npm of Node 18 or later is needed to check and build the map's JavaScript."; exit 1; }
	npm ci --silent --no-audit --no-fund
	@touch $@

$(BENCH_READY): requirements-bench.txt $(DEV_READY)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

clean:
	rm -rf $(VENV) node_modules static/published .mypy_cache .ruff_cache .pytest_cache
