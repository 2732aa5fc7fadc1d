# `make site` and `make test` are all that a newcomer needs; both set up what they use.

export NO_MKDOCS_2_WARNING = 1

RUN := .venv/bin
SETUP := build_tools/setup.sh
SETUP_NEEDS := $(SETUP) pyproject.toml

.PHONY: site serve test test-fast test-kills test-mutations check bench widgets words clean
.DEFAULT_GOAL := site

site: .venv/site ## Build the site into site/
	$(RUN)/mkdocs build

serve: .venv/site ## Preview on http://127.0.0.1:8000, following every edit
	$(RUN)/mkdocs serve

test: check .venv/plugins/made ## Lint, types and every test
	build_tools/chromium.sh
	$(RUN)/python -m pytest -n auto

test-fast: .venv/test ## For the daily loop: what starts no command, browser or Node; under a minute
	$(RUN)/python -m pytest -n auto -q -m "not kills and not programs and not slow"

test-kills: .venv/test ## Kill builds at random moments and at every call, and edit at random; takes some minutes
	$(RUN)/python -m pytest -m kills

test-mutations: .venv/test ## Ten thousand mistakes in the glossary's files, at each of two seeds; an hour each
	$(RUN)/python build_tools/trials.py --seed 1
	$(RUN)/python build_tools/trials.py --seed 2

check: .venv/test ## Lint and types
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy

bench: .venv/test ## What builds and edits cost, beside plain MkDocs, an answer in the calculator, and a long text
	build_tools/chromium.sh
	$(RUN)/python -m benchmark
	$(RUN)/python build_tools/benchmark_calculator.py
	$(RUN)/python build_tools/benchmark_text.py

widgets: ## Bundle widgets/ into the files that sites and embeds load
	cd widgets && npm ci --silent && node build.mjs ../build_tools/termwise/render/assets

words: .venv/test ## Collect what the interface says into the catalogue, and bring every language up to it
	$(RUN)/python build_tools/words.py

clean: ## Remove what can be made again
	rm -rf .venv site

.venv/site: build_tools/locks/site.txt $(SETUP_NEEDS)
	$(SETUP) $<
	@touch $@

.venv/test: build_tools/locks/test.txt $(SETUP_NEEDS)
	$(SETUP) $<
	@touch $@ .venv/site

# Plugins of others, apart from ours: where some of them are, MkDocs and mike behave differently.
.venv/plugins/made: build_tools/locks/plugins.txt $(SETUP_NEEDS) | .venv/test
	$(SETUP) $< .venv/plugins
	@touch $@
