/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-due-days.h"
#include "acq-limitation.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/* What the details of an invoice say that is not in the view. */
typedef struct
{
  gboolean has_copy;
  gint64 interest;  /* to date and unpaid, minor units; 0: none */
  gint64 indemnity; /* cents of euro; 0: none */
  AcqDay waived;    /* interest up to it was given up; ACQ_DAY_NONE: none was */
  AcqLimitation limitation; /* of what is owed; its last day is ACQ_DAY_NONE where nothing is */
  AcqTermVerdict term;      /* between professionals; ALLOWED for all others */
} AcqInvoiceSheet;

/* @view: whose invoice it is; the reply is of its day */
void acq_invoice_sheet_ask_async (AcqOpenCompany *company, const AcqCompanyView *view,
                                  const AcqInvoice *invoice, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
/* Free with g_free(). NULL on an error. */
AcqInvoiceSheet *acq_invoice_sheet_ask_finish (AcqOpenCompany *company, GAsyncResult *result, GError **error);

/* (transfer full) (nullable): the copy of an invoice; %NULL without an error where there is none. */
void acq_invoice_copy_ask_async (AcqOpenCompany *company, const char *number, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
GBytes *acq_invoice_copy_ask_finish (AcqOpenCompany *company, GAsyncResult *result, GError **error);

G_END_DECLS
