/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-acceptance.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-flaw-text.h"
#include "acq-letter-error.h"
#include "acq-letter-job.h"
#include "acq-letter-print.h"
#include "acq-letter-record-text.h"
#include "acq-pdf-preview.h"
#include "acq-posting-dialog.h"

#define ACQ_TYPE_LETTER_WINDOW (acq_letter_window_get_type ())
G_DECLARE_FINAL_TYPE (AcqLetterWindow, acq_letter_window, ACQ, LETTER_WINDOW, AdwWindow)

struct _AcqLetterWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  AcqPdfPreview *preview;
  GtkWidget *warnings;
  GtkLabel *warnings_label;
  GtkWidget *accept_button;
  GtkWidget *posted_button;
  GtkWidget *print_button;

  AcqOpenCompany *company;
  AcqLetterRequest *request; /* without an output */
  GBytes *draft;           /* NULL until it is written, and where it must not leave */
  AcqLetterResult *result; /* of the draft */
  char *blocking;          /* codes that block it and that he may overrule; nullable */
  GCancellable *cancellable;
  gboolean keeping;      /* the letter is on its way into the company file */
  gboolean closes_after; /* the user wants to close it meanwhile */
};

G_DEFINE_FINAL_TYPE (AcqLetterWindow, acq_letter_window, ADW_TYPE_WINDOW)

/* With the customer's code, or the letter's reference where it is of no customer's. */
static const char *const file_names[] = {
  [ACQ_LETTER_MODEL_FORMAL_NOTICE] = N_ ("Formal notice %s.pdf"),
  [ACQ_LETTER_MODEL_STATEMENT] = N_ ("Statement %s.pdf"),
  [ACQ_LETTER_MODEL_CHEQUE_SLIP] = N_ ("Cheque deposit %s.pdf"),
  [ACQ_LETTER_MODEL_RETENTION_RELEASE] = N_ ("Retention %s.pdf"),
  [ACQ_LETTER_MODEL_PAYMENT_PLAN] = N_ ("Payment plan %s.pdf"),
  [ACQ_LETTER_MODEL_RECEIPT] = N_ ("Receipt %s.pdf"),
};

/* What is to be written, or leaves, and where to; handed to the company's thread. */
typedef struct
{
  AcqLetterRequest *request; /* without an output: it was printed */
  GBytes *draft;
} Letter;

static void
letter_free (Letter *letter)
{
  acq_letter_request_free (letter->request);
  g_clear_pointer (&letter->draft, g_bytes_unref);
  g_free (letter);
}

static Letter *
letter_new (AcqLetterWindow *self, const char *path)
{
  Letter *letter = g_new0 (Letter, 1);
  AcqLetterRequest request = *self->request;

  request.output = path;
  letter->request = acq_letter_request_copy (&request);
  letter->draft = self->draft == NULL ? NULL : g_bytes_ref (self->draft);
  return letter;
}

typedef struct
{
  GBytes *pdf;
  AcqLetterResult *result;
} Written;

static void
written_free (gpointer data)
{
  Written *written = data;

  g_clear_pointer (&written->pdf, g_bytes_unref);
  g_clear_pointer (&written->result, acq_letter_result_free);
  g_free (written);
}

static void
update_actions (AcqLetterWindow *self)
{
  gboolean ready = self->draft != NULL, may_accept = self->blocking != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.save", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "letter.accept", may_accept);
  gtk_widget_set_visible (self->accept_button, may_accept);
  gtk_widget_set_visible (self->print_button, !may_accept);
}

/* What does not keep it from leaving, but should be known. */
static void
show_warnings (AcqLetterWindow *self)
{
  g_autofree char *codes = self->result == NULL || self->result->warnings == NULL
                             ? g_strdup ("")
                             : g_strjoinv (", ", self->result->warnings);
  g_autofree char *text = acq_flaw_text_sentences (codes);

  gtk_label_set_label (self->warnings_label, text);
  gtk_widget_set_visible (self->warnings, text[0] != '\0');
}

static gpointer
draft (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Letter *letter = data;
  Written *written = g_new0 (Written, 1);

  written->pdf = acq_letter_draft (file, letter->request, &written->result, error);
  if (written->pdf == NULL)
    g_clear_pointer (&written, written_free);
  return written;
}

static void
show_refusal (AcqLetterWindow *self, const GError *error)
{
  gboolean is_blocked = g_error_matches (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_autofree char *text = is_blocked ? acq_flaw_text_sentences (error->message) : acq_error_text (error);

  if (is_blocked && acq_flaw_text_may_accept (error->message))
    self->blocking = g_strdup (error->message);
  acq_pdf_preview_set_refusal (self->preview, _ ("This letter must not leave as it is"), text);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqLetterWindow) self = data;
  g_autoptr (GError) error = NULL;
  Written *written = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (written != NULL)
    {
      self->draft = g_steal_pointer (&written->pdf);
      self->result = g_steal_pointer (&written->result);
      acq_pdf_preview_set_pdf (self->preview, self->draft);
      written_free (written);
    }
  else
    show_refusal (self, error);
  show_warnings (self);
  update_actions (self);
}

static void
ask_for_draft (AcqLetterWindow *self)
{
  Letter *letter = letter_new (self, NULL);

  g_clear_pointer (&self->draft, g_bytes_unref);
  g_clear_pointer (&self->result, acq_letter_result_free);
  g_clear_pointer (&self->blocking, g_free);
  update_actions (self);
  acq_open_company_ask_async (self->company, draft, letter, (GDestroyNotify) letter_free, written_free,
                              self->cancellable, drafted_cb, g_object_ref (self));
}

static gboolean
issue (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Letter *letter = data;

  return acq_letter_issue_draft (file, letter->request, letter->draft, error);
}

static void
ask_when_posted (AcqLetterWindow *self)
{
  acq_posting_dialog_present_notice (GTK_WINDOW (self), self->company, self->request->customer, self->result->numbers);
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqLetterWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean kept = acq_open_company_change_finish (ACQ_OPEN_COMPANY (source), result, &error);
  g_autofree char *text = NULL;

  self->keeping = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (kept && self->closes_after)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->closes_after = FALSE;
  if (!kept)
    {
      text = acq_error_text (error);
      acq_dialogs_tell (GTK_WIDGET (self), _ ("The letter was not kept"), text);
      /* It may read otherwise by now: then the new one is to be looked at. */
      ask_for_draft (self);
    }
  else if (self->request->model == ACQ_LETTER_MODEL_FORMAL_NOTICE && self->result != NULL)
    gtk_widget_set_visible (self->posted_button, TRUE);
}

static void
printed_and_issued_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AcqLetterWindow *self = data;

  g_object_ref (self);
  issued_cb (source, result, data);
  if (!g_cancellable_is_cancelled (self->cancellable) && gtk_widget_get_visible (self->posted_button))
    ask_when_posted (self);
  g_object_unref (self);
}

static void
let_leave (AcqLetterWindow *self, const char *path)
{
  gboolean is_slip = self->request->model == ACQ_LETTER_MODEL_CHEQUE_SLIP;

  self->keeping = TRUE;
  acq_open_company_change_async (self->company, is_slip ? _ ("Cheques deposited") : NULL, issue,
                                 letter_new (self, path),
                                 (GDestroyNotify) letter_free, NULL,
                                 path == NULL ? printed_and_issued_cb : issued_cb, g_object_ref (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqLetterWindow) self = data;
  g_autoptr (GFile) chosen = acq_file_dialogs_save_finish (result);
  g_autofree char *path = chosen == NULL ? NULL : g_file_get_path (chosen);

  if (path != NULL && self->draft != NULL)
    let_leave (self, path);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  AcqLetterWindow *self = ACQ_LETTER_WINDOW (widget);
  AcqFileKind kind = { _ ("PDF documents"), patterns };
  const char *subject = self->request->customer != NULL ? self->request->customer : self->result->reference;
  g_autofree char *code = g_strdelimit (g_strdup (subject), "/\\", '-');
  g_autoptr (GString) name = g_string_new (_ (file_names[self->request->model]));

  g_string_replace (name, "%s", code, 1);
  acq_file_dialogs_save_async (widget, _ ("Save the letter"), &kind, name->str, self->cancellable, saved_cb,
                               g_object_ref (self));
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqLetterWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (acq_letter_print_finish (result, &error) && self->draft != NULL)
    let_leave (self, NULL);
  if (error == NULL)
    return;
  text = acq_letter_print_phrase_error (error);
  acq_dialogs_tell (GTK_WIDGET (self), _ ("Nothing was printed"), text);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqLetterWindow *self = ACQ_LETTER_WINDOW (widget);
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new ();

  g_ptr_array_add (pdfs, self->draft);
  acq_letter_print_async (GTK_WINDOW (self), acq_letter_model_text (self->request->model), pdfs, printed_cb,
                          g_object_ref (self));
}

static void
posted_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqLetterWindow *self = ACQ_LETTER_WINDOW (widget);

  if (self->result != NULL)
    ask_when_posted (self);
}

/* Takes what the user overrules, and why. */
static void
take_acceptance (AcqLetterRequest *request, AcqAcceptance *accepted)
{
  g_strfreev ((char **) request->accepted);
  g_free ((char *) request->reason);
  request->accepted = (const char *const *) g_steal_pointer (&accepted->codes);
  request->reason = g_steal_pointer (&accepted->reason);
  acq_acceptance_free (accepted);
}

static void
accepted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqLetterWindow) self = user_data;
  AcqAcceptance *accepted = acq_acceptance_ask_finish (result);

  if (accepted == NULL)
    return;
  take_acceptance (self->request, accepted);
  ask_for_draft (self);
}

static void
accept_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqLetterWindow *self = ACQ_LETTER_WINDOW (widget);

  acq_acceptance_ask_async (GTK_WINDOW (self), self->company, self->blocking, accepted_cb, g_object_ref (self));
}

/* Whether the letter was kept is told first: it was printed or saved. */
static gboolean
acq_letter_window_close_request (GtkWindow *window)
{
  AcqLetterWindow *self = ACQ_LETTER_WINDOW (window);

  self->closes_after = self->keeping;
  return self->keeping || GTK_WINDOW_CLASS (acq_letter_window_parent_class)->close_request (window);
}

static void
acq_letter_window_dispose (GObject *object)
{
  AcqLetterWindow *self = ACQ_LETTER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_LETTER_WINDOW);
  G_OBJECT_CLASS (acq_letter_window_parent_class)->dispose (object);
}

static void
acq_letter_window_finalize (GObject *object)
{
  AcqLetterWindow *self = ACQ_LETTER_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->company);
  g_clear_pointer (&self->draft, g_bytes_unref);
  g_clear_pointer (&self->result, acq_letter_result_free);
  g_clear_pointer (&self->blocking, g_free);
  g_clear_pointer (&self->request, acq_letter_request_free);
  G_OBJECT_CLASS (acq_letter_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/letter/acq-letter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqLetterWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AcqLetterWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, AcqLetterWindow, warnings);
  gtk_widget_class_bind_template_child (widget_class, AcqLetterWindow, warnings_label);
  gtk_widget_class_bind_template_child (widget_class, AcqLetterWindow, accept_button);
  gtk_widget_class_bind_template_child (widget_class, AcqLetterWindow, posted_button);
  gtk_widget_class_bind_template_child (widget_class, AcqLetterWindow, print_button);
}

static void
acq_letter_window_class_init (AcqLetterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_letter_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_letter_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = acq_letter_window_close_request;
  g_type_ensure (ACQ_TYPE_PDF_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "letter.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "letter.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "letter.posted", NULL, posted_action);
  gtk_widget_class_install_action (widget_class, "letter.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "letter.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "letter.save", NULL);
}

static void
acq_letter_window_init (AcqLetterWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_name (AcqLetterWindow *self)
{
  const AcqLedger *ledger = acq_open_company_get_view (self->company)->books->ledger;

  for (guint i = 0; i < ledger->customers->len; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[i];

      if (g_strcmp0 (customer->code, self->request->customer) == 0)
        adw_window_title_set_subtitle (self->window_title, customer->name);
    }
}

void
acq_letter_window_present (GtkWindow *parent, AcqOpenCompany *company, AcqLetterModel model,
                           const char *customer)
{
  const AcqLetterRequest request = { .model = model, .customer = customer };

  acq_letter_window_present_request (parent, company, &request);
}

void
acq_letter_window_present_request (GtkWindow *parent, AcqOpenCompany *company, const AcqLetterRequest *request)
{
  const char *title = acq_letter_model_text (request->model);
  AcqLetterWindow *self;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (company));
  self = g_object_new (ACQ_TYPE_LETTER_WINDOW, "transient-for", parent, "title", title, NULL);
  self->company = g_object_ref (company);
  self->request = acq_letter_request_copy (request);
  g_clear_pointer ((char **) &self->request->output, g_free);
  adw_window_title_set_title (self->window_title, title);
  show_name (self);
  ask_for_draft (self);
  gtk_window_present (GTK_WINDOW (self));
}
