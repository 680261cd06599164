/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-letter.h"

G_BEGIN_DECLS

typedef struct
{
  AcqLetterModel model;
  const char *customer;        /* code or name; NULL: the invoice's */
  const char *number;          /* this invoice alone; NULL: all of the customer's that the letter is about */
  const char *output;          /* path of the PDF; one that is there is replaced once all is written */
  const char *const *accepted; /* (nullable) codes that the user overrules */
} AcqLetterRequest;

typedef struct
{
  guint n_pages;
  GPtrArray *numbers; /* (element-type utf8) */
  gint64 total_due;
  char **warnings; /* codes */
} AcqLetterResult;

void acq_letter_result_free (AcqLetterResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterResult, acq_letter_result_free)

/**
 * acq_letter_issue:
 *
 * Writes a letter from what the company file says today, and a line about it in the journal. That it was sent
 * is noted apart.
 *
 * Returns: (transfer full): %NULL with ACQ_LETTER_ERROR_BLOCKED and the codes that block where it must not be
 *   written
 */
AcqLetterResult *acq_letter_issue (AcqCompanyFile *file, const AcqLetterRequest *request, GError **error);

G_END_DECLS
