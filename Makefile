# GNU make 3.81 or later. Two commands to begin with:
#   make audit [URL=https://www.brand.com] [OUT=folder] [ARGS="--pages 50"]
#   make test
# make ends with status 2 whatever failed; for the exit status of Signpost itself run .venv/bin/signpost.

SHELL = /bin/sh

# What the user gives reaches the recipes through the environment, and never as text that make or the shell would read.
override URL := $(value URL)
override OUT := $(value OUT)
override ARGS := $(value ARGS)
export URL OUT ARGS

.PHONY: help setup audit test check lint bench accuracy soak goldens schema lock clean

help:
	@echo 'make audit                    audit the demo shop'
	@echo 'make audit URL=https://...    audit a site; OUT=folder and ARGS="--pages 50" if you like'
	@echo 'make test                     run the tests; ARGS="-k phone" runs some'
	@echo 'make check                    lint and test'
	@echo 'make bench | accuracy | soak  measure the speed, the answers on labelled sites, the long runs'
	@echo 'make goldens                  write the goldens of tests/golden anew: read the difference before you keep it'
	@echo 'make schema | lock | clean    write the JSON Schema, lock the packages, remove what was built'

setup:
	@tools/setup

# ARGS is split at blanks. `--` ends the options, so that a URL cannot become one.
audit: setup
	@set -f; set -- audit; \
	if [ -n "$$OUT" ]; then set -- "$$@" --out "$$OUT"; fi; \
	if [ -z "$$URL" ]; then exec .venv/bin/signpost "$$@" --demo $$ARGS; fi; \
	exec .venv/bin/signpost "$$@" $$ARGS -- "$$URL"

test: setup
	@set -f; exec .venv/bin/python -m pytest -n auto --dist loadfile -m 'not wide' $$ARGS

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

check: lint test

bench: setup
	@set -f; exec .venv/bin/python -m benchmarks.speed $$ARGS

accuracy: setup
	@set -f; exec .venv/bin/python -m benchmarks.accuracy $$ARGS

soak: setup
	@set -f; exec .venv/bin/python -m benchmarks.soak $$ARGS

goldens: setup
	.venv/bin/python -m tests.golden.rewrite

schema: setup
	@mkdir -p docs/schema
	.venv/bin/python -m auditor.model.schema > docs/schema/signpost.audit-1.json

# Keeps the versions that are locked; ARGS=--upgrade takes the newest.
lock: setup
	@.venv/bin/python -m pip --quiet --disable-pip-version-check install uv
	@set -f; UV_CUSTOM_COMPILE_COMMAND='make lock' .venv/bin/uv pip compile --quiet --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --group pyproject.toml:dev -o requirements.lock $$ARGS pyproject.toml

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
