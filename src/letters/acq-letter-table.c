/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-table.h"

#include "acq-letter-line.h"
#include "acq-letter-link.h"

#define MAX_COLUMNS 8
#define GROUP_GAP   ACQ_MM (1.7)

typedef struct
{
  AcqRowKind kind;
  gboolean spans; /* the first cell runs over all columns */
  PangoLayout *cells[MAX_COLUMNS];
  guint n_lines;
  char *destination; /* of its first cell; nullable */
} Row;

struct _AcqLetterTable
{
  AcqLetterPress *press;
  AcqTableColumn columns[MAX_COLUMNS];
  char *titles[MAX_COLUMNS];
  guint n_columns;
  double padding;
  gboolean has_head;
  GArray *rows;
};

#define row_at(self, i) (&g_array_index ((self)->rows, Row, i))

static void
clear_row (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_clear_object (&row->cells[i]);
  g_clear_pointer (&row->destination, g_free);
}

AcqLetterTable *
acq_letter_table_new (AcqLetterPress *press, const AcqTableColumn *columns, guint n, double padding)
{
  AcqLetterTable *self;

  g_return_val_if_fail (n > 0 && n <= MAX_COLUMNS, NULL);

  self = g_new0 (AcqLetterTable, 1);
  self->press = press;
  self->n_columns = n;
  self->padding = ACQ_MM (padding);
  for (guint i = 0; i < n; i++)
    {
      self->columns[i] = columns[i];
      self->columns[i].title = self->titles[i] = g_strdup (columns[i].title);
      self->has_head = self->has_head || columns[i].title != NULL;
    }
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  return self;
}

void
acq_letter_table_free (AcqLetterTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->titles[i]);
  g_free (self);
}

static AcqStyle
style_of (AcqRowKind kind)
{
  static const AcqStyle styles[] = { ACQ_STYLE_TABLE,       ACQ_STYLE_TABLE_TOTAL, ACQ_STYLE_CLAIM_TOTAL,
                                     ACQ_STYLE_TABLE_GROUP, ACQ_STYLE_TABLE_NOTE,  ACQ_STYLE_TABLE_GROUP };

  return styles[kind];
}

static double
column_width (const AcqLetterTable *self, guint column)
{
  return ACQ_MM (self->columns[column].right - self->columns[column].left);
}

/* The first cell of a total is a title and may use the room of the empty cells behind it. */
static double
cell_width (const AcqLetterTable *self, const char *const *cells, guint column)
{
  guint last = column;

  if (self->columns[column].align != ACQ_ALIGN_LEFT)
    return column_width (self, column);
  while (last + 1 < self->n_columns && cells[last + 1] == NULL)
    last++;
  return ACQ_MM (self->columns[last].right - self->columns[column].left);
}

void
acq_letter_table_add_row (AcqLetterTable *self, AcqRowKind kind, const char *const *cells)
{
  Row row = { kind, FALSE, { NULL }, 1 };

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (cells[i] == NULL)
        continue;
      row.cells[i] = acq_letter_press_set (self->press, style_of (kind), ACQ_SET_RAGGED,
                                           cell_width (self, cells, i), cells[i]);
      row.n_lines = MAX (row.n_lines, (guint) pango_layout_get_line_count (row.cells[i]));
    }
  g_array_append_val (self->rows, row);
}

void
acq_letter_table_link_row (AcqLetterTable *self, const char *destination)
{
  Row *row;

  g_return_if_fail (self->rows->len > 0);

  row = row_at (self, self->rows->len - 1);
  g_free (row->destination);
  row->destination = g_strdup (destination);
}

void
acq_letter_table_add_line (AcqLetterTable *self, AcqRowKind kind, const char *text)
{
  double width = ACQ_MM (self->columns[self->n_columns - 1].right - self->columns[0].left);
  Row row = { kind, TRUE, { NULL }, 1 };

  row.cells[0] = acq_letter_press_set (self->press, style_of (kind), ACQ_SET_RAGGED, width, text);
  row.n_lines = (guint) pango_layout_get_line_count (row.cells[0]);
  g_array_append_val (self->rows, row);
}

static double
row_padding (const AcqLetterTable *self, AcqRowKind kind)
{
  if (kind == ACQ_ROW_TOTAL)
    return self->padding + ACQ_MM (0.2);
  return kind == ACQ_ROW_REMARK ? self->padding * 0.6 : self->padding;
}

static double
row_height (const AcqLetterTable *self, const Row *row)
{
  return row->n_lines * acq_style_spec (style_of (row->kind))->leading + 2 * row_padding (self, row->kind);
}

static double
head_height (const AcqLetterTable *self)
{
  return self->has_head ? acq_style_spec (ACQ_STYLE_TABLE_HEAD)->leading + self->padding + ACQ_MM (0.3) : 0;
}

static double
anchor_of (const AcqTableColumn *column, double x)
{
  switch (column->align)
    {
    case ACQ_ALIGN_RIGHT:
      return x + ACQ_MM (column->right);
    case ACQ_ALIGN_CENTRE:
      return x + ACQ_MM ((column->left + column->right) / 2);
    default:
      return x + ACQ_MM (column->left);
    }
}

static void
draw_head (const AcqLetterTable *self, cairo_t *cr, double x, double y)
{
  double right = x + ACQ_MM (self->columns[self->n_columns - 1].right);

  if (!self->has_head)
    return;
  cairo_tag_begin (cr, "TR", NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].title == NULL)
        continue;
      cairo_tag_begin (cr, "TH", NULL);
      acq_letter_press_draw_line (self->press, cr, ACQ_STYLE_TABLE_HEAD, self->columns[i].align,
                                  anchor_of (&self->columns[i], x), y, self->columns[i].title);
      cairo_tag_end (cr, "TH");
    }
  cairo_tag_end (cr, "TR");
  acq_cairo_rule (cr, x + ACQ_MM (self->columns[0].left), right, y + head_height (self), 0.8,
                  ACQ_COLOUR_BLACK);
}

static void
draw_cell (const AcqLetterTable *self, const Row *row, guint column, cairo_t *cr, double x, double y)
{
  const AcqStyleSpec *spec = acq_style_spec (style_of (row->kind));
  double anchor = anchor_of (&self->columns[column], x);
  AcqTextAlign align = row->spans ? ACQ_ALIGN_LEFT : self->columns[column].align;
  PangoLayout *layout = row->cells[column];
  PangoRectangle logical;

  acq_cairo_set_colour (cr, spec->colour);
  y += row_padding (self, row->kind) + acq_letter_press_baseline (self->press, style_of (row->kind));
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      double offset = 0;

      if (align != ACQ_ALIGN_LEFT)
        {
          pango_layout_line_get_extents (line, NULL, &logical);
          offset = pango_units_to_double (logical.width) * (align == ACQ_ALIGN_CENTRE ? 0.5 : 1);
        }
      cairo_move_to (cr, anchor - offset, y + i * spec->leading);
      acq_letter_line_show (cr, layout, i);
    }
}

static void
draw_linked_cell (const AcqLetterTable *self, const Row *row, guint column, cairo_t *cr, double x, double y)
{
  gboolean linked = column == 0 && row->destination != NULL;

  if (linked)
    acq_letter_link_begin (cr, row->destination);
  draw_cell (self, row, column, cr, x, y);
  if (linked)
    acq_letter_link_end (cr);
}

/* The rule above a row says how it relates to the one before: none under the head, which has its own. */
static void
draw_rule_above (const AcqLetterTable *self, guint index, cairo_t *cr, double x, double y)
{
  const Row *row = row_at (self, index);
  AcqRowKind before = index == 0 ? ACQ_ROW_BODY : row_at (self, index - 1)->kind;
  double left = x + ACQ_MM (self->columns[0].left);
  double right = x + ACQ_MM (self->columns[self->n_columns - 1].right);

  if (row->kind == ACQ_ROW_TOTAL || row->kind == ACQ_ROW_CLAIM)
    acq_cairo_rule (cr, left, right, y, 0.8, ACQ_COLOUR_BLACK);
  else if (row->kind == ACQ_ROW_SUBTOTAL || before == ACQ_ROW_GROUP)
    acq_cairo_rule (cr, left, right, y, 0.4, ACQ_COLOUR_BLACK);
  else if (index > 0 && row->kind != ACQ_ROW_GROUP)
    acq_cairo_rule (cr, left, right, y, 0.25, ACQ_COLOUR_HAIR);
  if (row->kind == ACQ_ROW_SUBTOTAL)
    acq_cairo_rule (cr, left, right, y + row_height (self, row), 0.25, ACQ_COLOUR_HAIR);
}

static void
table_draw (gconstpointer data, guint strip, cairo_t *cr, double x, double y)
{
  const AcqLetterTable *self = data;
  const char *tag;

  if (strip == 0)
    {
      draw_head (self, cr, x, y);
      return;
    }
  draw_rule_above (self, strip - 1, cr, x, y);
  tag = row_at (self, strip - 1)->kind == ACQ_ROW_GROUP ? "TH" : "TD";
  cairo_tag_begin (cr, "TR", NULL);
  for (guint i = 0; i < self->n_columns; i++)
    if (row_at (self, strip - 1)->cells[i] != NULL)
      {
        cairo_tag_begin (cr, tag, NULL);
        draw_linked_cell (self, row_at (self, strip - 1), i, cr, x, y);
        cairo_tag_end (cr, tag);
      }
  cairo_tag_end (cr, "TR");
}

static void
table_free (gpointer data)
{
  acq_letter_table_free (data);
}

static const AcqLetterPartClass table_class = { "Table", 1, table_draw, table_free };

static gboolean
stays_with_next (const AcqLetterTable *self, guint index)
{
  AcqRowKind kind = row_at (self, index)->kind, next;

  if (index + 1 >= self->rows->len)
    return FALSE;
  next = row_at (self, index + 1)->kind;
  return kind == ACQ_ROW_GROUP || next == ACQ_ROW_SUBTOTAL || next == ACQ_ROW_TOTAL || next == ACQ_ROW_CLAIM
         || next == ACQ_ROW_REMARK;
}

guint
acq_letter_layout_take_table (AcqLetterLayout *layout, AcqLetterTable *table, AcqTableBreaking breaking,
                              double gap)
{
  guint part = acq_letter_layout_take_part (layout, &table_class, table, gap);

  acq_letter_layout_add_strip (layout, 0, head_height (table), ACQ_STRIP_KEEP_WITH_NEXT);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const Row *row = row_at (table, i);
      gboolean last = i + 1 == table->rows->len;
      gboolean keep = (breaking == ACQ_TABLE_WHOLE && !last) || stays_with_next (table, i);

      acq_letter_layout_add_strip (layout, row->kind == ACQ_ROW_GROUP ? GROUP_GAP : 0,
                                   row_height (table, row),
                                   keep ? ACQ_STRIP_KEEP_WITH_NEXT : ACQ_STRIP_PLAIN);
    }
  return part;
}

double
acq_letter_table_height (const AcqLetterTable *self)
{
  double height = head_height (self);

  for (guint i = 0; i < self->rows->len; i++)
    height += (row_at (self, i)->kind == ACQ_ROW_GROUP ? GROUP_GAP : 0) + row_height (self, row_at (self, i));
  return height;
}

void
acq_letter_table_draw (const AcqLetterTable *self, cairo_t *cr, double x, double y)
{
  cairo_tag_begin (cr, "Table", NULL);
  table_draw (self, 0, cr, x, y);
  y += head_height (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      y += row_at (self, i)->kind == ACQ_ROW_GROUP ? GROUP_GAP : 0;
      table_draw (self, i + 1, cr, x, y);
      y += row_height (self, row_at (self, i));
    }
  cairo_tag_end (cr, "Table");
}
