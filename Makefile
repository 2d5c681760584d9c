# make site   the sample blog, built into public/
# make test   what a change must pass before it is shown to anyone
#
# The rest: check (style and types), quality (browsers and checkers; needs Chromium, Java and npm), pictures
# (screenshots into docs/pictures/), bench (beside Hugo and Eleventy), bench-startup, soak (looks for faults for MINUTES=n), lock (pin the
# dependencies again), clean.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
COMPILE := $(BIN)/python -m piptools compile -q --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-options --no-emit-index-url

.PHONY: site test check quality bench pictures bench-startup soak lock clean
.DEFAULT_GOAL := site
.DELETE_ON_ERROR:

site: $(VENV)/site.stamp
	@$(BIN)/python -m blogsmith build

test: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest --no-header -n auto --dist worksteal -m "not quality"

check: $(VENV)/dev.stamp
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy -p blogsmith -p tests -p docs -p benchmarks

quality: $(VENV)/dev.stamp node_modules/.stamp
	@$(BIN)/python -m pytest --no-header -n 2 -m "(quality or promise and not sampled) and not idle"
	@$(BIN)/python -m pytest --no-header -m idle

pictures: $(VENV)/dev.stamp
	@$(BIN)/python -m docs.pictures

BENCH := .bench
POSTS ?= 1000 10000
RUNS ?= 3
bench: $(VENV)/dev.stamp $(BENCH)/.stamp
	@$(BIN)/python -m benchmarks.compare $(BENCH) $(BENCH)/sites --posts $(POSTS) --runs $(RUNS)

$(BENCH)/.stamp: benchmarks/peers/requirements.txt benchmarks/peers/package-lock.json
	@mkdir -p $(BENCH)
	@test -x $(BENCH)/python/bin/python || $(PYTHON) -m venv $(BENCH)/python
	@$(BENCH)/python/bin/python -m pip --disable-pip-version-check --no-input -qq install --require-hashes -r benchmarks/peers/requirements.txt
	@cp benchmarks/peers/package.json benchmarks/peers/package-lock.json .npmrc $(BENCH)/
	@npm ci --prefix $(BENCH) --ignore-scripts --loglevel=error
	@touch $@

bench-startup: $(VENV)/dev.stamp
	@$(BIN)/python -m benchmarks.startup

# Without atheris (it is made for Linux) the rest is searched all the same.
soak: $(VENV)/dev.stamp
	@$(PIP) install --require-hashes -r requirements-soak.txt || echo "atheris cannot be installed here: nothing is bred"
	@MINUTES=$(or $(MINUTES),10) $(BIN)/python -m benchmarks.soak

lock: $(VENV)/python.stamp
	@$(PIP) install pip-tools
	@$(COMPILE) --output-file requirements.txt pyproject.toml
	@$(COMPILE) --extra soak --constraint requirements.txt --output-file requirements-soak.txt pyproject.toml
	@$(COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

clean:
	@rm -rf public .public.blogsmith-new .blogsmith .pytest_cache .mypy_cache .ruff_cache .hypothesis node_modules $(VENV)
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "blogsmith needs Python 3.11 or newer: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site.stamp: requirements.txt $(VENV)/python.stamp
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt pyproject.toml $(VENV)/python.stamp
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.stamp: package.json package-lock.json
	@npm ci --ignore-scripts --loglevel=error
	@touch $@
