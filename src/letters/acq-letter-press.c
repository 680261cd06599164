/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-press.h"

#include <string.h>

#include "acq-letter-line.h"
#include "acq-letter-text.h"

/* Above this number of kept texts all are forgotten: the fixed ones come back with the next letter. */
#define MAX_KEPT 8192

static const struct
{
  const char *family;
  PangoWeight weight;
  const char *package;
} faces[ACQ_N_FACES] = {
  { "Charis SIL", PANGO_WEIGHT_NORMAL, "fonts-sil-charis" },
  { "Charis SIL", PANGO_WEIGHT_BOLD, "fonts-sil-charis" },
  { "Lato", PANGO_WEIGHT_NORMAL, "fonts-lato" },
  { "Lato", PANGO_WEIGHT_SEMIBOLD, "fonts-lato" },
  { "Lato", PANGO_WEIGHT_BOLD, "fonts-lato" },
};

struct _AcqLetterPress
{
  PangoFontMap *map;
  PangoContext *context;
  PangoFont *fonts[ACQ_N_FACES];
  PangoFontDescription *descriptions[ACQ_N_STYLES];
  PangoAttrList *attributes[ACQ_N_STYLES];
  double baselines[ACQ_N_STYLES];
  GHashTable *kept; /* key of a text to its PangoLayout */
};

static PangoFontDescription *
describe_face (AcqFace face, double size)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, faces[face].family);
  pango_font_description_set_weight (description, faces[face].weight);
  pango_font_description_set_size (description, pango_units_from_double (size));
  return description;
}

static gboolean
is_the_face (PangoFont *font, AcqFace face)
{
  PangoFontDescription *found;
  gboolean same;

  if (font == NULL)
    return FALSE;
  found = pango_font_describe (font);
  same = g_strcmp0 (pango_font_description_get_family (found), faces[face].family) == 0
         && pango_font_description_get_weight (found) == faces[face].weight
         && pango_font_description_get_style (found) == PANGO_STYLE_NORMAL;
  pango_font_description_free (found);
  return same;
}

static gboolean
load_faces (AcqLetterPress *self, GError **error)
{
  for (AcqFace face = 0; face < ACQ_N_FACES; face++)
    {
      PangoFontDescription *description = describe_face (face, 10);

      self->fonts[face] = pango_font_map_load_font (self->map, self->context, description);
      pango_font_description_free (description);
      if (!is_the_face (self->fonts[face], face))
        {
          g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FONT,
                       "the typeface %s (weight %d) is not installed: install the package %s",
                       faces[face].family, faces[face].weight, faces[face].package);
          return FALSE;
        }
    }
  return TRUE;
}

/* Tracking in ems: addresses so that machines tell their letters apart, bold titles so that people do. */
static double
tracking_of (AcqStyle style)
{
  switch (style)
    {
    case ACQ_STYLE_ADDRESS:
    case ACQ_STYLE_ADDRESS_SMALL:
    case ACQ_STYLE_BOX_TITLE:
      return 0.02;
    case ACQ_STYLE_SUBJECT:
      return 0.015;
    case ACQ_STYLE_SENDER_NAME:
      return 0.01;
    default:
      return 0;
    }
}

/* Ligatures harm searching and copying, and each face that has some is embedded a second time for them; kerning would
   undo the tracking of an address. */
static PangoAttrList *
make_attributes (AcqStyle style)
{
  const AcqStyleSpec *spec = acq_style_spec (style);
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_fallback_new (FALSE));
  if (style == ACQ_STYLE_ADDRESS || style == ACQ_STYLE_ADDRESS_SMALL)
    pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0, kern=0"));
  else
    pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0"));
  if (tracking_of (style) > 0)
    pango_attr_list_insert (
      list, pango_attr_letter_spacing_new (pango_units_from_double (spec->size * tracking_of (style))));
  return list;
}

static void
prepare_style (AcqLetterPress *self, AcqStyle style)
{
  const AcqStyleSpec *spec = acq_style_spec (style);
  PangoFontMetrics *metrics;
  double ascent, descent;

  self->descriptions[style] = describe_face (spec->face, spec->size);
  self->attributes[style] = make_attributes (style);
  metrics = pango_context_get_metrics (self->context, self->descriptions[style], NULL);
  ascent = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  descent = pango_units_to_double (pango_font_metrics_get_descent (metrics));
  self->baselines[style] = (spec->leading - ascent - descent) / 2 + ascent;
  pango_font_metrics_unref (metrics);
}

AcqLetterPress *
acq_letter_press_new (GError **error)
{
  g_autoptr (AcqLetterPress) self = g_new0 (AcqLetterPress, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->context = pango_font_map_create_context (self->map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("fr"));
  if (!load_faces (self, error))
    return NULL;
  for (AcqStyle style = 0; style < ACQ_N_STYLES; style++)
    prepare_style (self, style);
  return g_steal_pointer (&self);
}

void
acq_letter_press_free (AcqLetterPress *self)
{
  if (self == NULL)
    return;
  for (AcqFace face = 0; face < ACQ_N_FACES; face++)
    g_clear_object (&self->fonts[face]);
  for (AcqStyle style = 0; style < ACQ_N_STYLES; style++)
    {
      g_clear_pointer (&self->descriptions[style], pango_font_description_free);
      g_clear_pointer (&self->attributes[style], pango_attr_list_unref);
    }
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->map);
  g_free (self);
}

/* Latin-1 and Latin Extended-A are in both families; only what lies beyond is looked up. */
static gboolean
face_has (AcqLetterPress *self, AcqFace face, gunichar c)
{
  return c < 0x180 || pango_font_has_char (self->fonts[face], c);
}

gboolean
acq_letter_press_covers (AcqLetterPress *self, AcqStyle style, const char *text)
{
  AcqFace face = acq_style_spec (style)->face;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!face_has (self, face, g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static char *
replace_uncovered (AcqLetterPress *self, AcqStyle style, const char *text)
{
  AcqFace face = acq_style_spec (style)->face;
  GString *covered = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (face_has (self, face, g_utf8_get_char (p)))
      g_string_append_len (covered, p, g_utf8_next_char (p) - p);
    else
      g_string_append_c (covered, '?');
  return g_string_free (covered, FALSE);
}

static PangoAttribute *
attribute_of_mark (AcqStyle style, char mark)
{
  switch (mark)
    {
    case ACQ_MARK_BOLD:
      return pango_attr_weight_new (PANGO_WEIGHT_BOLD);
    case ACQ_MARK_KEEP:
      return pango_attr_allow_breaks_new (FALSE);
    default:
      return pango_attr_size_new (pango_units_from_double (acq_style_spec (style)->size - 0.8));
    }
}

/* The words that are smaller are grey too. */
static void
insert_span (PangoAttrList *list, AcqStyle style, char mark, guint start, guint end)
{
  PangoAttribute *attribute = attribute_of_mark (style, mark);

  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
  if (mark == ACQ_MARK_SMALL)
    {
      attribute = pango_attr_foreground_new (0x4444, 0x4444, 0x4444);
      attribute->start_index = start;
      attribute->end_index = end;
      pango_attr_list_insert (list, attribute);
    }
}

/* The raised letters of "1ᵉʳ" are set as letters: their own characters differ in height and weight from face to face, and
   copied text should say "1er". Returns the letter, or 0 where there is none at @text. */
static char
raised_letter (const char *text)
{
  if (g_str_has_prefix (text, "ᵉ"))
    return 'e';
  return g_str_has_prefix (text, "ʳ") ? 'r' : 0;
}

static void
insert_raised (PangoAttrList *list, AcqStyle style, guint start)
{
  double size = acq_style_spec (style)->size;
  PangoAttribute *smaller = pango_attr_size_new (pango_units_from_double (size * 0.68));
  PangoAttribute *rise = pango_attr_rise_new (pango_units_from_double (size * 0.3));

  smaller->start_index = rise->start_index = start;
  smaller->end_index = rise->end_index = start + 1;
  pango_attr_list_insert (list, smaller);
  pango_attr_list_insert (list, rise);
}

/* Takes the marks out of the text and turns each pair into an attribute. */
static void
set_marked_text (PangoLayout *layout, PangoAttrList *base, AcqStyle style, const char *text)
{
  g_autoptr (GString) plain = g_string_sized_new (strlen (text));
  PangoAttrList *list = pango_attr_list_copy (base);
  guint opened[ACQ_MARK_LAST + 1] = { 0 };

  for (const char *p = text; *p != '\0'; p++)
    {
      guint mark = (guint) (guchar) *p;
      char raised = raised_letter (p);

      if (raised != 0)
        {
          insert_raised (list, style, (guint) plain->len);
          g_string_append_c (plain, raised);
          p = g_utf8_next_char (p) - 1;
        }
      else if (mark > ACQ_MARK_LAST)
        g_string_append_c (plain, *p);
      else if (opened[mark] == 0)
        opened[mark] = (guint) plain->len + 1;
      else
        {
          insert_span (list, style, (char) mark, opened[mark] - 1, (guint) plain->len);
          opened[mark] = 0;
        }
    }
  pango_layout_set_text (layout, plain->str, (int) plain->len);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

static PangoLayout *
shape (AcqLetterPress *self, AcqStyle style, AcqTextSetting setting, double width, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->descriptions[style]);
  pango_layout_set_auto_dir (layout, FALSE);
  if (width >= 0)
    {
      pango_layout_set_width (layout, pango_units_from_double (width));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_justify (layout, setting == ACQ_SET_JUSTIFIED);
    }
  else
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (acq_letter_text_has_marks (text) || strstr (text, "ᵉ") != NULL)
    set_marked_text (layout, self->attributes[style], style, text);
  else
    {
      pango_layout_set_attributes (layout, self->attributes[style]);
      pango_layout_set_text (layout, text, -1);
    }
  return layout;
}

PangoLayout *
acq_letter_press_set (AcqLetterPress *self, AcqStyle style, AcqTextSetting setting, double width,
                      const char *text)
{
  g_autofree char *covered = NULL;
  g_autofree char *key = NULL;
  PangoLayout *layout;

  if (!acq_letter_press_covers (self, style, text))
    text = covered = replace_uncovered (self, style, text);
  key = g_strdup_printf ("%d %d %d %s", style, setting, pango_units_from_double (width), text);
  layout = g_hash_table_lookup (self->kept, key);
  if (layout != NULL)
    return g_object_ref (layout);
  if (g_hash_table_size (self->kept) >= MAX_KEPT)
    g_hash_table_remove_all (self->kept);
  layout = shape (self, style, setting, width, text);
  g_hash_table_insert (self->kept, g_steal_pointer (&key), g_object_ref (layout));
  return layout;
}

double
acq_letter_press_measure (AcqLetterPress *self, AcqStyle style, const char *text)
{
  g_autoptr (PangoLayout) layout = acq_letter_press_set (self, style, ACQ_SET_RAGGED, -1, text);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return pango_units_to_double (logical.width);
}

double
acq_letter_press_baseline (AcqLetterPress *self, AcqStyle style)
{
  return self->baselines[style];
}

void
acq_letter_press_draw_line (AcqLetterPress *self, cairo_t *cr, AcqStyle style, AcqTextAlign align, double x,
                            double y, const char *text)
{
  g_autoptr (PangoLayout) layout = acq_letter_press_set (self, style, ACQ_SET_RAGGED, -1, text);
  PangoRectangle logical;

  if (align != ACQ_ALIGN_LEFT)
    {
      pango_layout_get_extents (layout, NULL, &logical);
      x -= pango_units_to_double (logical.width) * (align == ACQ_ALIGN_CENTRE ? 0.5 : 1);
    }
  acq_cairo_set_colour (cr, acq_style_spec (style)->colour);
  cairo_move_to (cr, x, y + self->baselines[style]);
  acq_letter_line_show (cr, layout, 0);
}

double
acq_letter_press_draw_text (AcqLetterPress *self, cairo_t *cr, AcqStyle style, double x, double y,
                            PangoLayout *text)
{
  const AcqStyleSpec *spec = acq_style_spec (style);
  int n_lines = pango_layout_get_line_count (text);

  acq_cairo_set_colour (cr, spec->colour);
  for (int i = 0; i < n_lines; i++)
    {
      cairo_move_to (cr, x, y + i * spec->leading + self->baselines[style]);
      acq_letter_line_show (cr, text, i);
    }
  return n_lines * spec->leading;
}

void
acq_cairo_set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

void
acq_cairo_rule (cairo_t *cr, double x1, double x2, double y, double thickness, guint32 colour)
{
  acq_cairo_set_colour (cr, colour);
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, x1, y);
  cairo_line_to (cr, x2, y);
  cairo_stroke (cr);
}

void
acq_cairo_frame (cairo_t *cr, double x, double y, double width, double height, double thickness, guint32 colour)
{
  acq_cairo_set_colour (cr, colour);
  cairo_set_line_width (cr, thickness);
  cairo_rectangle (cr, x + thickness / 2, y + thickness / 2, width - thickness, height - thickness);
  cairo_stroke (cr);
}
