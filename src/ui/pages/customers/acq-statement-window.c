/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-letter-job.h"
#include "acq-letter-print.h"
#include "acq-pdf-preview.h"

#define ACQ_TYPE_STATEMENT_WINDOW (acq_statement_window_get_type ())
G_DECLARE_FINAL_TYPE (AcqStatementWindow, acq_statement_window, ACQ, STATEMENT_WINDOW, AdwWindow)

struct _AcqStatementWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  AcqPdfPreview *preview;

  AcqOpenCompany *company;
  char *customer;
  GBytes *draft; /* NULL until it is written */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AcqStatementWindow, acq_statement_window, ADW_TYPE_WINDOW)

/* What leaves, and where to; handed to the company's thread. */
typedef struct
{
  char *customer;
  char *path; /* NULL: it was printed */
  GBytes *draft;
} Issue;

static void
issue_free (Issue *issue)
{
  g_free (issue->customer);
  g_free (issue->path);
  g_clear_pointer (&issue->draft, g_bytes_unref);
  g_free (issue);
}

static Issue *
issue_new (AcqStatementWindow *self, const char *path)
{
  Issue *issue = g_new0 (Issue, 1);

  issue->customer = g_strdup (self->customer);
  issue->path = g_strdup (path);
  issue->draft = self->draft == NULL ? NULL : g_bytes_ref (self->draft);
  return issue;
}

static AcqLetterRequest
request_of (const Issue *issue)
{
  return (AcqLetterRequest){ .model = ACQ_LETTER_MODEL_STATEMENT,
                             .customer = issue->customer,
                             .output = issue->path };
}

static void
set_enabled (AcqStatementWindow *self, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.save", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.print", enabled);
}

static gpointer
draft (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  AcqLetterRequest request = request_of (data);

  return acq_letter_draft (file, &request, NULL, error);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqStatementWindow) self = data;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes == NULL)
    {
      g_autofree char *words = acq_error_text (error);

      acq_pdf_preview_set_refusal (self->preview, _ ("The statement cannot be written"), words);
      return;
    }
  g_clear_pointer (&self->draft, g_bytes_unref);
  self->draft = bytes;
  acq_pdf_preview_set_pdf (self->preview, bytes);
  set_enabled (self, TRUE);
}

static void
ask_for_draft (AcqStatementWindow *self)
{
  set_enabled (self, FALSE);
  acq_open_company_ask_async (self->company, draft, issue_new (self, NULL), (GDestroyNotify) issue_free,
                              (GDestroyNotify) g_bytes_unref, self->cancellable, drafted_cb,
                              g_object_ref (self));
}

static gboolean
issue (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  Issue *wish = data;
  AcqLetterRequest request = request_of (wish);

  return acq_letter_issue_draft (file, &request, wish->draft, error);
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqStatementWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (source), result, &error))
    return;
  words = acq_error_text (error);
  acq_dialogs_tell (GTK_WIDGET (self), _ ("The statement was not kept"), words);
  /* It may read otherwise by now: then the new one is to be looked at. */
  ask_for_draft (self);
}

static void
let_leave (AcqStatementWindow *self, const char *path)
{
  acq_open_company_change_async (self->company, NULL, issue, issue_new (self, path),
                                 (GDestroyNotify) issue_free, NULL, issued_cb, g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqStatementWindow) self = data;
  g_autoptr (GFile) chosen = acq_file_dialogs_save_finish (result);
  g_autofree char *path = chosen == NULL ? NULL : g_file_get_path (chosen);

  if (path != NULL)
    let_leave (self, path);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  AcqStatementWindow *self = ACQ_STATEMENT_WINDOW (widget);
  AcqFileKind kind = { _ ("PDF documents"), patterns };
  /* Translators: the name of a file; a customer's code. */
  g_autofree char *name = g_strdup_printf (_ ("Statement %s.pdf"), self->customer);

  acq_file_dialogs_save_async (widget, _ ("Save the statement"), &kind, name, self->cancellable, saved_cb,
                               g_object_ref (self));
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqStatementWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (acq_letter_print_finish (result, &error))
    let_leave (self, NULL);
  if (error == NULL)
    return;
  words = acq_letter_print_phrase_error (error);
  acq_dialogs_tell (GTK_WIDGET (self), _ ("Nothing was printed"), words);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqStatementWindow *self = ACQ_STATEMENT_WINDOW (widget);
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new ();

  g_ptr_array_add (pdfs, self->draft);
  acq_letter_print_async (GTK_WINDOW (self), _ ("Account statement"), pdfs, printed_cb, g_object_ref (self));
}

static void
acq_statement_window_dispose (GObject *object)
{
  AcqStatementWindow *self = ACQ_STATEMENT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_STATEMENT_WINDOW);
  G_OBJECT_CLASS (acq_statement_window_parent_class)->dispose (object);
}

static void
acq_statement_window_finalize (GObject *object)
{
  AcqStatementWindow *self = ACQ_STATEMENT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->company);
  g_clear_pointer (&self->draft, g_bytes_unref);
  g_clear_pointer (&self->customer, g_free);
  G_OBJECT_CLASS (acq_statement_window_parent_class)->finalize (object);
}

static void
acq_statement_window_class_init (AcqStatementWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_statement_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_statement_window_finalize;
  g_type_ensure (ACQ_TYPE_PDF_PREVIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/acquit/Acquit/ui/pages/customers/acq-statement-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqStatementWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AcqStatementWindow, preview);
  gtk_widget_class_install_action (widget_class, "statement.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "statement.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "statement.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "statement.save", NULL);
}

static void
acq_statement_window_init (AcqStatementWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
acq_statement_window_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer,
                              const char *name)
{
  AcqStatementWindow *self;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (company));
  self = g_object_new (ACQ_TYPE_STATEMENT_WINDOW, "transient-for", parent, NULL);
  self->company = g_object_ref (company);
  self->customer = g_strdup (customer);
  adw_window_title_set_subtitle (self->window_title, name);
  ask_for_draft (self);
  gtk_window_present (GTK_WINDOW (self));
}
