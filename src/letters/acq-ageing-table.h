/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-account-statement.h"
#include "acq-letter-layout.h"

G_BEGIN_DECLS

/* Adds the aged balance: a table and, under it, a bar of the same shares. Colours only repeat what the table says. */
guint acq_letter_layout_add_ageing (AcqLetterLayout *layout, const gint64 ages[ACQ_N_AGES], double gap);

G_END_DECLS
