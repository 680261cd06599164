/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the readable form of an answer writes a member. */
typedef enum
{
  ACQ_CLI_COLUMN_TEXT,
  ACQ_CLI_COLUMN_AMOUNT, /* right-aligned, written as readers of the language expect */
  ACQ_CLI_COLUMN_DAY,
  ACQ_CLI_COLUMN_TIME, /* a moment, shown in the local time */
  ACQ_CLI_COLUMN_NUMBER,
  ACQ_CLI_COLUMN_HIDDEN, /* for programs only */
} AcqCliColumn;

/* By the name of the member; what is not known is a text. */
AcqCliColumn acq_cli_column_of (const char *name);
/* What stands above or before it, in the user's language; the name itself where it has none. */
const char *acq_cli_heading_of (const char *name);
/* A code of the contract in the user's language; any other text as it is. */
const char *acq_cli_phrase_code (const char *text);

G_END_DECLS
