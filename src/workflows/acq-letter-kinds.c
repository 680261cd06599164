/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-kinds.h"

static const AcqLetterKind kinds[] = {
  [ACQ_LETTER_MODEL_FORMAL_NOTICE] = { "MED", FALSE, acq_write_formal_notice, NULL },
  [ACQ_LETTER_MODEL_STATEMENT] = { "RC", FALSE, acq_write_account_statement, NULL },
};

const AcqLetterKind *
acq_letter_kind_get (AcqLetterModel model)
{
  g_return_val_if_fail ((gsize) model < G_N_ELEMENTS (kinds), NULL);

  return &kinds[model];
}
