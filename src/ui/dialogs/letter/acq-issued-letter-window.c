/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-issued-letter-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-dialogs.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-letter-post-dialog.h"
#include "acq-letter-print.h"
#include "acq-letter-record-text.h"
#include "acq-pdf-preview.h"
#include "acq-posting-dialog.h"
#include "acq-told-change.h"

#define ACQ_TYPE_ISSUED_LETTER_WINDOW (acq_issued_letter_window_get_type ())
G_DECLARE_FINAL_TYPE (AcqIssuedLetterWindow, acq_issued_letter_window, ACQ, ISSUED_LETTER_WINDOW, AdwWindow)

struct _AcqIssuedLetterWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *window_title;
  AcqPdfPreview *preview;
  AdwPreferencesGroup *proofs;
  AdwActionRow *post_row;

  AcqOpenCompany *company;
  char *reference;
  AcqLetterRecord *record; /* NULL until it is read */
  GBytes *pdf;             /* as above */
  GPtrArray *rows;         /* (element-type GtkWidget) of the proofs, borrowed */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AcqIssuedLetterWindow, acq_issued_letter_window, ADW_TYPE_WINDOW)

/* Read on the company's thread. */
typedef struct
{
  AcqLetterRecord *record;
  GBytes *pdf;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->record, acq_letter_record_free);
  g_clear_pointer (&reading->pdf, g_bytes_unref);
  g_free (reading);
}

static gpointer
read_letter (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->record = acq_letter_record_load (file, data, error);
  if (reading->record != NULL)
    reading->pdf = acq_letter_record_load_pdf (file, data, error);
  if (reading->pdf == NULL)
    g_clear_pointer (&reading, reading_free);
  return reading;
}

/* A change of one proof, or a proof that is to be shown. */
typedef struct
{
  char *reference;
  char *path;
  AcqLetterProofKind kind;
  gint64 proof_id;
} ProofWish;

static ProofWish *
proof_wish_new (AcqIssuedLetterWindow *self)
{
  ProofWish *wish = g_new0 (ProofWish, 1);

  wish->reference = g_strdup (self->reference);
  return wish;
}

static void
proof_wish_free (gpointer data)
{
  ProofWish *wish = data;

  g_free (wish->reference);
  g_free (wish->path);
  g_free (wish);
}

static gboolean
add_proof (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const ProofWish *wish = data;

  return acq_letter_record_add_proof (file, wish->reference, wish->kind, wish->path, error);
}

static gboolean
remove_proof (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const ProofWish *wish = data;

  return acq_letter_record_remove_proof (file, wish->reference, wish->proof_id, error);
}

static gpointer
read_proof (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const ProofWish *wish = data;

  return acq_letter_record_load_proof (file, wish->proof_id, error);
}

static void
take_proof (AcqIssuedLetterWindow *self, AcqLetterProofKind kind, GFile *chosen)
{
  ProofWish *wish = proof_wish_new (self);

  wish->kind = kind;
  wish->path = g_file_get_path (chosen);
  if (wish->path == NULL)
    {
      proof_wish_free (wish);
      return;
    }
  acq_open_company_change_async (self->company, _ ("Proof kept"), add_proof, wish, proof_wish_free, NULL,
                                 acq_told_change_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqIssuedLetterWindow *self = ACQ_ISSUED_LETTER_WINDOW (widget);
  ProofWish *wish = proof_wish_new (self);

  wish->proof_id = g_variant_get_int64 (parameter);
  acq_open_company_change_async (self->company, _ ("Proof removed"), remove_proof, wish, proof_wish_free, NULL,
                                 acq_told_change_cb, g_object_ref (self));
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);
  GtkWidget *content = adw_window_get_content (ADW_WINDOW (window));
  g_autoptr (GdkTexture) texture = NULL;

  if (bytes == NULL)
    return;
  if (g_bytes_get_size (bytes) > 5 && memcmp (g_bytes_get_data (bytes, NULL), "%PDF-", 5) == 0)
    {
      acq_pdf_preview_set_pdf (ACQ_PDF_PREVIEW (gtk_widget_get_last_child (content)), bytes);
      return;
    }
  texture = gdk_texture_new_from_bytes (bytes, &error);
  if (texture == NULL)
    {
      acq_pdf_preview_set_refusal (ACQ_PDF_PREVIEW (gtk_widget_get_last_child (content)),
                                   _ ("This picture cannot be shown"), "");
      return;
    }
  gtk_box_remove (GTK_BOX (content), gtk_widget_get_last_child (content));
  gtk_box_append (GTK_BOX (content), gtk_picture_new_for_paintable (GDK_PAINTABLE (texture)));
  gtk_widget_set_vexpand (gtk_widget_get_last_child (content), TRUE);
}

static void
show_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqIssuedLetterWindow *self = ACQ_ISSUED_LETTER_WINDOW (widget);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *preview = acq_pdf_preview_new ();
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", self->reference, "transient-for", self, "modal", TRUE,
                                    "destroy-with-parent", TRUE, "default-width", 700, "default-height", 760,
                                    "content", box, NULL);
  ProofWish *wish = proof_wish_new (self);

  wish->proof_id = g_variant_get_int64 (parameter);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_widget_set_vexpand (preview, TRUE);
  gtk_box_append (GTK_BOX (box), preview);
  acq_open_company_ask_async (self->company, read_proof, wish, proof_wish_free, (GDestroyNotify) g_bytes_unref,
                              self->cancellable, shown_cb, g_object_ref (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
add_row_button (AdwActionRow *row, const char *icon, const char *words, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (row, button);
}

static void
add_proof_row (AcqIssuedLetterWindow *self, const AcqLetterProof *proof)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 acq_letter_proof_kind_text (proof->kind), "subtitle", proof->name, NULL);

  add_row_button (ADW_ACTION_ROW (row), "view-reveal-symbolic", _ ("Show"), "letter.show-proof", proof->id);
  add_row_button (ADW_ACTION_ROW (row), "user-trash-symbolic", _ ("Remove"), "letter.remove-proof", proof->id);
  adw_preferences_group_add (self->proofs, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_record (AcqIssuedLetterWindow *self)
{
  AcqDay today = acq_open_company_get_view (self->company)->books->today;
  g_autofree char *title = acq_issued_letter_title_text (self->record->letter);
  g_autofree char *text = acq_letter_record_text (self->record, today);

  adw_window_title_set_title (self->window_title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_action_row_set_subtitle (self->post_row, text);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->proofs, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->record->proofs->len; i++)
    add_proof_row (self, self->record->proofs->pdata[i]);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqIssuedLetterWindow) self = data;
  g_autoptr (GError) error = NULL;
  Reading *reading = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);
  g_autofree char *words = NULL;

  if (reading != NULL)
    {
      g_clear_pointer (&self->record, acq_letter_record_free);
      self->record = g_steal_pointer (&reading->record);
      if (self->pdf == NULL)
        acq_pdf_preview_set_pdf (self->preview, reading->pdf);
      g_clear_pointer (&self->pdf, g_bytes_unref);
      self->pdf = g_steal_pointer (&reading->pdf);
      show_record (self);
      reading_free (reading);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      words = acq_error_text (error);
      acq_pdf_preview_set_refusal (self->preview, _ ("This letter is not there any more"), words);
    }
}

static void
view_cb (AcqIssuedLetterWindow *self)
{
  acq_open_company_ask_async (self->company, read_letter, g_strdup (self->reference), g_free, reading_free,
                              self->cancellable, read_cb, g_object_ref (self));
}

static char **
list_numbers (AcqIssuedLetterWindow *self)
{
  const AcqLedger *ledger = acq_open_company_get_view (self->company)->books->ledger;
  GArray *ids = self->record->letter->invoice_ids;
  GStrvBuilder *numbers = g_strv_builder_new ();
  char **list;

  for (guint i = 0; i < ids->len; i++)
    {
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, g_array_index (ids, gint64, i));

      if (invoice != NULL)
        g_strv_builder_add (numbers, invoice->number);
    }
  list = g_strv_builder_end (numbers);
  g_strv_builder_unref (numbers);
  return list;
}

/* A notice that was printed and not posted yet counts as a reminder from its posting on: that is asked first. */
static void
post_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqIssuedLetterWindow *self = ACQ_ISSUED_LETTER_WINDOW (widget);
  const AcqIssuedLetter *letter = self->record == NULL ? NULL : self->record->letter;
  g_auto (GStrv) numbers = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const AcqCustomer *customer;

  if (letter == NULL)
    return;
  customer = acq_ledger_find_customer (acq_open_company_get_view (self->company)->books->ledger, letter->customer_id);
  if (letter->post.posted != ACQ_DAY_NONE || customer == NULL
      || g_strcmp0 (letter->model, acq_letter_model_to_code (ACQ_LETTER_MODEL_FORMAL_NOTICE)) != 0)
    {
      acq_letter_post_dialog_present (GTK_WINDOW (self), self->company, self->record);
      return;
    }
  numbers = list_numbers (self);
  list = g_ptr_array_new ();
  for (gsize i = 0; numbers[i] != NULL; i++)
    g_ptr_array_add (list, numbers[i]);
  acq_posting_dialog_present_notice (GTK_WINDOW (self), self->company, customer->code, list);
}

/* A proof that is chosen, and what it proves. */
typedef struct
{
  AcqIssuedLetterWindow *window; /* owned */
  AcqLetterProofKind kind;
} Choice;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Choice *choice = data;
  g_autoptr (AcqIssuedLetterWindow) self = choice->window;
  g_autoptr (GListModel) files = acq_file_dialogs_open_finish (result);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) chosen = g_list_model_get_item (files, i);

      take_proof (self, choice->kind, chosen);
    }
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", "*.jpg", "*.jpeg", "*.png", "*.PDF", "*.JPG", "*.JPEG", "*.PNG", NULL };
  AcqFileKind kind = { _ ("Scans"), patterns, NULL };
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (ACQ_ISSUED_LETTER_WINDOW (widget));
  acq_letter_proof_kind_from_code (g_variant_get_string (parameter, NULL), &choice->kind);
  acq_file_dialogs_open_async (widget, _ ("Add a proof"), &kind, TRUE, choice->window->cancellable, chosen_cb, choice);
}

/* The slip of the counter comes first, then the acknowledgement. */
static AcqLetterProofKind
guess_kind (AcqIssuedLetterWindow *self)
{
  for (guint i = 0; i < self->record->proofs->len; i++)
    if (((const AcqLetterProof *) self->record->proofs->pdata[i])->kind == ACQ_LETTER_PROOF_POSTING)
      return ACQ_LETTER_PROOF_ACKNOWLEDGEMENT;
  return ACQ_LETTER_PROOF_POSTING;
}

static gboolean
drop_cb (GtkDropTarget *drop, const GValue *value, double x, double y, gpointer user_data)
{
  AcqIssuedLetterWindow *self = user_data;

  if (self->record == NULL)
    return FALSE;
  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    take_proof (self, guess_kind (self), l->data);
  return TRUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqIssuedLetterWindow) self = data;
  g_autoptr (GFile) chosen = acq_file_dialogs_save_finish (result);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *bytes = g_bytes_get_data (self->pdf, &size);

  if (chosen != NULL
      && !g_file_replace_contents (chosen, bytes, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    acq_dialogs_tell (GTK_WIDGET (self), _ ("The letter was not saved"), error->message);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  AcqIssuedLetterWindow *self = ACQ_ISSUED_LETTER_WINDOW (widget);
  AcqFileKind kind = { _ ("PDF documents"), patterns, NULL };
  g_autofree char *name = g_strconcat (self->reference, ".pdf", NULL);

  if (self->pdf != NULL)
    acq_file_dialogs_save_async (widget, _ ("Save the letter"), &kind, name, self->cancellable, saved_cb,
                                 g_object_ref (self));
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqIssuedLetterWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (acq_letter_print_finish (result, &error) || error == NULL)
    return;
  words = acq_letter_print_phrase_error (error);
  acq_dialogs_tell (GTK_WIDGET (self), _ ("Nothing was printed"), words);
}

static void
print_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqIssuedLetterWindow *self = ACQ_ISSUED_LETTER_WINDOW (widget);
  g_autoptr (GPtrArray) pdfs = g_ptr_array_new ();

  if (self->pdf == NULL)
    return;
  g_ptr_array_add (pdfs, self->pdf);
  acq_letter_print_async (GTK_WINDOW (self), self->reference, pdfs, printed_cb, g_object_ref (self));
}

static void
acq_issued_letter_window_dispose (GObject *object)
{
  AcqIssuedLetterWindow *self = ACQ_ISSUED_LETTER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_ISSUED_LETTER_WINDOW);
  G_OBJECT_CLASS (acq_issued_letter_window_parent_class)->dispose (object);
}

static void
acq_issued_letter_window_finalize (GObject *object)
{
  AcqIssuedLetterWindow *self = ACQ_ISSUED_LETTER_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->company);
  g_clear_pointer (&self->record, acq_letter_record_free);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->reference, g_free);
  G_OBJECT_CLASS (acq_issued_letter_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "letter.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "letter.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "letter.post", NULL, post_action);
  gtk_widget_class_install_action (widget_class, "letter.add-proof", "s", add_action);
  gtk_widget_class_install_action (widget_class, "letter.show-proof", "x", show_action);
  gtk_widget_class_install_action (widget_class, "letter.remove-proof", "x", remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "letter.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "letter.save", NULL);
}

static void
acq_issued_letter_window_class_init (AcqIssuedLetterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_issued_letter_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_issued_letter_window_finalize;
  g_type_ensure (ACQ_TYPE_PDF_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/letter/acq-issued-letter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqIssuedLetterWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, AcqIssuedLetterWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, AcqIssuedLetterWindow, proofs);
  gtk_widget_class_bind_template_child (widget_class, AcqIssuedLetterWindow, post_row);
  install_actions (widget_class);
}

static void
acq_issued_letter_window_init (AcqIssuedLetterWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

void
acq_issued_letter_window_present (GtkWindow *parent, AcqOpenCompany *company, const char *reference)
{
  AcqIssuedLetterWindow *self;

  g_return_if_fail (ACQ_IS_OPEN_COMPANY (company));
  self = g_object_new (ACQ_TYPE_ISSUED_LETTER_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, "title",
                       reference, NULL);
  self->company = g_object_ref (company);
  self->reference = g_strdup (reference);
  adw_window_title_set_title (self->window_title, reference);
  g_signal_connect_object (company, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  view_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}
