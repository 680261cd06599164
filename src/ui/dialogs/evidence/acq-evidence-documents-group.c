/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-documents-group.h"

#include <glib/gi18n.h>

#include "acq-evidence-need-text.h"
#include "acq-file-dialogs.h"

static const AcqEvidencePieceKind kinds[] = {
  ACQ_EVIDENCE_PIECE_CREDITOR_REGISTRATION, ACQ_EVIDENCE_PIECE_DEBTOR_REGISTRATION, ACQ_EVIDENCE_PIECE_CONTRACT,
  ACQ_EVIDENCE_PIECE_TERMS,                 ACQ_EVIDENCE_PIECE_DELIVERY,            ACQ_EVIDENCE_PIECE_NOTICE_PROOF,
  ACQ_EVIDENCE_PIECE_OTHER,
};

struct _AcqEvidenceDocumentsGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *rows[G_N_ELEMENTS (kinds)]; /* children of the group, as the buttons are of the rows */
  GtkWidget *remove_buttons[G_N_ELEMENTS (kinds)];
  GArray *documents; /* (element-type AcqEvidenceDocument) with paths of their own */
  GCancellable *closing;
  guint asked; /* for which row a file is chosen */
};

G_DEFINE_FINAL_TYPE (AcqEvidenceDocumentsGroup, acq_evidence_documents_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_DOCUMENTS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clear_document (gpointer data)
{
  AcqEvidenceDocument *document = data;

  g_free ((char *) document->path);
}

/* The names of the files of one kind, or that there is none. */
static char *
list_names (const AcqEvidenceDocumentsGroup *self, AcqEvidencePieceKind kind)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->documents->len; i++)
    {
      const AcqEvidenceDocument *document = &g_array_index (self->documents, AcqEvidenceDocument, i);
      g_autofree char *name = document->kind == kind ? g_filename_display_basename (document->path) : NULL;

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

static void
show_documents (AcqEvidenceDocumentsGroup *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *names = list_names (self, kinds[i]);

      adw_action_row_set_subtitle (self->rows[i], names);
      gtk_widget_set_visible (self->remove_buttons[i], names[0] != '\0');
    }
}

static guint
rank_of (AcqEvidencePieceKind kind)
{
  guint rank = 0;

  while (rank + 1 < G_N_ELEMENTS (kinds) && kinds[rank] != kind)
    rank++;
  return rank;
}

void
acq_evidence_documents_group_add (AcqEvidenceDocumentsGroup *self, AcqEvidencePieceKind kind, const char *path)
{
  AcqEvidenceDocument document = { kind, g_strdup (path), NULL };
  guint at = 0;

  g_return_if_fail (ACQ_IS_EVIDENCE_DOCUMENTS_GROUP (self));

  while (at < self->documents->len
         && rank_of (g_array_index (self->documents, AcqEvidenceDocument, at).kind) <= rank_of (kind))
    at++;
  g_array_insert_val (self->documents, at, document);
  show_documents (self);
  g_signal_emit (self, signals[SIGNAL_DOCUMENTS_CHANGED], 0);
}

const GArray *
acq_evidence_documents_group_get (AcqEvidenceDocumentsGroup *self)
{
  return self->documents;
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqEvidenceDocumentsGroup) self = user_data;
  g_autoptr (GListModel) files = acq_file_dialogs_open_finish (result);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      const char *path = g_file_peek_path (file);

      if (path != NULL)
        acq_evidence_documents_group_add (self, kinds[self->asked], path);
    }
}

static void
add_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", "*.PDF", "*.png", "*.PNG", "*.jpg",
                                          "*.JPG", "*.jpeg", "*.JPEG", NULL };
  AcqEvidenceDocumentsGroup *self = ACQ_EVIDENCE_DOCUMENTS_GROUP (widget);
  AcqFileKind kind = { _ ("PDF documents and pictures"), patterns };

  self->asked = MIN (g_variant_get_uint32 (parameter), (guint) G_N_ELEMENTS (kinds) - 1);
  acq_file_dialogs_open_async (widget, acq_evidence_document_text (kinds[self->asked]), &kind, TRUE, self->closing,
                               chosen_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqEvidenceDocumentsGroup *self = ACQ_EVIDENCE_DOCUMENTS_GROUP (widget);
  guint row = MIN (g_variant_get_uint32 (parameter), (guint) G_N_ELEMENTS (kinds) - 1);

  for (guint i = self->documents->len; i > 0; i--)
    if (g_array_index (self->documents, AcqEvidenceDocument, i - 1).kind == kinds[row])
      g_array_remove_index (self->documents, i - 1);
  show_documents (self);
  g_signal_emit (self, signals[SIGNAL_DOCUMENTS_CHANGED], 0);
}

static GtkWidget *
button_new (const char *icon, const char *action, guint row, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", row);
  return button;
}

static void
add_row (AcqEvidenceDocumentsGroup *self, guint row)
{
  const char *title = acq_evidence_document_text (kinds[row]);
  /* Translators: a kind of document, such as "Accepted terms of sale". */
  g_autofree char *add = g_strdup_printf (_ ("Add: %s"), title);
  /* Translators: a kind of document, such as "Accepted terms of sale". */
  g_autofree char *take_away = g_strdup_printf (_ ("Take away: %s"), title);

  self->rows[row] = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle-lines", 1, NULL);
  self->remove_buttons[row] = button_new ("user-trash-symbolic", "documents.remove", row, take_away);
  gtk_widget_set_visible (self->remove_buttons[row], FALSE);
  adw_action_row_add_suffix (self->rows[row], self->remove_buttons[row]);
  adw_action_row_add_suffix (self->rows[row], button_new ("list-add-symbolic", "documents.add", row, add));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rows[row]));
}

static void
acq_evidence_documents_group_dispose (GObject *object)
{
  g_cancellable_cancel (ACQ_EVIDENCE_DOCUMENTS_GROUP (object)->closing);
  G_OBJECT_CLASS (acq_evidence_documents_group_parent_class)->dispose (object);
}

static void
acq_evidence_documents_group_finalize (GObject *object)
{
  AcqEvidenceDocumentsGroup *self = ACQ_EVIDENCE_DOCUMENTS_GROUP (object);

  g_array_unref (self->documents);
  g_clear_object (&self->closing);
  G_OBJECT_CLASS (acq_evidence_documents_group_parent_class)->finalize (object);
}

static void
acq_evidence_documents_group_class_init (AcqEvidenceDocumentsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_evidence_documents_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_evidence_documents_group_finalize;
  signals[SIGNAL_DOCUMENTS_CHANGED]
    = g_signal_new ("documents-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "documents.add", "u", add_action);
  gtk_widget_class_install_action (widget_class, "documents.remove", "u", remove_action);
}

static void
acq_evidence_documents_group_init (AcqEvidenceDocumentsGroup *self)
{
  self->documents = g_array_new (FALSE, FALSE, sizeof (AcqEvidenceDocument));
  g_array_set_clear_func (self->documents, clear_document);
  self->closing = g_cancellable_new ();
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_row (self, i);
}
