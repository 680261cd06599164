/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-transaction.h"

G_BEGIN_DECLS

/**
 * acq_cfonb120_code_read:
 * @code: two characters, not zero-terminated: the interbank operation code of a CFONB 120 movement
 *
 * Source: list of interbank codes of the ETEBAC statement (12/07/2004) and "Évolution du relevé 120" of the CFONB,
 * version 2.0, March 2010. "Returned" are the codes under which money that had come in goes back.
 *
 * Returns: FALSE, with %ACQ_MEANS_UNKNOWN, for a code that tells nothing of the means
 */
gboolean acq_cfonb120_code_read (const char *code, AcqMeans *ret_means, gboolean *ret_returned);

G_END_DECLS
