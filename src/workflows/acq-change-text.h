/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * acq_change_text:
 * @action: of a line of the journal, or of a step that can be taken back
 *
 * What was done, as a noun phrase in the user's language that fits "Undo: …" and a list of changes: "Payment", "Match of a bank
 * line". Unknown actions are given back as they are.
 */
const char *acq_change_text (const char *action);

G_END_DECLS
