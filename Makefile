# `make demo` on a fresh clone sets up all that is needed and shows the kiosk; `make help` lists the rest.
# The interpreter is asked for only when the environment is made: `rm -rf .venv` to change it.
PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
GERMAN := screens/i18n/switchback_de
# Most end-to-end tests wait for real seconds: several of them wait at once.
WORKERS ?= 4
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
LOCKED := $(PIP) install --require-hashes --only-binary :all: --requirement
# A lock of exact versions with hashes; it holds on x86-64 and aarch64, and names no address.
COMPILE := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.DEFAULT_GOAL := help
.PHONY: help
help:
	@grep -E '^[a-z-]+:.*##' $(firstword $(MAKEFILE_LIST)) | sed -E 's/:[^#]*## */\t/' | expand -t 12

.PHONY: demo test check lint format texts setup setup-dev lock clean system bench pictures prove-replay prove-noise prove-bytes \
	prove-crowd prove-faults prove-coach prove-sessions prove-looks prove-monkey prove-power prove-damage prove-disk prove-hostile prove-stick prove-day prove-years prove-install prove-update release \
	prove-vm-stick prove-vm-kiosk
demo: setup  ## Set everything up, then show the kiosk with virtual straps and a virtual treadmill
	$(BIN)/switchback demo

test: setup-dev  ## Set everything up, then run the tests (ARGS="-k strap" picks some)
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(ARGS)

check: lint test  ## What CI runs: lint, then test

bench: setup-dev  ## Measure screens, straps, engine and disk beside named references, in one run each
	$(BIN)/python tests/benchmarks/bench_screens.py
	$(BIN)/python tests/benchmarks/bench_ant.py
	$(BIN)/python tests/benchmarks/bench_engine.py
	$(BIN)/python tests/benchmarks/bench_history.py
	$(BIN)/python tests/benchmarks/bench_writing.py
	$(BIN)/python tests/benchmarks/bench_export.py

pictures: setup-dev  ## Render every screen in its main states to PNG (OUT=build/pictures)
	$(BIN)/python -m screens.pictures $(or $(OUT),build/pictures)
	$(BIN)/python -m screens.pictures $(or $(OUT),build/pictures) --components

prove-replay: setup-dev  ## Play five minutes of recorded sessions through virtual straps, end to end
	PROVE_SECONDS=300 $(BIN)/python -m pytest -o faulthandler_timeout=900 tests/end_to_end/test_recorded_session.py

prove-noise: setup-dev  ## Ten minutes of flipped bits and random bytes on both lines
	PROVE_SECONDS=300 $(BIN)/python -m pytest -o faulthandler_timeout=900 tests/end_to_end/test_a_class_on_real_bytes.py -k noise

prove-bytes: setup-dev  ## A million and a half damaged bytes through every decoder
	PROVE_BYTES=1500000 $(BIN)/python -m pytest -o faulthandler_timeout=900 tests/drivers -k mutated

prove-crowd: setup-dev  ## Ten minutes of a hundred straps and four decks: nothing missed, nothing growing
	PROVE_SECONDS=600 $(BIN)/python -m pytest -s -o faulthandler_timeout=900 tests/end_to_end/test_a_crowd.py

prove-faults: setup-dev  ## Every device times every fault, in one table
	$(BIN)/python -m tests.faults.matrix

prove-coach: setup-dev  ## 400 simulated athletes through step-up-80, guided by our cues
	$(BIN)/python -m tests.coach.simulation

prove-sessions: setup-dev  ## Ten thousand random sessions through the engine, and each again from its log
	PROVE_RUNS=10000 $(BIN)/python -m pytest -o faulthandler_timeout=1500 --numprocesses 2 tests/unit/test_coaching_properties.py

prove-looks: setup-dev  ## Look at every screen in every state, size and language: nothing cut off, too small or hard to read
	$(BIN)/python -m screens.pictures - --components --check --languages en,de,qps
	$(BIN)/python -m screens.pictures - --check --languages en,de,qps
	$(BIN)/python -m screens.switched

prove-monkey: setup-dev  ## Twenty thousand random touches over an hour of a class
	PROVE_TOUCHES=20000 $(BIN)/python -m pytest -s -o faulthandler_timeout=1500 tests/screens/test_monkey.py

prove-day: setup-dev  ## A club's day of 24 hours in minutes, and what grows (REAL_MINUTES=30 as it is, 32 straps)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.rigs.day

prove-years: setup-dev  ## A club's sixth year on a card that fills up, week after week (root: it mounts a disk of its own)
	$(BIN)/python -m tests.rigs.years

prove-power: setup-dev  ## Two hundred power cuts while a class records (root: it mounts a disk of its own)
	$(BIN)/python -m tests.rigs.power

prove-damage: setup-dev  ## Two hundred histories with one damaged spot each, and what comes back
	$(BIN)/python -m tests.rigs.damage

prove-stick: setup-dev  ## A stick pulled at a hundred moments, full, read-only, crowded (root: it mounts a disk of its own)
	$(BIN)/python -m tests.rigs.stick

prove-vm-stick: setup-dev  ## Sticks pulled from a Debian in a virtual machine: vfat, exfat, the real UDisks2 (root, online once)
	$(BIN)/python -m tests.vm.stick_lane

prove-vm-kiosk: setup-dev  ## The shipped unit in a virtual machine: first frame, watchdog, a power cut in a class (root, online once)
	$(BIN)/python -m tests.vm.kiosk_lane

prove-disk: setup-dev  ## A full disk, a read-only one and a jumping clock, at a hundred moments (root)
	$(BIN)/python -m tests.rigs.disk

prove-install: setup-dev  ## The installer in a bare Debian 13, twice, uninstalled, again (root, mmdebstrap; ARCH=arm64 with qemu-user-static)
	$(BIN)/python -m tests.appliance.wheels $(or $(ARCH),amd64) build/wheels-$(or $(ARCH),amd64)
	bash tests/appliance/bare_root.sh build/wheels-$(or $(ARCH),amd64) $(or $(ARCH),amd64)

prove-update: setup-dev  ## Fifty updates killed at any moment, ten more with a real history: a kiosk runs, nothing is lost
	$(BIN)/python -m tests.rigs.update --moments 50 --real 10

release: setup-dev  ## Make a signed release file (KEY=private key, ARCH=aarch64, PY=3.13)
	@test -n "$(KEY)" || { echo "Name the private key: make release KEY=FILE; 'switchback release keygen FILE' makes one." >&2; exit 2; }
	$(BIN)/switchback release build --key "$(KEY)" --arch $(or $(ARCH),aarch64) --python $(or $(PY),3.13)

prove-hostile: setup-dev  ## A stick from a stranger: a million damaged and made-up files, bombs, folders full of traps
	$(BIN)/python -m tests.rigs.hostile

lint: setup-dev  ## Format, rules, types, dependencies, QML, translations and the service's unit
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/basedpyright
	$(BIN)/lint-imports
	$(BIN)/python -m screens.lint
	$(BIN)/python -m screens.translations check
	sh systemd/verify-units.sh

format:  setup-dev  ## Format the code and mend what can be mended by rule
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

texts: setup-dev  ## Put new texts into screens/i18n/switchback_de.ts, for whoever translates them
	$(BIN)/python -m screens.translations update

setup: $(VENV)/run.stamp $(GERMAN).qm  ## Install what the kiosk needs: Debian packages, environment, locked packages
	@sh systemd/link-lgpio.sh $(VENV)

setup-dev: $(VENV)/dev.stamp $(GERMAN).qm  ## The same, and what tests and checks need

clean:  ## Take away the environment and everything else that was made
	rm -rf $(VENV) build dist screens/i18n/*.qm .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

lock: setup-dev  ## Renew both lock files from pyproject.toml
	@# The tests' numpy has no wheel for Pythons that do not matter here: only what runs must be wheels.
	command -v uv >/dev/null || $(PIP) install uv
	PATH="$(CURDIR)/$(BIN):$$PATH" uv $(COMPILE) --no-build --upgrade --group build --output-file requirements.lock pyproject.toml
	PATH="$(CURDIR)/$(BIN):$$PATH" uv $(COMPILE) --upgrade --group dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

system:
	@PYTHON="$(PYTHON)" sh systemd/install-packages.sh

# An environment is full of absolute paths: one that was made elsewhere, or whose interpreter is
# gone, is made anew.
ifneq ($(shell $(BIN)/python -c 'print(open("$(VENV)/made-in").read(), end="")' 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/made-in
endif
$(VENV)/made-in: | system
	$(PYTHON) -m venv --clear $(VENV)
	printf %s '$(CURDIR)' >$@

# The package itself comes last, built by the locked hatchling, so that nothing more is downloaded.
$(VENV)/run.stamp: $(VENV)/made-in requirements.lock pyproject.toml
	$(LOCKED) requirements.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	touch $@

$(GERMAN).qm: $(GERMAN).ts | $(VENV)/run.stamp
	$(BIN)/python -m screens.translations compile

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	@# fitparse comes as source only, pure Python; the setuptools that is there by now makes its wheel.
	$(LOCKED) requirements-dev.lock --no-binary fitparse --no-build-isolation
	touch $@
