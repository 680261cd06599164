/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-evidence-documents-group.h"
#include "acq-evidence-need-text.h"
#include "acq-evidence-needs-group.h"
#include "acq-evidence-order.h"
#include "acq-file-dialogs.h"
#include "acq-flaw-text.h"

/* Typing is over when nothing was typed for so long. */
#define TYPING_MILLISECONDS 400

#define ACQ_TYPE_EVIDENCE_WINDOW (acq_evidence_window_get_type ())
G_DECLARE_FINAL_TYPE (AcqEvidenceWindow, acq_evidence_window, ACQ, EVIDENCE_WINDOW, AdwWindow)

struct _AcqEvidenceWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  AdwComboRow *reader_row;
  GtkEditable *court_row;
  GtkEditable *works_row;
  AcqEvidenceDocumentsGroup *documents_group;
  AcqEvidenceNeedsGroup *needs_group;
  GtkWidget *flaws;
  GtkLabel *flaws_label;
  GtkLabel *summary;
  GtkStack *footer;
  GtkProgressBar *progress;
  GtkWidget *accept_button;

  AcqOpenCompany *company;
  char *customer; /* code */
  AcqAcceptance *accepted;   /* what the user overrules; nullable */
  char *blocking;            /* codes; "" where nothing blocks, NULL while that is not known */
  GCancellable *closing;
  GCancellable *surveying;   /* NULL: no answer is awaited */
  GCancellable *writing;     /* NULL: nothing is being written */
  AcqEvidenceOrder *written; /* while it is */
  guint ticking;
  guint typing;
  gboolean as_archive; /* what is being saved */
};

G_DEFINE_FINAL_TYPE (AcqEvidenceWindow, acq_evidence_window, ADW_TYPE_WINDOW)

static const char *
text_or_null (GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);

  return text[0] == '\0' ? NULL : text;
}

static AcqEvidenceOrder *
order_new (AcqEvidenceWindow *self, const char *output)
{
  return acq_evidence_order_new (self->customer, (AcqEvidenceReader) adw_combo_row_get_selected (self->reader_row),
                                 text_or_null (self->court_row), text_or_null (self->works_row),
                                 acq_evidence_documents_group_get (self->documents_group), output, self->accepted);
}

static void
update_actions (AcqEvidenceWindow *self)
{
  gboolean ready = self->blocking != NULL && self->blocking[0] == '\0' && self->writing == NULL;
  gboolean may_accept = self->blocking != NULL && self->blocking[0] != '\0' && self->writing == NULL
                        && acq_flaw_text_may_accept (self->blocking);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.save-pdf", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.save-zip", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.accept", may_accept);
  gtk_widget_set_visible (self->accept_button, may_accept);
  gtk_stack_set_visible_child_name (self->footer, self->writing == NULL ? "actions" : "progress");
}

static void
show_flaws (AcqEvidenceWindow *self, const char *text)
{
  gtk_label_set_label (self->flaws_label, text);
  gtk_widget_set_visible (self->flaws, text[0] != '\0');
}

static void
show_result (AcqEvidenceWindow *self, const AcqEvidenceResult *result)
{
  g_autofree char *total = acq_amount_text (result->total_due, ACQ_CURRENCY_EUR);
  g_autofree char *summary = NULL;
  g_autofree char *warnings = g_strjoinv (", ", result->warnings);
  g_autofree char *flaws = NULL;
  guint n_pieces = 0;

  for (guint i = 0; i < result->pieces->len; i++)
    n_pieces += ((const AcqEvidenceEntry *) result->pieces->pdata[i])->number != 0;
  /* Translators: how many documents, and what is claimed. */
  summary = g_strdup_printf (ngettext ("%u document · %s claimed", "%u documents · %s claimed", n_pieces), n_pieces, total);
  gtk_label_set_label (self->summary, summary);
  acq_evidence_needs_group_show (self->needs_group, result->needs);
  g_free (self->blocking);
  self->blocking = g_strjoinv (", ", result->blocking);
  flaws = acq_flaw_text_sentences (self->blocking[0] != '\0' ? self->blocking : warnings);
  show_flaws (self, flaws);
  update_actions (self);
}

static gpointer
survey (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_evidence_order_survey (data, file, error);
}

static void
surveyed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqEvidenceWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqEvidenceResult) found = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->surveying);
  if (found == NULL)
    {
      g_autofree char *text = acq_error_text (error);

      show_flaws (self, text);
      return;
    }
  show_result (self, found);
}

/* What was asked before is no longer of interest. */
static void
ask_for_survey (AcqEvidenceWindow *self)
{
  g_cancellable_cancel (self->surveying);
  g_clear_object (&self->surveying);
  self->surveying = g_cancellable_new ();
  g_clear_pointer (&self->blocking, g_free);
  update_actions (self);
  acq_open_company_ask_async (self->company, survey, order_new (self, NULL), (GDestroyNotify) acq_evidence_order_unref,
                              (GDestroyNotify) acq_evidence_result_free, self->surveying, surveyed_cb,
                              g_object_ref (self));
}

static gboolean
typed_cb (gpointer user_data)
{
  AcqEvidenceWindow *self = user_data;

  self->typing = 0;
  ask_for_survey (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (AcqEvidenceWindow *self)
{
  g_clear_handle_id (&self->typing, g_source_remove);
  self->typing = g_timeout_add (TYPING_MILLISECONDS, typed_cb, self);
}

static gboolean
write_file (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_evidence_order_write (data, file, cancellable, error);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  AcqEvidenceWindow *self = ACQ_EVIDENCE_WINDOW (widget);

  gtk_progress_bar_set_fraction (self->progress, acq_evidence_order_get_progress (self->written));
  return G_SOURCE_CONTINUE;
}

static void
stop_showing_progress (AcqEvidenceWindow *self)
{
  if (self->ticking != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->ticking);
  self->ticking = 0;
  g_clear_object (&self->writing);
  g_clear_pointer (&self->written, acq_evidence_order_unref);
  update_actions (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqEvidenceWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = acq_open_company_change_finish (ACQ_OPEN_COMPANY (source), result, &error);
  g_autofree char *text = NULL;

  if (g_cancellable_is_cancelled (self->closing))
    return;
  stop_showing_progress (self);
  if (done)
    {
      GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell", "s", _ ("Evidence file written"));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = acq_error_text (error);
  acq_dialogs_tell (GTK_WIDGET (self), _ ("The evidence file was not written"), text);
  ask_for_survey (self);
}

static void
write_to (AcqEvidenceWindow *self, const char *path)
{
  self->writing = g_cancellable_new ();
  self->written = order_new (self, path);
  gtk_progress_bar_set_fraction (self->progress, 0);
  self->ticking = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  update_actions (self);
  acq_open_company_change_async (self->company, NULL, write_file, acq_evidence_order_ref (self->written),
                                 (GDestroyNotify) acq_evidence_order_unref, self->writing, written_cb,
                                 g_object_ref (self));
}

/* The kind of file is what the button said, whatever ending was typed. */
static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqEvidenceWindow) self = user_data;
  g_autoptr (GFile) chosen = acq_file_dialogs_save_finish (result);
  const char *path = chosen == NULL ? NULL : g_file_peek_path (chosen);
  const char *ending = self->as_archive ? ".zip" : ".pdf";
  g_autofree char *lower = path == NULL ? NULL : g_ascii_strdown (path, -1);
  g_autofree char *whole = NULL;

  if (path == NULL || self->writing != NULL || g_cancellable_is_cancelled (self->closing))
    return;
  whole = g_str_has_suffix (lower, ending) ? g_strdup (path) : g_strconcat (path, ending, NULL);
  write_to (self, whole);
}

static void
save (AcqEvidenceWindow *self, gboolean as_archive)
{
  static const char *const pdf_patterns[] = { "*.pdf", NULL };
  static const char *const zip_patterns[] = { "*.zip", NULL };
  AcqFileKind kind = { as_archive ? _ ("ZIP archives") : _ ("PDF documents"), as_archive ? zip_patterns : pdf_patterns };
  g_autofree char *code = g_strdelimit (g_strdup (self->customer), "/\\", '-');
  g_autofree char *name = g_strdup_printf (as_archive ? _ ("Evidence %s.zip") : _ ("Evidence %s.pdf"), code);

  self->as_archive = as_archive;
  acq_file_dialogs_save_async (GTK_WIDGET (self), _ ("Save the evidence file"), &kind, name, self->closing, saved_cb,
                               g_object_ref (self));
}

static void
save_pdf_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (ACQ_EVIDENCE_WINDOW (widget), FALSE);
}

static void
save_zip_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  save (ACQ_EVIDENCE_WINDOW (widget), TRUE);
}

static void
cancel_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (ACQ_EVIDENCE_WINDOW (widget)->writing);
}

static void
accepted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqEvidenceWindow) self = user_data;
  AcqAcceptance *accepted = acq_acceptance_ask_finish (result);

  if (accepted == NULL)
    return;
  if (g_cancellable_is_cancelled (self->closing))
    {
      acq_acceptance_free (accepted);
      return;
    }
  acq_acceptance_free (self->accepted);
  self->accepted = accepted;
  ask_for_survey (self);
}

static void
accept_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqEvidenceWindow *self = ACQ_EVIDENCE_WINDOW (widget);

  acq_acceptance_ask_async (GTK_WINDOW (self), self->company, self->blocking, accepted_cb, g_object_ref (self));
}

/* What is being written is cancelled first; then it is the user who closes. */
static gboolean
acq_evidence_window_close_request (GtkWindow *window)
{
  AcqEvidenceWindow *self = ACQ_EVIDENCE_WINDOW (window);

  if (self->writing != NULL)
    {
      g_cancellable_cancel (self->writing);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (acq_evidence_window_parent_class)->close_request (window);
}

static void
acq_evidence_window_dispose (GObject *object)
{
  AcqEvidenceWindow *self = ACQ_EVIDENCE_WINDOW (object);

  g_clear_handle_id (&self->typing, g_source_remove);
  g_cancellable_cancel (self->closing);
  g_cancellable_cancel (self->surveying);
  g_cancellable_cancel (self->writing);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_EVIDENCE_WINDOW);
  G_OBJECT_CLASS (acq_evidence_window_parent_class)->dispose (object);
}

static void
acq_evidence_window_finalize (GObject *object)
{
  AcqEvidenceWindow *self = ACQ_EVIDENCE_WINDOW (object);

  g_clear_object (&self->closing);
  g_clear_object (&self->surveying);
  g_clear_object (&self->writing);
  g_clear_pointer (&self->written, acq_evidence_order_unref);
  g_clear_object (&self->company);
  g_clear_pointer (&self->accepted, acq_acceptance_free);
  g_clear_pointer (&self->blocking, g_free);
  g_clear_pointer (&self->customer, g_free);
  G_OBJECT_CLASS (acq_evidence_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/evidence/acq-evidence-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, reader_row);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, court_row);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, works_row);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, documents_group);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, needs_group);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, flaws);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, flaws_label);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, footer);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AcqEvidenceWindow, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
acq_evidence_window_class_init (AcqEvidenceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_evidence_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_evidence_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = acq_evidence_window_close_request;
  g_type_ensure (ACQ_TYPE_EVIDENCE_DOCUMENTS_GROUP);
  g_type_ensure (ACQ_TYPE_EVIDENCE_NEEDS_GROUP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "evidence.save-pdf", NULL, save_pdf_action);
  gtk_widget_class_install_action (widget_class, "evidence.save-zip", NULL, save_zip_action);
  gtk_widget_class_install_action (widget_class, "evidence.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "evidence.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "evidence.save-pdf", NULL);
}

static void
fill_readers (AcqEvidenceWindow *self)
{
  g_autoptr (GtkStringList) readers = gtk_string_list_new (NULL);

  for (AcqEvidenceReader reader = ACQ_EVIDENCE_READER_LAWYER; reader <= ACQ_EVIDENCE_READER_COURT; reader++)
    gtk_string_list_append (readers, acq_evidence_reader_text (reader));
  adw_combo_row_set_model (self->reader_row, G_LIST_MODEL (readers));
}

static void
acq_evidence_window_init (AcqEvidenceWindow *self)
{
  self->closing = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_readers (self);
}

static void
show_name (AcqEvidenceWindow *self)
{
  const AcqLedger *ledger = acq_open_company_get_view (self->company)->books->ledger;

  for (guint i = 0; i < ledger->customers->len; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[i];

      if (g_strcmp0 (customer->code, self->customer) == 0)
        adw_window_title_set_subtitle (self->window_title, customer->name);
    }
}

void
acq_evidence_window_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer)
{
  AcqEvidenceWindow *self;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (company));
  self = g_object_new (ACQ_TYPE_EVIDENCE_WINDOW, "transient-for", parent, "title", _ ("Evidence file"), NULL);
  self->company = g_object_ref (company);
  self->customer = g_strdup (customer);
  show_name (self);
  g_signal_connect_object (self->reader_row, "notify::selected", G_CALLBACK (ask_for_survey), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->documents_group, "documents-changed", G_CALLBACK (ask_for_survey), self,
                           G_CONNECT_SWAPPED);
  ask_for_survey (self);
  gtk_window_present (GTK_WINDOW (self));
}
