/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"

G_BEGIN_DECLS

/* The late invoices for which all steps are done, and about which nothing is decided yet. */
typedef struct
{
  GPtrArray
    *invoices;   /* (element-type AcqInvoice), those that are due first stand first; borrowed from the view */
  gint64 amount; /* what of them is overdue, minor units; 0 where there are several currencies */
  AcqCurrency currency;
  AcqSequel sequel; /* what their scenarios want; to be asked where these differ */
} AcqFinishedInvoices;

/* Those of one customer, by code. The view must be complete. */
AcqFinishedInvoices *acq_finished_invoices_new (const AcqCompanyView *view, const char *customer);
void acq_finished_invoices_free (AcqFinishedInvoices *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqFinishedInvoices, acq_finished_invoices_free)

/* Their numbers, NULL-terminated. Free with g_strfreev(). */
char **acq_finished_invoices_numbers (const AcqFinishedInvoices *self);

G_END_DECLS
