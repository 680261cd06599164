/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-layout.h"

#include "acq-letter-line.h"

/* Rounding of sums of heights must not push a full page over its edge. */
#define SLACK 0.01

typedef struct
{
  const AcqLetterPartClass *klass;
  gpointer data;
  double gap;
  guint first_strip;
  guint n_strips;
  gboolean starts_page;
} Part;

typedef struct
{
  guint part;
  double gap;
  double height;
  AcqStripFlags flags;
} Strip;

typedef struct
{
  guint first; /* strips, the end not included */
  guint end;
  double bottom;
} Page;

struct _AcqLetterLayout
{
  AcqLetterPress *press;
  double first_top;
  double foot;
  GArray *parts;
  GArray *strips;
  GArray *pages;
  gboolean next_starts_page;
};

#define part_at(self, i)  (&g_array_index ((self)->parts, Part, i))
#define strip_at(self, i) (&g_array_index ((self)->strips, Strip, i))
#define page_at(self, i)  (&g_array_index ((self)->pages, Page, i))

AcqLetterLayout *
acq_letter_layout_new (AcqLetterPress *press, double first_top)
{
  AcqLetterLayout *self = g_new0 (AcqLetterLayout, 1);

  self->press = press;
  self->first_top = first_top;
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  self->strips = g_array_new (FALSE, TRUE, sizeof (Strip));
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
  return self;
}

void
acq_letter_layout_free (AcqLetterLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->parts->len; i++)
    if (part_at (self, i)->klass->free != NULL)
      part_at (self, i)->klass->free (part_at (self, i)->data);
  g_array_unref (self->parts);
  g_array_unref (self->strips);
  g_array_unref (self->pages);
  g_free (self);
}

AcqLetterPress *
acq_letter_layout_press (AcqLetterLayout *self)
{
  return self->press;
}

void
acq_letter_layout_reserve_foot (AcqLetterLayout *self, double height)
{
  self->foot = height;
}

guint
acq_letter_layout_take_part (AcqLetterLayout *self, const AcqLetterPartClass *klass, gpointer part,
                             double gap)
{
  Part taken = { klass, part, gap, self->strips->len, 0, self->next_starts_page };

  self->next_starts_page = FALSE;
  g_array_append_val (self->parts, taken);
  return self->parts->len - 1;
}

void
acq_letter_layout_add_strip (AcqLetterLayout *self, double gap, double height, AcqStripFlags flags)
{
  Part *part = part_at (self, self->parts->len - 1);
  Strip strip = { self->parts->len - 1, gap + (part->n_strips == 0 ? part->gap : 0), height, flags };

  part->n_strips++;
  g_array_append_val (self->strips, strip);
}

void
acq_letter_layout_keep_with_next (AcqLetterLayout *self)
{
  if (self->strips->len > 0)
    strip_at (self, self->strips->len - 1)->flags |= ACQ_STRIP_KEEP_WITH_NEXT;
}

void
acq_letter_layout_start_page (AcqLetterLayout *self)
{
  self->next_starts_page = TRUE;
}

typedef struct
{
  PangoLayout *layout;
  double indent;
  double baseline;
  guint32 colour;
} Paragraph;

static void
paragraph_free (gpointer data)
{
  Paragraph *self = data;

  g_object_unref (self->layout);
  g_free (self);
}

static void
paragraph_draw (gconstpointer data, guint strip, cairo_t *cr, double x, double y)
{
  const Paragraph *self = data;

  acq_cairo_set_colour (cr, self->colour);
  cairo_move_to (cr, x + self->indent, y + self->baseline);
  acq_letter_line_show (cr, self->layout, (int) strip);
}

static const AcqLetterPartClass paragraph_class = { "P", 0, paragraph_draw, paragraph_free };
static const AcqLetterPartClass heading_1_class = { "H1", 0, paragraph_draw, paragraph_free };
static const AcqLetterPartClass heading_2_class = { "H2", 0, paragraph_draw, paragraph_free };

static const AcqLetterPartClass *
class_of_tag (const char *tag)
{
  if (g_strcmp0 (tag, "H1") == 0)
    return &heading_1_class;
  return g_strcmp0 (tag, "H2") == 0 ? &heading_2_class : &paragraph_class;
}

guint
acq_letter_layout_add_tagged_text (AcqLetterLayout *self, const char *tag, AcqStyle style,
                                   AcqTextSetting setting, double indent, double gap, const char *text)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);
  guint part, n_lines;

  paragraph->layout = acq_letter_press_set (self->press, style, setting, ACQ_TEXT_WIDTH - indent, text);
  paragraph->indent = indent;
  paragraph->baseline = acq_letter_press_baseline (self->press, style);
  paragraph->colour = acq_style_spec (style)->colour;
  part = acq_letter_layout_take_part (self, class_of_tag (tag), paragraph, gap);
  n_lines = (guint) pango_layout_get_line_count (paragraph->layout);
  for (guint i = 0; i < n_lines; i++)
    acq_letter_layout_add_strip (self, 0, acq_style_spec (style)->leading,
                                 i + 1 < n_lines && (i == 0 || i + 2 == n_lines) ? ACQ_STRIP_KEEP_WITH_NEXT
                                                                                 : ACQ_STRIP_PLAIN);
  return part;
}

guint
acq_letter_layout_add_text (AcqLetterLayout *self, AcqStyle style, AcqTextSetting setting, double gap,
                            const char *text)
{
  return acq_letter_layout_add_tagged_text (self, "P", style, setting, 0, gap, text);
}

/* Height of the strips that are drawn again where a page begins inside a part. */
static double
repeated_height (const AcqLetterLayout *self, guint strip)
{
  const Part *part = part_at (self, strip_at (self, strip)->part);
  double height = 0;

  if (strip < part->first_strip + part->klass->n_head_strips || part->klass->n_head_strips == 0)
    return 0;
  for (guint i = 0; i < part->klass->n_head_strips; i++)
    height += strip_at (self, part->first_strip + i)->height;
  return height;
}

static gboolean
starts_page (const AcqLetterLayout *self, guint strip)
{
  const Part *part = part_at (self, strip_at (self, strip)->part);

  return part->starts_page && part->first_strip == strip;
}

/* The strip before which the page that begins at "first" ends, and how far down it reaches. */
static guint
fill_page (const AcqLetterLayout *self, guint first, double top, double *ret_bottom)
{
  double bottom = ACQ_MM (ACQ_TEXT_BOTTOM) - self->foot;
  double y = top + repeated_height (self, first);
  guint end = first, allowed = first;
  double allowed_y = y;

  for (; end < self->strips->len; end++)
    {
      const Strip *strip = strip_at (self, end);
      double below = y + (end == first ? 0 : strip->gap) + strip->height;

      if (below > bottom + SLACK || (end > first && starts_page (self, end)))
        break;
      y = below;
      if (!(strip->flags & ACQ_STRIP_KEEP_WITH_NEXT))
        {
          allowed = end + 1;
          allowed_y = y;
        }
    }
  if (end == self->strips->len || starts_page (self, end) || allowed == first)
    {
      *ret_bottom = y;
      return end;
    }
  *ret_bottom = allowed_y;
  return allowed;
}

gboolean
acq_letter_layout_break (AcqLetterLayout *self, GError **error)
{
  guint first = 0;

  g_array_set_size (self->pages, 0);
  while (first < self->strips->len)
    {
      Page page = { first, first, 0 };

      page.end = fill_page (self, first, first == 0 ? self->first_top : ACQ_MM (ACQ_TEXT_TOP), &page.bottom);
      if (page.end == first)
        {
          g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_SPACE,
                       "a part of page %u is higher than the page", self->pages->len + 1);
          return FALSE;
        }
      g_array_append_val (self->pages, page);
      first = page.end;
    }
  return TRUE;
}

guint
acq_letter_layout_n_pages (const AcqLetterLayout *self)
{
  return self->pages->len;
}

guint
acq_letter_layout_page_of (const AcqLetterLayout *self, guint part)
{
  guint last = part_at (self, part)->first_strip + part_at (self, part)->n_strips - 1;
  guint page = 0;

  while (page + 1 < self->pages->len && page_at (self, page)->end <= last)
    page++;
  return page;
}

double
acq_letter_layout_bottom_of (const AcqLetterLayout *self, guint page)
{
  return page_at (self, page)->bottom;
}

static void
begin_part (const Part *part, cairo_t *cr)
{
  if (part->klass->tag != NULL)
    cairo_tag_begin (cr, part->klass->tag, NULL);
}

static void
end_part (const Part *part, cairo_t *cr)
{
  if (part->klass->tag != NULL)
    cairo_tag_end (cr, part->klass->tag);
}

/* What stands of one part on the page: strips from "first" to before "end". Returns the y below it. */
static double
draw_part (const AcqLetterLayout *self, guint first, guint end, double y, gboolean at_top, cairo_t *cr)
{
  const Part *part = part_at (self, strip_at (self, first)->part);
  double x = ACQ_MM (ACQ_TEXT_LEFT);

  begin_part (part, cr);
  if (at_top && repeated_height (self, first) > 0)
    for (guint i = 0; i < part->klass->n_head_strips; i++)
      {
        part->klass->draw (part->data, i, cr, x, y);
        y += strip_at (self, part->first_strip + i)->height;
      }
  for (guint i = first; i < end; i++)
    {
      y += at_top && i == first ? 0 : strip_at (self, i)->gap;
      part->klass->draw (part->data, i - part->first_strip, cr, x, y);
      y += strip_at (self, i)->height;
    }
  end_part (part, cr);
  return y;
}

void
acq_letter_layout_draw (const AcqLetterLayout *self, guint page_number, cairo_t *cr)
{
  const Page *page = page_at (self, page_number);
  double y = page_number == 0 ? self->first_top : ACQ_MM (ACQ_TEXT_TOP);
  guint i = page->first;

  while (i < page->end)
    {
      guint end = i + 1;

      while (end < page->end && strip_at (self, end)->part == strip_at (self, i)->part)
        end++;
      y = draw_part (self, i, end, y, i == page->first, cr);
      i = end;
    }
}
