/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-job.h"
#include "acq-import-sink.h"

G_BEGIN_DECLS

/**
 * AcqImportObserver:
 *
 * Who watches an import, to show its first rows and what it adds up to. Each function is called after the record was kept or
 * counted: "so_far" tells what became of it. All may be NULL.
 */
struct _AcqImportObserver
{
  void (*end_statement) (gpointer user_data, const AcqStatement *statement);
  void (*transaction) (gpointer user_data, const AcqTransaction *transaction, const AcqImportResult *so_far);
  void (*customer) (gpointer user_data, const AcqCustomer *customer, const AcqImportResult *so_far);
  void (*invoice) (gpointer user_data, const AcqImportedInvoice *imported, const AcqImportResult *so_far);
  void (*receipt) (gpointer user_data, const AcqImportedReceipt *imported, const AcqImportResult *so_far);
  void (*copy) (gpointer user_data, const char *name, const AcqImportResult *so_far);
};

/* The sink of an import, which keeps each record and tells the observer; its user_data is the AcqImportIntake. */
extern const AcqImportSink acq_import_observed_sink;

G_END_DECLS
