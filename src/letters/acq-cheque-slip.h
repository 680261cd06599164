/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-formal-notice.h"

G_BEGIN_DECLS

/* One cheque of a slip. Texts belong to it. */
typedef struct
{
  char *drawer;        /* who wrote it */
  char *on_behalf;     /* the customer whose invoices it pays; NULL: the drawer himself */
  char *bank;          /* on which it is drawn; nullable, as its number */
  char *number;
  GPtrArray *invoices; /* (element-type utf8) their numbers */
  gboolean in_part;    /* it leaves something of them open: "acompte" */
  gint64 amount;       /* cents */
  gint64 allocated;    /* what the books say that it settles, cents: the same */
  gboolean handed_in;  /* another slip has it already */
} AcqSlipCheque;

/**
 * AcqChequeSlip:
 *
 * The list of the cheques that are handed to the bank together: one copy for the bank, one for the file. The company is
 * borrowed.
 */
typedef struct
{
  const AcqCompany *company;
  char *reference; /* "REM-2026-0041" */
  AcqDay day;      /* on which they are handed in */
  GPtrArray *cheques; /* (element-type AcqSlipCheque) */
} AcqChequeSlip;

AcqChequeSlip *acq_cheque_slip_new (void);
void acq_cheque_slip_free (AcqChequeSlip *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqChequeSlip, acq_cheque_slip_free)

/* Adds a cheque of which the caller fills in the rest; what is allocated is its amount until the caller says otherwise.
   Borrowed. */
AcqSlipCheque *acq_cheque_slip_add (AcqChequeSlip *self, const char *drawer, gint64 amount);
void acq_slip_cheque_add_invoice (AcqSlipCheque *cheque, const char *number);

/* Cents. */
gint64 acq_cheque_slip_total (const AcqChequeSlip *self);

/**
 * acq_cheque_slip_write:
 *
 * The slip as a PDF, for the counter and not for an envelope: there is no address on it. Its total is the report's. The same
 * slip gives the same bytes. It does not judge: acq_cheque_slip_find_flaws() does.
 *
 * Returns: (transfer full): the PDF; %NULL with an ACQ_LETTER_ERROR (FIGURES where a cheque is not what the books say that
 *   it settles)
 */
GBytes *acq_cheque_slip_write (AcqLetterPress *press, const AcqChequeSlip *slip, AcqLetterReport *ret_report,
                               GError **error);

G_END_DECLS
