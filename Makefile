# The commands of the README. Each one first builds the environment that it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# If this is set, every process that a test starts compiles all modules again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test thorough lint types house bench check chaos rehearsal fuzz audit train pinyin font understanding screenshot lock clean

demo: $(READY)
	$(BIN)/liaison demo

test: lint
	+$(MAKE) -j3 house types check

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

house: $(READY)
	$(BIN)/lint-imports

# Plain assertions start faster but show no values, so failed tests run a second time with pytest's own assertions.
check: $(READY)
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder --assert plain || \
	  { $(BIN)/pytest --last-failed --last-failed-no-failures none; exit 1; }

# `make test` tries only a part of what its longest tests and those with many cases could; this tries everything.
thorough: export THOROUGH := 1
thorough: test

# make chaos SECONDS=60 SEED=7
SECONDS ?= 300
chaos: $(READY)
	$(BIN)/python -m tests.chaos --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

# make rehearsal SEED=7 UNITS=10 ALSO="8 9" plays all seeds in parallel and writes docs/rehearsal.md
rehearsal: $(READY)
	$(BIN)/python -m tests.rehearsal $(if $(SEED),--seed $(SEED)) $(if $(UNITS),--units $(UNITS)) \
	  $(foreach seed,$(ALSO),--also $(seed))

# Regenerates the table that gives each character its pinyin.
pinyin: $(READY)
	$(BIN)/python -m tests.tools.pinyin_table

# Regenerates the font used in pictures from Debian's fonts-noto-cjk.
font:
	$(PYTHON) -m venv $(VENV)-font && $(VENV)-font/bin/python -m pip install --quiet fonttools
	$(VENV)-font/bin/python -m tests.tools.font && rm -r $(VENV)-font

# make bench PARTS="peers texts". aiogram is installed only to compare with it, so it is not in the lock file.
BENCH := $(VENV)-bench
bench: $(READY)
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BENCH)/bin/python -m pip install --quiet --no-build-isolation -e '.[bench]'
	$(BIN)/python -m tests.bench $(PARTS)

# make fuzz SECONDS=60 SEED=7
fuzz: $(READY)
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

# Lists known vulnerabilities in the pinned packages. pip-audit gets its own environment.
audit:
	$(PYTHON) -m venv $(VENV)-audit && $(VENV)-audit/bin/python -m pip install --quiet pip-audit
	$(VENV)-audit/bin/python -m tests.tools.audit

# Training has its own lock file: its packages are larger than all others together.
TRAINING := $(VENV)/.ready-to-train
train: $(TRAINING)
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.understanding.training

understanding: $(TRAINING)
	$(BIN)/python -m tests.understanding

screenshot: $(READY)
	$(BIN)/python -m tests.browser.screenshot

# Installs into the environment with uv, which takes a tenth of the time, or with pip if uv fails. UV_SYSTEM_CERTS makes
# uv trust the machine's certificates, as pip does. An environment created by uv has no pip until ensurepip adds it.
install = PATH="$$PATH:$(BIN)" UV_SYSTEM_CERTS=1 UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$$PIP_INDEX_URL}" \
  uv pip install --quiet --python $(BIN)/python $(1) || \
  { $(BIN)/python -m ensurepip >/dev/null 2>&1; $(BIN)/python -m pip install --quiet $(1); }

# Without uv on the machine, pip first installs the version in the lock file.
$(READY): pyproject.toml requirements.lock
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python '>=3.11' $(VENV); \
	else \
	  $(PYTHON) -m venv $(VENV) && sed -n '/^uv==/,/# via/p' requirements.lock >$(VENV)/uv.lock && \
	  { $(BIN)/python -m pip install --quiet --require-hashes -r $(VENV)/uv.lock || true; }; \
	fi
	@$(call install,--require-hashes -r requirements.lock)
	@$(call install,--no-deps --no-build-isolation -e .)
	@touch $@

$(TRAINING): $(READY) tests/understanding/requirements.lock
	@$(call install,--require-hashes -r tests/understanding/requirements.lock)
	@touch $@

LOCKED := PATH="$$PATH:$(BIN)" uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --custom-compile-command 'make lock'
lock: $(READY)
	$(LOCKED) --extra dev -o requirements.lock pyproject.toml
	$(LOCKED) -o tests/understanding/requirements.lock tests/understanding/requirements.in

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
