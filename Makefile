# SPDX-License-Identifier: GPL-3.0-or-later
# A thin door to Meson: every target sets up what it needs by itself.

BUILD ?= build
PREFIX ?= /usr/local
PYTHON ?= python3
# Deprecations of libraries newer than ours are no reason to refuse a build, except where we watch over it.
WERROR ?= $(if $(CI),true,false)
FUZZ_SECONDS ?= 20
export DEBIAN_FRONTEND = noninteractive

.DEFAULT_GOAL := help
.PHONY: help run build test check format bench sanitize fuzz screenshots install clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

run: build ## open the window on the example company
	@build-aux/run-window $(BUILD) $(BUILD)/demo

build:
	@build-aux/setup build
	@build-aux/configure $(BUILD) -Dwerror=$(WERROR)
	@ninja -C $(BUILD)

test: ## build and run all tests
	@build-aux/setup build test
	@build-aux/run-tests $(BUILD) $(WERROR)

check: ## format, layers, translations, desktop files
	@build-aux/setup build check
	@build-aux/run-checks

format: ## write all C files as .clang-format says
	@build-aux/setup check
	@build-aux/check-format --fix

bench: ## compare speed and memory with peers
	@build-aux/setup build test bench
	@build-aux/configure build-release -Dbuildtype=release
	@ninja -C build-release
	@$(PYTHON) build-aux/bench build-release

sanitize: ## run all tests under the address and undefined behaviour sanitizers
	@build-aux/setup build test
	@build-aux/configure build-sanitize -Dsanitize=true -Db_lundef=false
	@ninja -C build-sanitize
	@rm -f build-sanitize/meson-logs/testlog.json
	@meson test -C build-sanitize --no-rebuild --print-errorlogs --timeout-multiplier 4 || true
	@build-aux/summarize-tests build-sanitize/meson-logs/testlog.json

fuzz: ## run each fuzzer for FUZZ_SECONDS (20)
	@build-aux/setup build fuzz
	@CC=clang build-aux/configure build-fuzz -Dwerror=$(WERROR) -Dfuzz=true -Dsanitize=true -Db_lundef=false
	@ninja -C build-fuzz
	@build-aux/run-fuzzers build-fuzz/tests/fuzz $(FUZZ_SECONDS)

screenshots: build ## take the pictures of the window that software centres show
	@build-aux/setup screenshots
	@build-aux/take-screenshots $(BUILD) data/screenshots

install: ## install below PREFIX (/usr/local)
	@build-aux/setup build
	@build-aux/configure $(BUILD) -Dprefix=$(PREFIX)
	@ninja -C $(BUILD)
	meson install -C $(BUILD) --no-rebuild

clean: ## take away everything that was built
	rm -rf $(BUILD) build-release build-sanitize build-fuzz build-headless
