/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-page.h"

#include "acq-french-text.h"
#include "acq-letter-line.h"
#include "acq-letter-link.h"

/* Millimetres. */
#define SENDER_TOP        17.1
#define SENDER_RULE       24.5
#define SENDER_RULE_WIDTH 62.0
#define SENDER_LINES_TOP  25.95
#define SENDER_MAX_LINES  4
#define SENDER_MAX_WIDTH  150.0
#define LOGO_HEIGHT       16.0
#define LOGO_TOP          7.5
#define REFERENCE_VALUE   48.5
#define REFERENCE_RIGHT   89.0
#define NUMBER_RULE_LEFT  29.3
#define NUMBER_RULE_WIDTH 44.0
#define UNPOSTED_LOWER    3.0
#define DATE_TOP          91.6
#define SUBJECT_TOP       101.7
#define SUBJECT_TEXT      37.5
#define BELOW_SUBJECT     3.3
#define HEADER_TOP        14.15
#define HEADER_RULE       18.9
#define FOOTER_TOP        277.1
#define NUMBER_TOP        276.4
#define FOOTER_WIDTH      148.0

AcqLetterhead *
acq_letterhead_new (void)
{
  AcqLetterhead *self = g_new0 (AcqLetterhead, 1);

  self->sender_lines = g_ptr_array_new_with_free_func (g_free);
  self->mentions = g_ptr_array_new_with_free_func (g_free);
  self->references = g_array_new (FALSE, TRUE, sizeof (AcqReferenceRow));
  return self;
}

void
acq_letterhead_free (AcqLetterhead *self)
{
  if (self == NULL)
    return;
  g_free (self->sender_name);
  g_free (self->sender_logo);
  g_ptr_array_unref (self->sender_lines);
  g_free (self->contact);
  g_free (self->mail);
  g_ptr_array_unref (self->mentions);
  for (guint i = 0; i < self->references->len; i++)
    g_free (g_array_index (self->references, AcqReferenceRow, i).value);
  g_array_unref (self->references);
  acq_address_block_free (self->address);
  g_free (self->place_and_date);
  g_free (self->subject);
  g_free (self->running_left);
  g_free (self->running_right);
  g_free (self);
}

void
acq_letterhead_add_reference (AcqLetterhead *self, const char *label, const char *value)
{
  AcqReferenceRow row = { label, NULL };

  if (value == NULL || value[0] == '\0')
    return;
  row.value = acq_french_printable (value);
  g_array_append_val (self->references, row);
}

char *
acq_letter_press_shorten (AcqLetterPress *press, AcqStyle style, double width, const char *text)
{
  glong n = g_utf8_strlen (text, -1), low = 0;
  g_autofree char *best = g_strdup (text);

  if (acq_letter_press_measure (press, style, text) <= width)
    return g_steal_pointer (&best);
  while (low + 1 < n)
    {
      glong middle = (low + n) / 2;
      g_autofree char *kept = g_utf8_substring (text, 0, middle);
      g_autofree char *shorter = g_strconcat (kept, "…", NULL);

      if (acq_letter_press_measure (press, style, shorter) > width)
        {
          n = middle;
          continue;
        }
      low = middle;
      g_free (best);
      best = g_steal_pointer (&shorter);
    }
  return low == 0 ? g_strdup ("…") : g_steal_pointer (&best);
}

static void
draw_shortened (AcqLetterPress *press, cairo_t *cr, AcqStyle style, AcqTextAlign align, double x, double y,
                double width, const char *text)
{
  g_autofree char *shorter = acq_letter_press_shorten (press, style, width, text);

  acq_letter_press_draw_line (press, cr, style, align, x, y, shorter);
}

/* FALSE where there is no readable image. */
static gboolean
draw_logo (const AcqLetterhead *self, cairo_t *cr, double lower)
{
  cairo_surface_t *logo;
  gboolean drawn = FALSE;

  if (self->sender_logo == NULL)
    return FALSE;
  logo = cairo_image_surface_create_from_png (self->sender_logo);
  if (cairo_surface_status (logo) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_width (logo) > 0
      && cairo_image_surface_get_height (logo) > 0)
    {
      double scale = MIN (ACQ_MM (SENDER_RULE_WIDTH) / cairo_image_surface_get_width (logo),
                          ACQ_MM (LOGO_HEIGHT) / cairo_image_surface_get_height (logo));

      cairo_save (cr);
      cairo_translate (cr, ACQ_MM (ACQ_TEXT_LEFT), ACQ_MM (LOGO_TOP) + lower);
      cairo_scale (cr, scale, scale);
      cairo_set_source_surface (cr, logo, 0, 0);
      cairo_paint (cr);
      cairo_restore (cr);
      drawn = TRUE;
    }
  cairo_surface_destroy (logo);
  return drawn;
}

/* The lines that have no room of their own go on behind the last one that has. */
static char *
joined_lines (const GPtrArray *lines, guint from)
{
  GString *joined = g_string_new (NULL);

  for (guint i = from; i < lines->len; i++)
    g_string_append_printf (joined, "%s%s", i == from ? "" : ", ",
                            (const char *) g_ptr_array_index (lines, i));
  return g_string_free (joined, FALSE);
}

/* lower: points by which it all stands lower than on a letter. */
static void
draw_sender (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr, double lower)
{
  double x = ACQ_MM (ACQ_TEXT_LEFT), y = ACQ_MM (SENDER_LINES_TOP) + lower;
  guint room = SENDER_MAX_LINES - (self->contact != NULL ? 1 : 0);

  cairo_tag_begin (cr, "P", NULL);
  if (!draw_logo (self, cr, lower))
    draw_shortened (press, cr, ACQ_STYLE_SENDER_NAME, ACQ_ALIGN_LEFT, x, ACQ_MM (SENDER_TOP) + lower,
                    ACQ_MM (SENDER_MAX_WIDTH), self->sender_name);
  acq_cairo_rule (cr, x, x + ACQ_MM (SENDER_RULE_WIDTH), ACQ_MM (SENDER_RULE) + lower, 0.9, ACQ_COLOUR_ACCENT);
  for (guint i = 0; i < self->sender_lines->len && i < room; i++)
    {
      g_autofree char *line = i + 1 == room ? joined_lines (self->sender_lines, i)
                                            : g_strdup (g_ptr_array_index (self->sender_lines, i));

      draw_shortened (press, cr, ACQ_STYLE_SENDER, ACQ_ALIGN_LEFT, x, y, ACQ_MM (SENDER_MAX_WIDTH), line);
      y += acq_style_spec (ACQ_STYLE_SENDER)->leading;
    }
  if (self->mail != NULL)
    acq_letter_link_begin_mail (cr, self->mail);
  if (self->contact != NULL)
    draw_shortened (press, cr, ACQ_STYLE_SENDER_CONTACT, ACQ_ALIGN_LEFT, x, y, ACQ_MM (SENDER_MAX_WIDTH),
                    self->contact);
  if (self->mail != NULL)
    acq_letter_link_end (cr);
  cairo_tag_end (cr, "P");
}

/* Three lines and a rule on which the number is written at the counter. */
static void
draw_registered (AcqLetterPress *press, cairo_t *cr, double y)
{
  double leading = acq_style_spec (ACQ_STYLE_REFERENCE_BOLD)->leading, x = ACQ_MM (ACQ_TEXT_LEFT);

  cairo_tag_begin (cr, "P", NULL);
  acq_letter_press_draw_line (press, cr, ACQ_STYLE_REFERENCE_BOLD, ACQ_ALIGN_LEFT, x, y,
                              "Lettre recommandée");
  acq_letter_press_draw_line (press, cr, ACQ_STYLE_REFERENCE_BOLD, ACQ_ALIGN_LEFT, x, y + leading,
                              "avec demande d’avis de réception");
  acq_letter_press_draw_line (press, cr, ACQ_STYLE_REFERENCE_BOLD, ACQ_ALIGN_LEFT, x,
                              y + 2 * leading + ACQ_MM (0.35), "n°");
  cairo_tag_end (cr, "P");
  acq_cairo_rule (cr, ACQ_MM (NUMBER_RULE_LEFT), ACQ_MM (NUMBER_RULE_LEFT + NUMBER_RULE_WIDTH),
                  y + 3 * leading - ACQ_MM (0.55), 0.6, ACQ_COLOUR_BLACK);
}

static void
draw_references (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr)
{
  double leading = acq_style_spec (ACQ_STYLE_REFERENCE)->leading;
  double y = ACQ_MM (ACQ_ADDRESS_BOTTOM) - leading * self->references->len;

  if (self->registered)
    draw_registered (press, cr, y - 3 * leading - ACQ_MM (1.8));
  for (guint i = 0; i < self->references->len; i++, y += leading)
    {
      const AcqReferenceRow *row = &g_array_index (self->references, AcqReferenceRow, i);

      cairo_tag_begin (cr, "P", NULL);
      acq_letter_press_draw_line (press, cr, ACQ_STYLE_REFERENCE_LABEL, ACQ_ALIGN_LEFT,
                                  ACQ_MM (ACQ_TEXT_LEFT), y, row->label);
      draw_shortened (press, cr, ACQ_STYLE_REFERENCE, ACQ_ALIGN_LEFT, ACQ_MM (REFERENCE_VALUE), y,
                      ACQ_MM (REFERENCE_RIGHT - REFERENCE_VALUE), row->value);
      cairo_tag_end (cr, "P");
    }
}

static PangoLayout *
set_subject (const AcqLetterhead *self, AcqLetterPress *press)
{
  return acq_letter_press_set (press, ACQ_STYLE_SUBJECT, ACQ_SET_RAGGED,
                               ACQ_MM (ACQ_TEXT_RIGHT - SUBJECT_TEXT), self->subject);
}

double
acq_letterhead_text_top (const AcqLetterhead *self, AcqLetterPress *press)
{
  g_autoptr (PangoLayout) subject = set_subject (self, press);

  return ACQ_MM (SUBJECT_TOP + BELOW_SUBJECT)
         + pango_layout_get_line_count (subject) * acq_style_spec (ACQ_STYLE_SUBJECT)->leading;
}

static void
draw_subject (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr)
{
  g_autoptr (PangoLayout) subject = set_subject (self, press);

  cairo_tag_begin (cr, "H1", NULL);
  acq_letter_press_draw_line (press, cr, ACQ_STYLE_SUBJECT_LABEL, ACQ_ALIGN_LEFT, ACQ_MM (ACQ_TEXT_LEFT),
                              ACQ_MM (SUBJECT_TOP), "Objet" ACQ_NARROW_SPACE ":");
  acq_letter_press_draw_text (press, cr, ACQ_STYLE_SUBJECT, ACQ_MM (SUBJECT_TEXT), ACQ_MM (SUBJECT_TOP), subject);
  cairo_tag_end (cr, "H1");
}

/* Where the sheet is folded in three for DL, and in two for C5. */
static void
draw_fold_marks (cairo_t *cr)
{
  acq_cairo_rule (cr, ACQ_MM (5), ACQ_MM (9), ACQ_MM (ACQ_FIRST_FOLD), 0.3, ACQ_COLOUR_HAIR);
  acq_cairo_rule (cr, ACQ_MM (5), ACQ_MM (9), ACQ_MM (2 * ACQ_FIRST_FOLD), 0.3, ACQ_COLOUR_HAIR);
  acq_cairo_rule (cr, ACQ_MM (5), ACQ_MM (7.4), ACQ_MM (ACQ_PAGE_HEIGHT / 2), 0.3, ACQ_COLOUR_HAIR);
}

void
acq_letterhead_draw_foot (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr, guint page,
                          guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u/%u", page, n_pages);
  double y = ACQ_MM (FOOTER_TOP);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      g_autoptr (PangoLayout) layout
        = acq_letter_press_set (press, ACQ_STYLE_FOOTER, ACQ_SET_RAGGED, ACQ_MM (FOOTER_WIDTH),
                                g_ptr_array_index (self->mentions, i));

      acq_cairo_set_colour (cr, ACQ_COLOUR_LABEL);
      for (int j = 0; j < pango_layout_get_line_count (layout) && y < ACQ_MM (290); j++)
        {
          cairo_move_to (cr, ACQ_MM (ACQ_TEXT_LEFT), y + acq_letter_press_baseline (press, ACQ_STYLE_FOOTER));
          acq_letter_line_show (cr, layout, j);
          y += acq_style_spec (ACQ_STYLE_FOOTER)->leading;
        }
    }
  acq_letter_press_draw_line (press, cr, ACQ_STYLE_PAGE_NUMBER, ACQ_ALIGN_RIGHT, ACQ_MM (ACQ_TEXT_RIGHT),
                              ACQ_MM (NUMBER_TOP), number);
}

/* A document that goes into no envelope. */
static void
draw_unposted_page (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr, guint n_pages)
{
  draw_sender (self, press, cr, ACQ_MM (UNPOSTED_LOWER));
  acq_letterhead_draw_foot (self, press, cr, 1, n_pages);
}

void
acq_letterhead_draw_first_page (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr, guint n_pages)
{
  if (self->address == NULL)
    {
      draw_unposted_page (self, press, cr, n_pages);
      return;
    }
  draw_sender (self, press, cr, 0);
  draw_references (self, press, cr);
  acq_address_block_draw (self->address, press, cr);
  cairo_tag_begin (cr, "P", NULL);
  draw_shortened (press, cr, ACQ_STYLE_PROSE, ACQ_ALIGN_LEFT, ACQ_MM (ACQ_ADDRESS_LEFT), ACQ_MM (DATE_TOP),
                  ACQ_MM (ACQ_TEXT_RIGHT - ACQ_ADDRESS_LEFT), self->place_and_date);
  cairo_tag_end (cr, "P");
  draw_subject (self, press, cr);
  draw_fold_marks (cr);
  acq_letterhead_draw_foot (self, press, cr, 1, n_pages);
}

void
acq_letterhead_draw_next_page (const AcqLetterhead *self, AcqLetterPress *press, cairo_t *cr, guint page,
                               guint n_pages)
{
  double half = ACQ_TEXT_WIDTH / 2 - ACQ_MM (2);

  draw_shortened (press, cr, ACQ_STYLE_HEADER, ACQ_ALIGN_LEFT, ACQ_MM (ACQ_TEXT_LEFT), ACQ_MM (HEADER_TOP),
                  half, self->running_left);
  draw_shortened (press, cr, ACQ_STYLE_HEADER, ACQ_ALIGN_RIGHT, ACQ_MM (ACQ_TEXT_RIGHT), ACQ_MM (HEADER_TOP),
                  half, self->running_right);
  acq_cairo_rule (cr, ACQ_MM (ACQ_TEXT_LEFT), ACQ_MM (ACQ_TEXT_RIGHT), ACQ_MM (HEADER_RULE), 0.4,
                  ACQ_COLOUR_HAIR);
  acq_letterhead_draw_foot (self, press, cr, page, n_pages);
}

void
acq_letterhead_draw_letter (const AcqLetterhead *self, AcqLetterPress *press, const AcqLetterLayout *layout,
                            AcqPdfWriter *writer)
{
  cairo_t *cr = acq_pdf_writer_cairo (writer);
  guint n_pages = acq_letter_layout_n_pages (layout);

  for (guint page = 0; page < n_pages; page++)
    {
      if (page == 0)
        acq_letterhead_draw_first_page (self, press, cr, n_pages);
      else
        acq_letterhead_draw_next_page (self, press, cr, page + 1, n_pages);
      acq_letter_layout_draw (layout, page, cr);
      acq_pdf_writer_end_page (writer);
    }
}
