/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Inputs that a fuzzer starts from where it is replayed without libFuzzer (fuzz-replay.c); ends with NULL. A fuzzer without
   seeds leaves it out. */
extern const char *const acq_fuzz_seeds[] __attribute__ ((weak));
