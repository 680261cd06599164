/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-columns-view.h"

#include <string.h>

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-column-field-text.h"
#include "acq-day-text.h"
#include "acq-import-details.h"
#include "acq-reject-text.h"

/* Rows of the table and lines that are read of them. */
#define SHOWN_ROWS  4
#define SHOWN_LINES 3
/* Longer cells are cut, and in their tooltip those that nobody would read. */
#define CELL_CHARS    18
#define TOOLTIP_CHARS 400

struct _AcqColumnsView
{
  GtkBox parent_instance;

  /* Template widgets */
  GtkLabel *state;
  GtkButton *forget;
  GtkButton *confirm;
  GtkToggleButton *toggle;
  GtkRevealer *revealer;
  GtkGrid *grid;
  GtkLabel *reading;
  GtkBox *lines;

  GPtrArray *choices; /* (element-type GtkDropDown) of the grid; borrowed */
  AcqImportItem *item;
  AcqDay today;
  gboolean showing; /* choices are being set, not made */
};

G_DEFINE_FINAL_TYPE (AcqColumnsView, acq_columns_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_TOLD,
  SIGNAL_FORGOTTEN,
  SIGNAL_UNFOLDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
position_of (const AcqColumnMapping *mapping, const char *field)
{
  const char *const *fields = acq_column_mapping_fields (mapping->kind);

  for (guint i = 0; fields[i] != NULL; i++)
    if (strcmp (fields[i], field) == 0)
      return i;
  return 0;
}

static const char *
state_text (const AcqColumnsView *self, const AcqColumnMapping *mapping)
{
  if (mapping->gaps != 0)
    return acq_mapping_gap_text (mapping->gaps);
  if (acq_import_item_has_told_columns (self->item))
    return _ ("The columns are read as you say");
  if (acq_import_item_has_remembered_columns (self->item))
    return _ ("The columns are read as last time");
  switch (mapping->sureness)
    {
    case ACQ_MAPPING_UNSAFE:
      return _ ("What the columns hold is only guessed. Is it right?");
    case ACQ_MAPPING_LIKELY:
      return _ ("What the columns hold is guessed. Have a look.");
    case ACQ_MAPPING_SAFE:
    default:
      return mapping->has_heading ? _ ("The headings say what the columns hold")
                                  : _ ("The cells say what the columns hold");
    }
}

static void
show_state (AcqColumnsView *self)
{
  const AcqColumnMapping *mapping = acq_import_item_get_columns (self->item);
  gboolean asks = mapping->sureness == ACQ_MAPPING_UNSAFE;
  const char *classes[] = { asks ? "heading" : "dim-label", NULL };

  gtk_label_set_text (self->state, state_text (self, mapping));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), mapping->gaps == 0 && mapping->sureness != ACQ_MAPPING_SAFE);
  gtk_widget_set_visible (GTK_WIDGET (self->forget), acq_import_item_has_remembered_columns (self->item));
}

static void
show_choices (AcqColumnsView *self)
{
  const AcqColumnMapping *mapping = acq_import_item_get_columns (self->item);

  self->showing = TRUE;
  for (guint i = 0; i < self->choices->len; i++)
    gtk_drop_down_set_selected (self->choices->pdata[i],
                                position_of (mapping, acq_column_mapping_column (mapping, i)->field));
  self->showing = FALSE;
}

/* A line that is refused says why in place of its amount. */
static GtkWidget *
line_row_new (const AcqMappedLine *line, AcqDay today)
{
  AcqImportSample sample = {
    .day = line->day,
    .text = line->text != NULL ? line->text : (char *) "",
    .has_amount = line->has_amount,
    .amount = line->amount,
    .currency = line->currency,
  };
  GtkWidget *row = acq_import_details_sample_row (&sample, today);

  if (line->is_refused)
    {
      GtkWidget *reason = gtk_label_new (acq_reject_text (line->reason));

      gtk_widget_add_css_class (reason, "acq-stop");
      gtk_label_set_ellipsize (GTK_LABEL (reason), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (row), reason);
    }
  return row;
}

static void
show_lines (AcqColumnsView *self)
{
  const AcqColumnMapping *mapping = acq_import_item_get_columns (self->item);
  g_autoptr (GPtrArray) lines = acq_column_mapping_read_lines (mapping, SHOWN_LINES);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, row);
  gtk_label_set_text (self->reading, mapping->gaps != 0 ? acq_mapping_gap_text (mapping->gaps)
                                     : lines->len == 0  ? _ ("No line can be read so")
                                                        : _ ("The first lines will read so"));
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (self->lines, line_row_new (lines->pdata[i], self->today));
}

static void
show_all (AcqColumnsView *self)
{
  show_state (self);
  show_choices (self);
  show_lines (self);
}

static void
chosen_cb (AcqColumnsView *self, GParamSpec *pspec, GtkDropDown *choice)
{
  AcqColumnMapping *mapping = acq_import_item_get_columns (self->item);
  const char *const *fields;
  guint nth;

  if (self->showing || mapping == NULL || !g_ptr_array_find (self->choices, choice, &nth))
    return;
  fields = acq_column_mapping_fields (mapping->kind);
  acq_column_mapping_set_field (mapping, nth, fields[gtk_drop_down_get_selected (choice)]);
  acq_import_item_tell_columns (self->item);
  show_all (self);
  g_signal_emit (self, signals[SIGNAL_TOLD], 0);
}

static void
confirm_clicked_cb (AcqColumnsView *self)
{
  AcqColumnMapping *mapping = acq_import_item_get_columns (self->item);

  if (mapping == NULL)
    return;
  acq_column_mapping_confirm (mapping);
  acq_import_item_tell_columns (self->item);
  gtk_widget_grab_focus (GTK_WIDGET (self->toggle));
  show_all (self);
  g_signal_emit (self, signals[SIGNAL_TOLD], 0);
}

static void
forget_clicked_cb (AcqColumnsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->toggle));
  g_signal_emit (self, signals[SIGNAL_FORGOTTEN], 0);
}

/* The words of all choices of a kind, made once for all columns. */
static GtkStringList *
fields_new (AcqImportKind kind)
{
  const char *const *fields = acq_column_mapping_fields (kind);
  GtkStringList *list = gtk_string_list_new (NULL);

  for (gsize i = 0; fields[i] != NULL; i++)
    gtk_string_list_append (list, acq_column_field_text (kind, fields[i]));
  return list;
}

static GtkWidget *
choice_new (AcqColumnsView *self, GtkStringList *fields, const AcqMappedColumn *column)
{
  GtkWidget *choice = gtk_drop_down_new (
    G_LIST_MODEL (g_object_ref (fields)), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autofree char *name = column->heading[0] != '\0'
                            /* Translators: a column of a table, by its heading. */
                            ? g_strdup_printf (_ ("What column “%s” holds"), column->heading)
                            /* Translators: a column of a table, by its letter. */
                            : g_strdup_printf (_ ("What column %s holds"), column->letters);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), g_list_model_get_n_items (G_LIST_MODEL (fields)) > 20);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_size_request (choice, 150, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choices, choice);
  return choice;
}

static GtkWidget *
cell_new (const char *text, const char *css_class)
{
  GtkWidget *cell = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (cell), 0);
  gtk_label_set_single_line_mode (GTK_LABEL (cell), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (cell), CELL_CHARS);
  gtk_widget_add_css_class (cell, css_class);
  if (g_utf8_strlen (text, -1) > CELL_CHARS)
    {
      g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), TOOLTIP_CHARS));

      gtk_widget_set_tooltip_text (cell, start);
    }
  return cell;
}

static void
add_column (AcqColumnsView *self, GtkStringList *fields, guint nth)
{
  const AcqColumnMapping *mapping = acq_import_item_get_columns (self->item);
  const AcqMappedColumn *column = acq_column_mapping_column (mapping, nth);
  /* Translators: a column of a table, by its letter. */
  g_autofree char *name
    = column->heading[0] != '\0' ? g_strdup (column->heading) : g_strdup_printf (_ ("Column %s"), column->letters);
  guint n_rows = acq_table_n_rows (mapping->head);

  gtk_grid_attach (self->grid, choice_new (self, fields, column), (int) nth, 0, 1, 1);
  gtk_grid_attach (self->grid, cell_new (name, "heading"), (int) nth, 1, 1, 1);
  for (guint i = 0; i < SHOWN_ROWS && mapping->first_row + i < n_rows; i++)
    gtk_grid_attach (self->grid, cell_new (acq_table_cell (mapping->head, mapping->first_row + i, nth), "dim-label"),
                     (int) nth, (int) i + 2, 1, 1);
}

/* The table is built when it is first looked at: most never are. */
static void
build_table (AcqColumnsView *self)
{
  const AcqColumnMapping *mapping = acq_import_item_get_columns (self->item);
  g_autoptr (GtkStringList) fields = fields_new (mapping->kind);

  self->showing = TRUE;
  for (guint i = 0; i < mapping->columns->len; i++)
    add_column (self, fields, i);
  self->showing = FALSE;
}

static void
toggled_cb (AcqColumnsView *self)
{
  gboolean unfolded = gtk_toggle_button_get_active (self->toggle);

  if (unfolded && self->choices->len == 0)
    {
      build_table (self);
      show_all (self);
    }
  gtk_revealer_set_reveal_child (self->revealer, unfolded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, unfolded, -1);
  g_signal_emit (self, signals[SIGNAL_UNFOLDED], 0);
}

gboolean
acq_columns_view_get_unfolded (AcqColumnsView *self)
{
  g_return_val_if_fail (ACQ_IS_COLUMNS_VIEW (self), FALSE);
  return gtk_toggle_button_get_active (self->toggle);
}

void
acq_columns_view_set_unfolded (AcqColumnsView *self, gboolean unfolded)
{
  g_return_if_fail (ACQ_IS_COLUMNS_VIEW (self));
  gtk_toggle_button_set_active (self->toggle, unfolded);
}

void
acq_columns_view_update (AcqColumnsView *self)
{
  g_return_if_fail (ACQ_IS_COLUMNS_VIEW (self));
  show_state (self);
}

static void
acq_columns_view_finalize (GObject *object)
{
  AcqColumnsView *self = ACQ_COLUMNS_VIEW (object);

  g_ptr_array_unref (self->choices);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (acq_columns_view_parent_class)->finalize (object);
}

static void
acq_columns_view_class_init (AcqColumnsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_columns_view_finalize;
  signals[SIGNAL_TOLD]
    = g_signal_new ("told", ACQ_TYPE_COLUMNS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FORGOTTEN]
    = g_signal_new ("forgotten", ACQ_TYPE_COLUMNS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_UNFOLDED]
    = g_signal_new ("unfolded", ACQ_TYPE_COLUMNS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/import/acq-columns-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqColumnsView, state);
  gtk_widget_class_bind_template_child (widget_class, AcqColumnsView, forget);
  gtk_widget_class_bind_template_child (widget_class, AcqColumnsView, confirm);
  gtk_widget_class_bind_template_child (widget_class, AcqColumnsView, toggle);
  gtk_widget_class_bind_template_child (widget_class, AcqColumnsView, revealer);
  gtk_widget_class_bind_template_child (widget_class, AcqColumnsView, grid);
  gtk_widget_class_bind_template_child (widget_class, AcqColumnsView, reading);
  gtk_widget_class_bind_template_child (widget_class, AcqColumnsView, lines);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
acq_columns_view_init (AcqColumnsView *self)
{
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
acq_columns_view_new (AcqImportItem *item, AcqDay today)
{
  AcqColumnsView *self = g_object_new (ACQ_TYPE_COLUMNS_VIEW, NULL);

  g_return_val_if_fail (acq_import_item_get_columns (item) != NULL, NULL);
  self->item = g_object_ref (item);
  self->today = today;
  show_state (self);
  return GTK_WIDGET (self);
}
