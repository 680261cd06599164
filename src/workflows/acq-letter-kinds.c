/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-kinds.h"

#include "acq-cheque-slip-draft.h"

static const AcqLetterKind kinds[] = {
  [ACQ_LETTER_MODEL_FORMAL_NOTICE] = { "MED", FALSE, acq_write_formal_notice, NULL },
  [ACQ_LETTER_MODEL_STATEMENT] = { "RC", FALSE, acq_write_account_statement, NULL },
  [ACQ_LETTER_MODEL_CHEQUE_SLIP] = { "REM", TRUE, acq_write_cheque_slip, acq_cheque_slip_issued },
  [ACQ_LETTER_MODEL_RETENTION_RELEASE] = { "RG", FALSE, acq_write_retention_release, NULL },
  [ACQ_LETTER_MODEL_PAYMENT_PLAN] = { "ECH", FALSE, acq_write_payment_plan_letter,
                                      acq_payment_plan_letter_issued, acq_payment_plan_letter_ask },
  [ACQ_LETTER_MODEL_RECEIPT]
  = { "REC", FALSE, acq_write_payment_receipt, acq_payment_receipt_issued, acq_payment_receipt_ask },
};

const AcqLetterKind *
acq_letter_kind_get (AcqLetterModel model)
{
  g_return_val_if_fail ((gsize) model < G_N_ELEMENTS (kinds), NULL);

  return &kinds[model];
}
