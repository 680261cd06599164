/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-solving.h"

G_BEGIN_DECLS

/**
 * acq_guesser_run:
 *
 * Finds the likeliest explanation of each task that is open, from what says most to what says least: what is taken by the first
 * cannot mislead the last. All are posted on trial, so that no two promise the same money, and none is ever sure.
 *
 * Returns: %FALSE, with the error set, where it was cancelled
 */
gboolean acq_guesser_run (AcqSolving *solving, GCancellable *cancellable, GError **error);

G_END_DECLS
