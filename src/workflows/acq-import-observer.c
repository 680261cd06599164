/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-observer.h"

#include "acq-import-intake.h"

/* Calls the observer's function, if there is one. */
#define tell(intake, function, ...)                                                                          \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const AcqImportOptions *options_ = (intake)->options;                                                    \
    if (options_->observer != NULL && options_->observer->function != NULL)                                  \
      options_->observer->function (options_->observer_data, __VA_ARGS__);                                   \
  }                                                                                                          \
  G_STMT_END

static gboolean
observe_transaction (gpointer user_data, const AcqTransaction *transaction, GError **error)
{
  AcqImportIntake *intake = user_data;

  if (!acq_import_intake_transaction (intake, transaction, error))
    return FALSE;
  tell (intake, transaction, transaction, intake->result);
  return TRUE;
}

static gboolean
observe_end_statement (gpointer user_data, const AcqStatement *statement, GError **error)
{
  AcqImportIntake *intake = user_data;

  if (!acq_import_intake_end_statement (intake, statement, error))
    return FALSE;
  tell (intake, end_statement, statement);
  return TRUE;
}

static gboolean
observe_customer (gpointer user_data, const AcqCustomer *customer, GError **error)
{
  AcqImportIntake *intake = user_data;

  if (!acq_import_intake_customer (intake, customer, error))
    return FALSE;
  tell (intake, customer, customer, intake->result);
  return TRUE;
}

static gboolean
observe_invoice (gpointer user_data, const AcqImportedInvoice *imported, guint64 place, GError **error)
{
  AcqImportIntake *intake = user_data;

  if (!acq_import_intake_invoice (intake, imported, place, error))
    return FALSE;
  tell (intake, invoice, imported, intake->result);
  return TRUE;
}

static gboolean
observe_receipt (gpointer user_data, const AcqImportedReceipt *imported, guint64 place, GError **error)
{
  AcqImportIntake *intake = user_data;

  if (!acq_import_intake_receipt (intake, imported, place, error))
    return FALSE;
  tell (intake, receipt, imported, intake->result);
  return TRUE;
}

static gboolean
observe_copy (gpointer user_data, const char *const *in_name, const char *const *on_page, GBytes *bytes,
              const char *name, GError **error)
{
  AcqImportIntake *intake = user_data;

  if (!acq_import_intake_copy (intake, in_name, on_page, bytes, name, error))
    return FALSE;
  tell (intake, copy, name, intake->result);
  return TRUE;
}

static void
report_progress (gpointer user_data, guint64 done, guint64 total)
{
  const AcqImportOptions *options = ((AcqImportIntake *) user_data)->options;

  if (options->progress != NULL)
    options->progress (options->user_data, done, total);
}

const AcqImportSink acq_import_observed_sink = {
  .begin_statement = acq_import_intake_begin_statement,
  .transaction = observe_transaction,
  .end_statement = observe_end_statement,
  .customer = observe_customer,
  .invoice = observe_invoice,
  .receipt = observe_receipt,
  .copy = observe_copy,
  .reject = acq_import_intake_reject,
  .progress = report_progress,
};
