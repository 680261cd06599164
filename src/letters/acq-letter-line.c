/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-line.h"

#include <hb.h>
#include <string.h>

#include "acq-french-text.h"

/* What cairo writes of one run: its glyphs, and the text that each cluster of them stands for. */
typedef struct
{
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;
  char *text;
  int n_glyphs;
  int n_clusters;
  int text_length;
} Ink;

static void
ink_init (Ink *ink, const PangoGlyphItem *run)
{
  ink->glyphs = g_new (cairo_glyph_t, (gsize) run->glyphs->num_glyphs);
  ink->clusters = g_new (cairo_text_cluster_t, (gsize) run->item->num_chars);
  ink->text = g_new (char, (gsize) run->item->length + 1);
  ink->n_glyphs = ink->n_clusters = ink->text_length = 0;
}

static void
ink_clear (Ink *ink)
{
  g_free (ink->glyphs);
  g_free (ink->clusters);
  g_free (ink->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ink, ink_clear)

static gboolean
is_hard_space (const char *text, int length)
{
  return (length == 2 && memcmp (text, ACQ_WIDE_SPACE, 2) == 0)
         || (length == 3 && memcmp (text, ACQ_NARROW_SPACE, 3) == 0);
}

static PangoGlyph
space_of (PangoFont *font, PangoGlyph otherwise)
{
  hb_codepoint_t glyph;

  return hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &glyph) ? glyph : otherwise;
}

static void
add_glyph (Ink *ink, const PangoGlyphInfo *info, PangoGlyph glyph, double x, double y)
{
  ink->glyphs[ink->n_glyphs++] = (cairo_glyph_t){
    .index = glyph,
    .x = x + pango_units_to_double (info->geometry.x_offset),
    .y = y + pango_units_to_double (info->geometry.y_offset),
  };
}

static void
add_text (Ink *ink, const char *text, int length, int n_glyphs)
{
  memcpy (ink->text + ink->text_length, text, (gsize) length);
  ink->text_length += length;
  ink->clusters[ink->n_clusters++] = (cairo_text_cluster_t){ length, n_glyphs };
}

/* Returns the x behind the cluster. */
static double
add_cluster (Ink *ink, const PangoGlyphItemIter *cluster, double x, double y)
{
  const PangoGlyphItem *run = cluster->glyph_item;
  const char *text = cluster->text + cluster->start_index;
  int length = cluster->end_index - cluster->start_index, before = ink->n_glyphs;
  gboolean is_space = is_hard_space (text, length);

  for (int i = cluster->start_glyph; i < cluster->end_glyph; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      PangoGlyph glyph = is_space ? space_of (run->item->analysis.font, info->glyph) : info->glyph;

      if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        add_glyph (ink, info, glyph, x, y);
      x += pango_units_to_double (info->geometry.width);
    }
  add_text (ink, is_space ? " " : text, is_space ? 1 : length, ink->n_glyphs - before);
  return x;
}

static void
set_colour_of (cairo_t *cr, const PangoGlyphItem *run)
{
  for (const GSList *at = run->item->analysis.extra_attrs; at != NULL; at = at->next)
    {
      const PangoAttrColor *attribute = at->data;

      if (attribute->attr.klass->type == PANGO_ATTR_FOREGROUND)
        cairo_set_source_rgb (cr, attribute->color.red / 65535.0, attribute->color.green / 65535.0,
                              attribute->color.blue / 65535.0);
    }
}

static void
show_run (cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double y)
{
  g_auto (Ink) ink;
  PangoGlyphItemIter cluster;

  ink_init (&ink, run);
  for (gboolean more = pango_glyph_item_iter_init_start (&cluster, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&cluster))
    x = add_cluster (&ink, &cluster, x, y);
  cairo_save (cr);
  set_colour_of (cr, run);
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font)));
  cairo_show_text_glyphs (cr, ink.text, ink.text_length, ink.glyphs, ink.n_glyphs, ink.clusters,
                          ink.n_clusters, 0);
  cairo_restore (cr);
}

void
acq_letter_line_show (cairo_t *cr, PangoLayout *layout, int index)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, index);
  const char *text = pango_layout_get_text (layout);
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      PangoGlyphItem *run = at->data;

      x += pango_units_to_double (run->start_x_offset);
      show_run (cr, text, run, x, y - pango_units_to_double (run->y_offset));
      x += pango_units_to_double (pango_glyph_string_get_width (run->glyphs) + run->end_x_offset);
    }
}
