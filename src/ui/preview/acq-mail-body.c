/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-body.h"

#include <glib/gi18n.h>

#include "acq-french-text.h"

/* Of an invoice's number that are always in sight. */
#define NUMBER_CHARS 11

struct _AcqMailBody
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AcqMailBody, acq_mail_body, GTK_TYPE_WIDGET)

static PangoAttrList *
bold_attributes (const GArray *ranges)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < ranges->len; i++)
    {
      const AcqTextRange *range = &g_array_index (ranges, AcqTextRange, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = range->start;
      bold->end_index = range->end;
      pango_attr_list_insert (attributes, bold);
    }
  return attributes;
}

static GtkWidget *
label_new (const char *marked)
{
  g_autoptr (GArray) ranges = NULL;
  g_autofree char *text = acq_mail_text_strip (marked, &ranges);
  g_autoptr (PangoAttrList) attributes = bold_attributes (ranges);

  return g_object_new (GTK_TYPE_LABEL, "label", text, "attributes", attributes, "xalign", 0.0f, "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);
}

static const char *
class_of (AcqMailBlockKind kind)
{
  switch (kind)
    {
    case ACQ_MAIL_BLOCK_HEADING:
      return "mail-heading";
    case ACQ_MAIL_BLOCK_IMPRINT:
      return "imprint";
    case ACQ_MAIL_BLOCK_SALUTATION:
    case ACQ_MAIL_BLOCK_PARAGRAPH:
    case ACQ_MAIL_BLOCK_TABLE:
    case ACQ_MAIL_BLOCK_PAYMENT:
    case ACQ_MAIL_BLOCK_SIGNATURE:
    default:
      return NULL;
    }
}

/* A column of days gets narrow by breaking lines at every space. */
static GtkWidget *
days_new (const char *days)
{
  g_autoptr (GString) text = g_string_new (days);
  GtkWidget *label;

  g_string_replace (text, ACQ_WIDE_SPACE, " ", 0);
  label = label_new (text->str);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
number_new (const char *number)
{
  GtkWidget *label = label_new (number);

  g_object_set (label, "wrap", FALSE, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, "width-chars",
                (int) MIN (g_utf8_strlen (number, -1), NUMBER_CHARS), NULL);
  if (g_utf8_strlen (number, -1) > NUMBER_CHARS)
    gtk_widget_set_tooltip_text (label, number);
  return label;
}

static GtkWidget *
amount_new (const char *amount)
{
  GtkWidget *label = label_new (amount);

  g_object_set (label, "xalign", 1.0f, "halign", GTK_ALIGN_END, "wrap", FALSE, NULL);
  return label;
}

static GtkWidget *
cell_new (const AcqMailRow *row, guint column, guint n_columns)
{
  const char *text = row->cells[column];
  GtkWidget *cell = column == 0               ? number_new (text)
                    : column + 1 == n_columns ? amount_new (text)
                                              : days_new (text);

  gtk_widget_set_valign (cell, GTK_ALIGN_START);
  gtk_widget_add_css_class (cell, "numeric");
  if (row->kind == ACQ_MAIL_ROW_HEAD)
    gtk_widget_add_css_class (cell, "table-head");
  if (row->kind == ACQ_MAIL_ROW_TOTAL)
    gtk_widget_add_css_class (cell, "table-total");
  return cell;
}

/* Lines under the head, above a group and above the total. */
static gboolean
has_line_above (const GPtrArray *rows, guint index)
{
  const AcqMailRow *row = rows->pdata[index];

  if (index == 0)
    return FALSE;
  return row->kind == ACQ_MAIL_ROW_GROUP || row->kind == ACQ_MAIL_ROW_TOTAL
         || ((const AcqMailRow *) rows->pdata[index - 1])->kind == ACQ_MAIL_ROW_HEAD;
}

static void
attach_row (GtkGrid *grid, const AcqMailRow *row, int at)
{
  guint n_columns = g_strv_length (row->cells);

  if (row->kind == ACQ_MAIL_ROW_GROUP)
    {
      gtk_grid_attach (grid, label_new (row->cells[0]), 0, at, (int) n_columns, 1);
      return;
    }
  for (guint i = 0; i < n_columns; i++)
    if (row->cells[i][0] != '\0')
      gtk_grid_attach (grid, cell_new (row, i, n_columns), (int) i, at, 1, 1);
}

static GtkWidget *
table_new (const GPtrArray *rows)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE,
                                  "column-spacing", 9, "row-spacing", 3, NULL);
  int at = 0;

  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Invoices"), -1);
  gtk_widget_add_css_class (grid, "mail-table");
  for (guint i = 0; i < rows->len; i++)
    {
      const AcqMailRow *row = rows->pdata[i];

      if (has_line_above (rows, i))
        gtk_grid_attach (GTK_GRID (grid), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, at++,
                         (int) g_strv_length (row->cells), 1);
      attach_row (GTK_GRID (grid), row, at++);
    }
  return grid;
}

static void
clear (AcqMailBody *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* The labels, which take the focus when they are clicked, are no stops of their own. */
static gboolean
acq_mail_body_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static gboolean
acq_mail_body_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root == NULL || !gtk_widget_get_focusable (widget))
    return FALSE;
  gtk_root_set_focus (root, widget);
  return TRUE;
}

static void
acq_mail_body_dispose (GObject *object)
{
  clear (ACQ_MAIL_BODY (object));
  G_OBJECT_CLASS (acq_mail_body_parent_class)->dispose (object);
}

static void
acq_mail_body_class_init (AcqMailBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_mail_body_dispose;
  widget_class->focus = acq_mail_body_focus;
  widget_class->grab_focus = acq_mail_body_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mailbody");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
acq_mail_body_init (AcqMailBody *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Text"), -1);
}

void
acq_mail_body_set_text (AcqMailBody *self, const AcqMailText *text)
{
  g_autofree char *plain = text == NULL ? NULL : acq_mail_text_to_plain (text);

  g_return_if_fail (ACQ_IS_MAIL_BODY (self));

  clear (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  plain == NULL ? "" : plain, -1);
  for (guint i = 0; text != NULL && i < text->blocks->len; i++)
    {
      const AcqMailBlock *block = text->blocks->pdata[i];
      GtkWidget *child
        = block->kind == ACQ_MAIL_BLOCK_TABLE ? table_new (block->rows) : label_new (block->text);

      if (class_of (block->kind) != NULL)
        gtk_widget_add_css_class (child, class_of (block->kind));
      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
}
