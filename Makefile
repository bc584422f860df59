# Everything from a checkout with Python 3.11+ and make. `make` alone lists the targets.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo
SAMPLE_USER := m.arden

.PHONY: help demo serve test test-all test-postgresql check format messages clean train-names train-reading

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed; none was found.'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# Two stamps: what the program needs, and what its checks need besides.
$(VENV)/.installed: $(VENV)/.made pyproject.toml constraints.txt hatch_build.py src/homeward/names/compiled.c
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made pyproject.toml constraints.txt hatch_build.py src/homeward/names/compiled.c
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(VENV)/.installed $@

demo: $(VENV)/.installed  ## set up and do the main job on the invented sample case
	$(BIN)/homeward demo --folder $(DEMO)

serve: $(VENV)/.installed  ## show the sample case in a browser on this machine
	$(BIN)/homeward demo --folder $(DEMO) --quiet
	$(BIN)/homeward serve --file $(DEMO)/homeward.db --user $(SAMPLE_USER)

TESTS := $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

test: $(VENV)/.installed-dev  ## set up and pass the tests, but for those marked slow
	$(TESTS) -m "not slow"

test-all: $(VENV)/.installed-dev  ## all tests: the journeys by keyboard alone, too
	$(TESTS)

test-postgresql: $(VENV)/.installed-dev  ## the tests of the case file and of the pages again, on PostgreSQL
	$(BIN)/python -m tests.postgresql

check: $(VENV)/.installed-dev  ## formatting, typing, directions of imports, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	HOMEWARD_FILE=$(VENV)/check.db $(BIN)/python manage.py makemigrations --check --dry-run

format: $(VENV)/.installed-dev  ## put the code into shape
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

messages: $(VENV)/.installed-dev  ## take marked texts into the catalogues of each language, and compile them
	$(BIN)/python -m tools.messages

DATA ?= ../shared/data
STEPS ?= 10000
train-names: $(VENV)/.installed-dev  ## learn the name engine's weights anew from DATA (an hour or more on two cores)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	$(BIN)/python -m training.names --data $(DATA) --steps $(STEPS)

train-reading: $(VENV)/.installed-dev  ## learn the reading engine's weights anew from DATA (an hour or more on two cores)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	$(BIN)/python -m training.reading --data $(DATA)

clean:  ## remove the environment and the demo
	rm -rf $(VENV) $(DEMO)
