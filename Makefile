# Everything here does its own set-up. It runs with GNU make 3.81 and BSD tools,
# so it stays within what these know.

# The interpreter for .venv; empty: the first Python 3.11 or later that is found.
PYTHON ?=
# More arguments for pytest: make test ARGS="-k curve"
ARGS ?=

BIN := .venv/bin
RUN := .venv/.run
DEV := .venv/.dev
NODE := node_modules/.set-up
WHEELHOUSE := .cache/wheelhouse/.set-up

.DEFAULT_GOAL := help
# What runs browsers, git or whole projects many times over, and so waits for `make test`.
LONG := browser install publish sites versions change/test_formats.py change/test_history.py \
	checklist/test_speech.py cli/test_build_history.py cli/test_check_base.py cli/test_diff.py \
	cli/test_diff_verdict.py cli/test_explain_schema.py cli/test_list_show.py \
	content/test_schema.py content/test_verdict.py edit/test_rename.py edit/test_starter.py \
	files/test_git.py files/test_git_log.py format/test_markdown.py render/test_compare.py \
	render/test_hands.py render/test_history.py render/test_links.py render/test_portfolio.py \
	render/test_theme_options.py site/test_linking_again.py swimlane/test_compare.py \
	swimlane/test_map_properties.py swimlane/test_sheets.py

.PHONY: help site serve test check lint types format schema docs bench saves clean tools

help: ## say what there is
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

site: $(RUN) ## build the example site and say which file to open
	@$(BIN)/jmsite build example_site

serve: $(RUN) ## serve the example site; pages follow what is saved
	@$(BIN)/jmsite serve example_site

test: $(DEV) $(NODE) $(WHEELHOUSE) tools ## run every test
	$(BIN)/pytest -n 2 --dist loadgroup $(ARGS)

check: lint types ## what one runs while working: lint, types and the quick tests
	$(BIN)/pytest -n 2 --dist worksteal $(LONG:%=--ignore=tests/%) -m "not slow" \
		--hypothesis-profile few $(ARGS)

lint: $(DEV) ## check style and imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	@$(BIN)/lint-imports --no-logo

types: $(DEV) ## check types
	$(BIN)/mypy

format: $(DEV) ## format the code and mend what can be mended
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

schema: $(DEV) ## write schema/ anew from the types
	@set -e; for name in $$($(BIN)/jmsite schema); do \
		$(BIN)/jmsite schema "$$name" >"schema/$$name.schema.json"; \
	done

docs: $(DEV) ## write docs/reference/ anew from types, rules and commands
	@$(BIN)/python -m scripts.reference

bench: $(DEV) $(NODE) ## time the commands, and judge how well pages are made
	@$(BIN)/python -m benchmarks.run
	@$(BIN)/python -m benchmarks.pages

saves: $(DEV) tools ## time how soon the preview shows what was saved
	@$(BIN)/python -m benchmarks.saves $(ARGS)

clean: ## remove what was built, and caches; the set-up stays
	rm -rf site example_site/site dist .mypy_cache .pytest_cache .ruff_cache .hypothesis \
		.import_linter_cache
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# Set-up. A stamp is younger than what it was made from, or it is made again.

$(RUN): pyproject.toml scripts/setup-python scripts/common.sh
	@PYTHON="$(PYTHON)" scripts/setup-python run
	@touch $@

$(DEV): $(RUN)
	@PYTHON="$(PYTHON)" scripts/setup-python dev
	@touch $@

# Looked at each time: a browser may be gone since, and looking is quick.
tools:
	@scripts/setup-test-tools

$(NODE): package.json package-lock.json .npmrc | tools
	@npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

$(WHEELHOUSE): pyproject.toml scripts/setup-wheelhouse | $(DEV)
	@scripts/setup-wheelhouse
	@touch $@
