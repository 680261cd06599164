/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-details.h"

#include <string.h>

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-dialogs.h"
#include "acq-file-dialogs.h"
#include "acq-import-text.h"
#include "acq-reject-text.h"

/* More refused lines are in the list that is copied or saved. */
#define MAX_SHOWN 8

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
long_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = label_new (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  return label;
}

static GtkWidget *
section_new (void)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (section, "acq-import-section");
  return section;
}

GtkWidget *
acq_import_details_sample_row (const AcqImportSample *sample, AcqDay today)
{
  g_autofree char *day = sample->day == ACQ_DAY_NONE ? NULL : acq_day_text_short (sample->day, today);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = label_new (sample->text, NULL);

  if (day != NULL)
    {
      GtkWidget *label = label_new (day, "dim-label");

      gtk_label_set_width_chars (GTK_LABEL (label), 9);
      gtk_box_append (GTK_BOX (row), label);
    }
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), text);
  if (sample->known)
    gtk_box_append (GTK_BOX (row), label_new (_ ("known already"), "dim-label"));
  if (sample->has_amount)
    {
      g_autofree char *amount = acq_amount_text (sample->amount, sample->currency);
      GtkWidget *label = label_new (amount, "numeric");

      if (sample->amount > 0)
        gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (row), label);
    }
  gtk_widget_add_css_class (row, "acq-import-sample");
  return row;
}

GtkWidget *
acq_import_details_samples (const AcqImportPreview *preview, AcqDay today, gboolean rows)
{
  g_autofree char *rest = acq_import_rest_text (preview);
  GtkWidget *section;

  if ((preview->samples->len == 0 || !rows) && rest[0] == '\0')
    return NULL;
  section = section_new ();
  for (guint i = 0; rows && i < preview->samples->len; i++)
    gtk_box_append (GTK_BOX (section), acq_import_details_sample_row (preview->samples->pdata[i], today));
  if (rest[0] != '\0')
    {
      GtkWidget *label = long_label_new (rest, "dim-label");

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (section), label);
    }
  return section;
}

GtkWidget *
acq_import_details_paid (const AcqImportPreview *preview)
{
  g_autofree char *text = acq_import_paid_text (preview);
  GtkWidget *section, *row, *icon;

  if (text == NULL)
    return NULL;
  section = section_new ();
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  icon = gtk_image_new_from_icon_name ("acq-check-symbolic");
  gtk_widget_add_css_class (icon, "acq-done");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), long_label_new (_ ("What the file says of payments is taken over"), NULL));
  gtk_widget_set_hexpand (gtk_widget_get_last_child (row), TRUE);
  gtk_box_append (GTK_BOX (row), long_label_new (text, "dim-label"));
  gtk_box_append (GTK_BOX (section), row);
  return section;
}

static void
copy_cb (GtkWidget *button, GBytes *lines)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), g_bytes_get_data (lines, NULL));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GBytes) lines = user_data;
  g_autoptr (GFile) file = acq_file_dialogs_save_finish (result);
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;
  if (!g_file_replace_contents (file, g_bytes_get_data (lines, NULL), g_bytes_get_size (lines) - 1, NULL, FALSE,
                                G_FILE_CREATE_NONE, NULL, NULL, &error))
    acq_dialogs_tell (GTK_WIDGET (object), _ ("The list could not be saved"), error->message);
}

static void
save_cb (GtkWidget *button, GBytes *lines)
{
  static const char *const patterns[] = { "*.txt", NULL };
  const AcqFileKind kind = { _ ("Texts"), patterns };

  acq_file_dialogs_save_async (button, _ ("Save the refused lines"), &kind, _ ("refused-lines.txt"), NULL,
                               saved_cb, g_bytes_ref (lines));
}

static void
unref_lines (gpointer data, GClosure *closure)
{
  g_bytes_unref (data);
}

static GtkWidget *
list_button_new (const char *label, const char *name, GCallback callback, GBytes *lines)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "acq-import-small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", callback, g_bytes_ref (lines), unref_lines, 0);
  return button;
}

static GtkWidget *
rejection_row_new (const AcqRejection *rejection)
{
  g_autofree char *place = acq_import_place_text (rejection);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = label_new (place, "dim-label");

  gtk_label_set_width_chars (GTK_LABEL (line), 9);
  gtk_label_set_yalign (GTK_LABEL (line), 0);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (words), long_label_new (acq_reject_text (rejection->reason), NULL));
  if (rejection->detail != NULL && rejection->detail[0] != '\0')
    {
      GtkWidget *detail = label_new (rejection->detail, "dim-label");

      gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (detail, rejection->detail);
      gtk_widget_add_css_class (detail, "caption");
      gtk_box_append (GTK_BOX (words), detail);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  return row;
}

static GtkWidget *
rejections_head_new (const AcqImportResult *result)
{
  g_autofree char *count = acq_number_text (result->n_rejected);
  g_autofree char *title = g_strdup_printf (
    ngettext ("%s line refused", "%s lines refused", (gulong) result->n_rejected), count);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("acq-warning-symbolic");
  GtkWidget *note = long_label_new (_ ("They stay to be done until you mend or dismiss them"), "dim-label");

  gtk_widget_add_css_class (icon, "acq-stop");
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), label_new (title, "heading"));
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_set_hexpand (note, TRUE);
  gtk_widget_set_halign (note, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (head), note);
  return head;
}

GtkWidget *
acq_import_details_rejections (const AcqImportPreview *preview)
{
  const AcqImportResult *result = preview->result;
  guint shown = MIN (result->rejected->len, MAX_SHOWN);
  char *text;
  g_autoptr (GBytes) lines = NULL;
  GtkWidget *section, *buttons;

  if (result->n_rejected == 0)
    return NULL;
  text = acq_import_rejections_text (result);
  /* With the zero at the end. */
  lines = g_bytes_new_take (text, strlen (text) + 1);
  section = section_new ();
  gtk_box_append (GTK_BOX (section), rejections_head_new (result));
  for (guint i = 0; i < shown; i++)
    gtk_box_append (GTK_BOX (section), rejection_row_new (result->rejected->pdata[i]));
  buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (buttons), list_button_new (C_ ("verb", "Copy"), _ ("Copy the refused lines"),
                                                      G_CALLBACK (copy_cb), lines));
  gtk_box_append (GTK_BOX (buttons), list_button_new (_ ("Save…"), _ ("Save the refused lines"),
                                                      G_CALLBACK (save_cb), lines));
  if (result->n_rejected > shown)
    {
      g_autofree char *count = acq_number_text (result->n_rejected - shown);
      g_autofree char *more = g_strdup_printf (
        ngettext ("and %s more", "and %s more", (gulong) (result->n_rejected - shown)), count);

      gtk_box_append (GTK_BOX (buttons), label_new (more, "dim-label"));
    }
  gtk_box_append (GTK_BOX (section), buttons);
  return section;
}

GtkWidget *
acq_import_details_refusal (AcqImportItem *item)
{
  const char *refusal = acq_import_item_get_refusal (item);
  GtkWidget *section;

  /* Above the columns stands what is asked. */
  if (refusal == NULL || acq_import_item_get_state (item) == ACQ_IMPORT_ITEM_ASKS)
    return NULL;
  section = section_new ();
  gtk_box_append (GTK_BOX (section), long_label_new (refusal, NULL));
  return section;
}
