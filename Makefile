# Everything a developer needs: run, test, check, bench, quality, shots, clean.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: run test check bench quality shots lock clean
.DEFAULT_GOAL := run

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Lesesaal needs Python 3.11 or newer; PYTHON=/path/to/python3.12 make … chooses one." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python's venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

run: $(STAMP)
	@$(BIN)/python -m compileall -q desktop_app  # pip does so for an installed program; it halves the start
	@$(BIN)/python -m desktop_app --demo

test: $(STAMP)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/arch

bench: $(STAMP)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.perf.bench

# How well the search ranks and names are found (the model card takes the latter), over test collections that are not part of the
# project: LESESAAL_COLLECTIONS names their folder.
quality: $(STAMP)
	@$(BIN)/python -m tests.perf.quality
	@$(BIN)/python -m tests.perf.people_quality
	@$(BIN)/python -m tests.perf.family_quality

shots: $(STAMP)
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.shots.take docs/pictures

# Needs uv; the lock holds hashes and no address.
lock:
	uv export --quiet --no-emit-project --all-groups --no-header --output-file requirements.lock
	rm -f uv.lock

clean:
	rm -rf $(VENV) build dist .shots .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
