/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-import-format.h"
#include "acq-reject-text.h"
#include "acq-wrap-layout.h"

/* A longer list helps nobody on the screen; all of it can be copied or saved. */
#define MAX_SHOWN 50

struct _AcqImportRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *name;
  GtkLabel *caption;
  GtkWidget *state; /* pills */
  GtkButton *undo;
  GtkExpander *expander;
  GtkListBox *rejected;
  GtkBox *actions;
};

G_DEFINE_FINAL_TYPE (AcqImportRow, acq_import_row, GTK_TYPE_LIST_BOX_ROW)

static void
acq_import_row_class_init (AcqImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ACQ_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/bank/acq-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqImportRow, name);
  gtk_widget_class_bind_template_child (widget_class, AcqImportRow, caption);
  gtk_widget_class_bind_template_child (widget_class, AcqImportRow, state);
  gtk_widget_class_bind_template_child (widget_class, AcqImportRow, undo);
  gtk_widget_class_bind_template_child (widget_class, AcqImportRow, expander);
  gtk_widget_class_bind_template_child (widget_class, AcqImportRow, rejected);
  gtk_widget_class_bind_template_child (widget_class, AcqImportRow, actions);
}

static void
acq_import_row_init (AcqImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const char *
name_format (const char *code)
{
  const AcqImportFormat *const *formats = acq_import_formats ();

  for (guint i = 0; formats[i] != NULL; i++)
    if (strcmp (formats[i]->code, code) == 0)
      return formats[i]->name;
  return code;
}

static const char *const kinds[] = {
  [ACQ_IMPORT_KIND_STATEMENT] = NC_ ("import", "Statement"),
  [ACQ_IMPORT_KIND_INVOICES] = NC_ ("import", "Invoices"),
  [ACQ_IMPORT_KIND_CUSTOMERS] = NC_ ("import", "Customers"),
  [ACQ_IMPORT_KIND_LEDGER] = NC_ ("import", "Accounting export"),
};

static const char *
name_kind (const char *code)
{
  AcqImportKind kind;

  return acq_import_kind_from_code (code, &kind) ? g_dpgettext2 (NULL, "import", kinds[kind]) : code;
}

/* "Statement · OFX · 20 November · 47 read, 47 new" */
static char *
tell_batch (const AcqBatch *batch, AcqDay today)
{
  g_autofree char *day = acq_day_text_relative (batch->imported_on, today);
  g_autofree char *read = acq_number_text (batch->read);
  g_autofree char *added = acq_number_text (batch->added);
  g_autofree char *known = acq_number_text (batch->duplicates + batch->updated);

  if (batch->duplicates + batch->updated == 0)
    /* Translators: kind and format of a file, day of its import, records read and added. */
    return g_strdup_printf (_ ("%s · %s · %s · %s read, %s new"), name_kind (batch->kind),
                            name_format (batch->format), day, read, added);
  /* Translators: kind and format of a file, day of its import, records read, added, and known before. */
  return g_strdup_printf (_ ("%s · %s · %s · %s read, %s new, %s known already"), name_kind (batch->kind),
                          name_format (batch->format), day, read, added, known);
}

static void
add_pill (AcqImportRow *self, const char *text, const char *style)
{
  GtkWidget *pill = gtk_label_new (text);

  gtk_widget_add_css_class (pill, "acq-pill");
  gtk_widget_add_css_class (pill, style);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->state), pill);
}

static GtkWidget *
action_button_new (const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *name = g_strdup (label);
  char *underline = strchr (name, '_');

  if (underline != NULL)
    memmove (underline, underline + 1, strlen (underline));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
rejected_row_new (const AcqRejectedLine *line)
{
  g_autofree char *number = acq_number_text (line->place);
  /* Translators: the number of a line in a file. */
  g_autofree char *place = line->place == 0 ? NULL : g_strdup_printf (_ ("Line %s"), number);
  const char *reason = acq_reject_text_of_code (line->reason);
  /* Translators: the place of a refused line and why it was refused. */
  g_autofree char *title = place == NULL ? g_strdup (reason) : g_strdup_printf (_ ("%s: %s"), place, reason);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle",
                                 line->detail != NULL ? line->detail : "", "title-lines", 2, "subtitle-lines",
                                 3, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             action_button_new (_ ("_Dismiss"), "imports.dismiss", line->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return row;
}

static void
add_rejected_actions (AcqImportRow *self, gint64 batch_id)
{
  gtk_box_append (self->actions, action_button_new (_ ("_Copy"), "imports.copy", batch_id));
  gtk_box_append (self->actions, action_button_new (_ ("_Save…"), "imports.save", batch_id));
  gtk_box_append (self->actions, action_button_new (_ ("Dismiss _all"), "imports.dismiss-all", batch_id));
}

/* Returns how many there are. */
static guint
add_rejected (AcqImportRow *self, const AcqBatch *batch, const GPtrArray *rejected)
{
  guint n = 0;

  for (guint i = 0; i < rejected->len; i++)
    {
      const AcqRejectedLine *line = rejected->pdata[i];

      if (line->batch == batch->id && n++ < MAX_SHOWN)
        gtk_list_box_append (self->rejected, rejected_row_new (line));
    }
  if (n > 0)
    add_rejected_actions (self, batch->id);
  return n;
}

static void
show_state (AcqImportRow *self, const AcqBatch *batch, const char *name)
{
  g_autofree char *text = g_strdup_printf (_ ("Undo the import of %s"), name);

  gtk_widget_set_visible (GTK_WIDGET (self->undo), !batch->undone);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo), "x", batch->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo), "imports.undo");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (batch->undone)
    add_pill (self, _ ("Undone"), "neutral");
  else if (strcmp (batch->balance, "ok") == 0)
    add_pill (self, _ ("Balance verified"), "done");
  else if (strcmp (batch->balance, "mismatch") == 0)
    add_pill (self, _ ("Balance does not add up"), "stop");
}

static void
show_rejected (AcqImportRow *self, const AcqBatch *batch, const GPtrArray *rejected)
{
  guint n = add_rejected (self, batch, rejected);
  g_autofree char *refused = g_strdup_printf (ngettext ("%u line refused", "%u lines refused", n), n);

  if (n > 0)
    add_pill (self, refused, "attention");
  gtk_widget_set_visible (GTK_WIDGET (self->expander), n > 0);
}

GtkWidget *
acq_import_row_new (const AcqBatch *batch, const GPtrArray *rejected, AcqDay today)
{
  AcqImportRow *self = g_object_new (ACQ_TYPE_IMPORT_ROW, NULL);
  g_autofree char *name = g_path_get_basename (batch->path);
  g_autofree char *caption = tell_batch (batch, today);
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), name, caption);

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), batch->path);
  gtk_label_set_text (self->caption, caption);
  show_rejected (self, batch, rejected);
  show_state (self, batch, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return GTK_WIDGET (self);
}

char *
acq_import_row_list_rejected (const GPtrArray *rejected, gint64 batch_id)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rejected->len; i++)
    {
      const AcqRejectedLine *line = rejected->pdata[i];

      if (line->batch == batch_id)
        g_string_append_printf (text, "%" G_GINT64_FORMAT "\t%s\t%s\n", line->place,
                                acq_reject_text_of_code (line->reason), line->detail != NULL ? line->detail : "");
    }
  return g_string_free (text, FALSE);
}
