/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-window-dialogs.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "acq-claim-dialog.h"
#include "acq-customer-dialog.h"
#include "acq-deposit-dialog.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-evidence-window.h"
#include "acq-example-job.h"
#include "acq-handover-dialog.h"
#include "acq-help.h"
#include "acq-import-dialog.h"
#include "acq-invoice-dialog.h"
#include "acq-issued-letter-window.h"
#include "acq-letter-window.h"
#include "acq-new-company-dialog.h"
#include "acq-note-dialog.h"
#include "acq-payment-dialog.h"
#include "acq-preferences-dialog.h"
#include "acq-release-dialog.h"
#include "acq-sequel-dialog.h"
#include "acq-settlement.h"

/* One row: the action, the type of its parameter, and what it opens: by one of the two. */
typedef struct
{
  const char *action;
  const char *type;
  void (*present_text) (GtkWindow *parent, AcqOpenCompany *company, const char *text); /* NULL without a parameter */
  void (*present) (AcqWindow *window, GVariant *parameter);
} DialogAction;

static void
present_note (AcqWindow *window, GVariant *parameter)
{
  const char *kind, *number, *customer;

  g_variant_get (parameter, "(&s&s&s)", &kind, &number, &customer);
  acq_note_dialog_present (GTK_WINDOW (window), acq_window_get_company (window), kind, number, customer);
}

static void
present_import (AcqWindow *window, GVariant *parameter)
{
  acq_import_dialog_present (GTK_WINDOW (window), acq_window_get_company (window), NULL);
}

static void
present_import_of_paths (AcqWindow *window, GVariant *parameter)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree const char **paths = g_variant_get_bytestring_array (parameter, NULL);

  for (gsize i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      g_list_store_append (files, file);
    }
  acq_import_dialog_present (GTK_WINDOW (window), acq_window_get_company (window), G_LIST_MODEL (files));
}

static void
present_letter (AcqWindow *window, GVariant *parameter)
{
  const char *code, *customer;
  AcqLetterModel model;

  g_variant_get (parameter, "(&s&s)", &code, &customer);
  if (!acq_letter_model_from_code (code, &model))
    return;
  if (model == ACQ_LETTER_MODEL_PAYMENT_PLAN || model == ACQ_LETTER_MODEL_RECEIPT)
    acq_settlement_present (GTK_WINDOW (window), acq_window_get_company (window),
                            &(AcqLetterRequest){ .model = model, .customer = customer });
  else
    acq_letter_window_present (GTK_WINDOW (window), acq_window_get_company (window), model, customer);
}

static void
present_deposit (AcqWindow *window, GVariant *parameter)
{
  acq_deposit_dialog_present (GTK_WINDOW (window), acq_window_get_company (window));
}

static void
present_release (AcqWindow *window, GVariant *parameter)
{
  const char *customer, *number;

  g_variant_get (parameter, "(&s&s)", &customer, &number);
  acq_release_dialog_present (GTK_WINDOW (window), acq_window_get_company (window), customer, number);
}

/* For an invoice and, unless it is 0, one payment of it. */
static void
present_receipt (AcqWindow *window, GVariant *parameter)
{
  AcqLetterRequest wish = { .model = ACQ_LETTER_MODEL_RECEIPT };
  gint64 payment;

  g_variant_get (parameter, "(&sx)", &wish.number, &payment);
  wish.payments = &payment;
  wish.n_payments = payment == 0 ? 0 : 1;
  acq_settlement_present (GTK_WINDOW (window), acq_window_get_company (window), &wish);
}

static const DialogAction dialogs[] = {
  { "win.add-invoice", "s", acq_invoice_dialog_present, NULL },
  { "win.add-note", "(sss)", NULL, present_note },
  { "win.add-payment", "s", acq_payment_dialog_present, NULL },
  { "win.edit-invoice", "s", acq_invoice_dialog_present_edit, NULL },
  { "win.import", NULL, NULL, present_import },
  { "win.import-paths", "aay", NULL, present_import_of_paths },
  { "win.edit-customer", "s", acq_customer_dialog_present, NULL },
  { "win.preferences", NULL, acq_preferences_dialog_present, NULL },
  { "win.preferences-page", "s", acq_preferences_dialog_present, NULL },
  { "win.write-letter", "(ss)", NULL, present_letter },
  { "win.open-letter", "s", acq_issued_letter_window_present, NULL },
  { "win.deposit-cheques", NULL, NULL, present_deposit },
  { "win.release-retention", "(ss)", NULL, present_release },
  { "win.write-evidence", "s", acq_evidence_window_present, NULL },
  { "win.decide-sequel", "s", acq_sequel_dialog_present, NULL },
  { "win.hand-over", "s", acq_handover_dialog_present, NULL },
  { "win.declare-claim", "s", acq_claim_dialog_present, NULL },
  { "win.write-receipt", "(sx)", NULL, present_receipt },
};

const char *
acq_window_dialogs_action (gsize index)
{
  return index < G_N_ELEMENTS (dialogs) ? dialogs[index].action : NULL;
}

static void
present (const DialogAction *dialog, AcqWindow *window, GVariant *parameter)
{
  if (dialog->present_text != NULL)
    dialog->present_text (GTK_WINDOW (window), acq_window_get_company (window),
                          parameter == NULL ? NULL : g_variant_get_string (parameter, NULL));
  else
    dialog->present (window, parameter);
}

static void
present_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (dialogs[i].action, action))
      present (&dialogs[i], ACQ_WINDOW (widget), parameter);
}

static void
new_company_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  acq_new_company_dialog_present (GTK_WINDOW (widget), acq_window_get_clock (ACQ_WINDOW (widget)));
}

/* What building the example needs, on a thread that may not touch the window. */
typedef struct
{
  char *path;
  char *folder;
  AcqClock clock;
} Example;

static void
example_free (Example *self)
{
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static void
build_example (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Example *example = data;
  g_autofree char *parent = g_path_get_dirname (example->path);
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;

  g_mkdir_with_parents (parent, 0700);
  file = acq_example_build (example->path, example->clock, example->folder, NULL, &error);
  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
example_built_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Example *example = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *words = acq_error_text (error);

      acq_dialogs_tell (GTK_WIDGET (object), _ ("The example could not be made"), words);
      return;
    }
  acq_window_open (ACQ_WINDOW (object), example->path);
}

/* Each try begins with a company of its own: what somebody did to an earlier one stays. */
static Example *
find_free_place (AcqClock clock)
{
  Example *example = g_new0 (Example, 1);

  example->clock = clock;
  for (guint i = 1; example->path == NULL || g_file_test (example->path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *name = i == 1 ? g_strdup (_ ("example")) : g_strdup_printf ("%s-%u", _ ("example"), i);
      g_autofree char *file = g_strconcat (name, ".acquit", NULL);

      g_free (example->path);
      g_free (example->folder);
      example->path = g_build_filename (g_get_user_data_dir (), "acquit", file, NULL);
      example->folder = g_build_filename (g_get_user_data_dir (), "acquit", name, NULL);
    }
  return example;
}

static void
try_example_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, example_built_cb, NULL);

  g_task_set_task_data (task, find_free_place (acq_window_get_clock (ACQ_WINDOW (widget))),
                        (GDestroyNotify) example_free);
  acq_window_show_waiting (ACQ_WINDOW (widget));
  g_task_run_in_thread (task, build_example);
}

static void
help_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  acq_help_show (GTK_WINDOW (widget));
}

void
acq_window_dialogs_install (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    gtk_widget_class_install_action (widget_class, dialogs[i].action, dialogs[i].type, present_action);
  gtk_widget_class_install_action (widget_class, "win.new-company", NULL, new_company_action);
  gtk_widget_class_install_action (widget_class, "win.try-example", NULL, try_example_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
}

gboolean
acq_window_dialogs_take_files (AcqWindow *window, GSList *files)
{
  const char *path = files == NULL ? NULL : g_file_peek_path (files->data);
  AcqOpenCompany *company = acq_window_get_company (window);
  g_autoptr (GListStore) model = NULL;

  if (path != NULL && files->next == NULL && g_str_has_suffix (path, ".acquit"))
    {
      acq_window_open (window, path);
      return TRUE;
    }
  if (files == NULL || company == NULL || acq_open_company_get_view (company) == NULL)
    return FALSE;
  model = g_list_store_new (G_TYPE_FILE);
  for (GSList *file = files; file != NULL; file = file->next)
    g_list_store_append (model, file->data);
  acq_import_dialog_present (GTK_WINDOW (window), company, G_LIST_MODEL (model));
  return TRUE;
}
