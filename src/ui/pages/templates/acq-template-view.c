/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-view.h"

#include <string.h>

#include "acq-style.h"
#include "acq-template-atom.h"
#include "acq-template-text.h"

/* Space inside the frame of an atom; a line may be broken before it, at a space without width that is outside of the frame. */
#define ATOM_START "\u200b\u202f"
#define ATOM_END   "\u202f"
/* How far the frame stands out. */
#define ATOM_GROW 2.0f
#define RADIUS    5.0f
/* Pixels in which a word or a field fits. */
#define LEAST_WIDTH 160
/* States that can be taken back. */
#define MAX_STATES 200

struct _AcqTemplateView
{
  GtkTextView parent_instance;

  GtkTextTag *flaw_tag; /* borrowed from the buffer */
  GPtrArray *past;      /* (element-type utf8) sources, the last one that on show */
  GPtrArray *future;    /* (element-type utf8) sources that were taken back */
  GdkRGBA ink;
  GdkRGBA error_ink;
  int last_offset; /* of the cursor */
  guint n_setting; /* changes that are ours */
  gboolean single_line;
  gboolean brace_typed; /* in the change under way */
  int width;            /* that it was given last */
  guint resize_id;      /* 0: its height is that of its lines */
};

G_DEFINE_FINAL_TYPE (AcqTemplateView, acq_template_view, GTK_TYPE_TEXT_VIEW)

enum
{
  EDITED,
  ASK_FIELD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
buffer_of (AcqTemplateView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
paint_tag (AcqTemplateView *self, GtkTextTag *tag)
{
  g_object_set (tag, "foreground-rgba", &self->ink, "weight", PANGO_WEIGHT_BOLD, "scale", 0.94, NULL);
}

static void
insert_atom (AcqTemplateView *self, GtkTextIter *iter, const char *source, const char *words)
{
  GtkTextBuffer *buffer = buffer_of (self);
  g_autoptr (GtkTextTag) tag = acq_template_atom_new (source);
  g_autoptr (GString) shown = g_string_new (words);

  /* It goes to the next line as a whole. */
  g_string_replace (shown, " ", "\u00a0", 0);
  g_string_prepend (shown, ATOM_START);
  g_string_append (shown, ATOM_END);
  paint_tag (self, tag);
  gtk_text_tag_table_add (gtk_text_buffer_get_tag_table (buffer), tag);
  gtk_text_buffer_insert_with_tags (buffer, iter, shown->str, -1, tag, NULL);
}

/* Text as it stands in a source; tags of ours become atoms, all else stays words. */
static void
insert_source (AcqTemplateView *self, GtkTextIter *iter, const char *source)
{
  GtkTextBuffer *buffer = buffer_of (self);
  const char *start = source;

  for (const char *p = source; *p != '\0';)
    {
      const char *close = *p == '{' ? p + strcspn (p, "}\n") : NULL;
      g_autofree char *tag = NULL;
      g_autofree char *words = NULL;

      if (p[0] == '{' && p[1] == '{')
        {
          p += 2;
          continue;
        }
      if (close != NULL && *close == '}')
        {
          tag = g_strndup (p, (gsize) (close - p) + 1);
          words = acq_template_tag_text (tag);
        }
      if (words == NULL)
        {
          p++;
          continue;
        }
      gtk_text_buffer_insert (buffer, iter, start, (int) (p - start));
      insert_atom (self, iter, tag, words);
      start = p = close + 1;
    }
  gtk_text_buffer_insert (buffer, iter, start, -1);
}

static char *
source_between (GtkTextIter start, const GtkTextIter *end)
{
  GString *source = g_string_new (NULL);

  while (gtk_text_iter_compare (&start, end) < 0)
    {
      AcqTemplateAtom *atom = acq_template_atom_at (&start);

      if (atom != NULL)
        {
          g_string_append (source, acq_template_atom_get_source (atom));
          gtk_text_iter_forward_to_tag_toggle (&start, GTK_TEXT_TAG (atom));
          continue;
        }
      g_string_append_unichar (source, gtk_text_iter_get_char (&start));
      gtk_text_iter_forward_char (&start);
    }
  return g_string_free (source, FALSE);
}

char *
acq_template_view_get_source (AcqTemplateView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ACQ_IS_TEMPLATE_VIEW (self), NULL);
  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  return source_between (start, &end);
}

static void
find_byte (AcqTemplateView *self, gsize byte, GtkTextIter *iter)
{
  gtk_text_buffer_get_start_iter (buffer_of (self), iter);
  for (gsize at = 0; at < byte && !gtk_text_iter_is_end (iter);)
    {
      AcqTemplateAtom *atom = acq_template_atom_at (iter);

      at += atom != NULL ? strlen (acq_template_atom_get_source (atom))
                         : (gsize) g_unichar_to_utf8 (gtk_text_iter_get_char (iter), NULL);
      if (atom != NULL)
        gtk_text_iter_forward_to_tag_toggle (iter, GTK_TEXT_TAG (atom));
      else
        gtk_text_iter_forward_char (iter);
    }
}

static void
remember (AcqTemplateView *self)
{
  char *source = acq_template_view_get_source (self);

  if (self->past->len > 0 && g_str_equal (self->past->pdata[self->past->len - 1], source))
    {
      g_free (source);
      return;
    }
  g_ptr_array_add (self->past, source);
  g_ptr_array_set_size (self->future, 0);
  if (self->past->len > MAX_STATES)
    g_ptr_array_remove_index (self->past, 0);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
show_source (AcqTemplateView *self, const char *source, int offset)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter start, end;

  self->n_setting++;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  insert_source (self, &start, source);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_place_cursor (buffer, &start);
  self->n_setting--;
}

void
acq_template_view_set_source (AcqTemplateView *self, const char *source)
{
  g_return_if_fail (ACQ_IS_TEMPLATE_VIEW (self));
  show_source (self, source, 0);
  g_ptr_array_set_size (self->past, 0);
  g_ptr_array_set_size (self->future, 0);
  g_ptr_array_add (self->past, acq_template_view_get_source (self));
}

static int
cursor_offset (AcqTemplateView *self)
{
  int offset;

  g_object_get (buffer_of (self), "cursor-position", &offset, NULL);
  return offset;
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqTemplateView *self = ACQ_TEMPLATE_VIEW (widget);

  if (self->past->len < 2)
    return;
  g_ptr_array_add (self->future, g_ptr_array_steal_index (self->past, self->past->len - 1));
  show_source (self, self->past->pdata[self->past->len - 1], cursor_offset (self));
  g_signal_emit (self, signals[EDITED], 0);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AcqTemplateView *self = ACQ_TEMPLATE_VIEW (widget);

  if (self->future->len == 0)
    return;
  g_ptr_array_add (self->past, g_ptr_array_steal_index (self->future, self->future->len - 1));
  show_source (self, self->past->pdata[self->past->len - 1], cursor_offset (self));
  g_signal_emit (self, signals[EDITED], 0);
}

/* No part of an atom goes without the rest of it. */
static void
delete_range_cb (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end, AcqTemplateView *self)
{
  AcqTemplateAtom *first = acq_template_atom_around (start), *last = acq_template_atom_around (end);

  if (first != NULL)
    gtk_text_iter_backward_to_tag_toggle (start, GTK_TEXT_TAG (first));
  if (last != NULL)
    gtk_text_iter_forward_to_tag_toggle (end, GTK_TEXT_TAG (last));
}

/* Nothing is written into an atom. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *iter, const char *text, int len, AcqTemplateView *self)
{
  AcqTemplateAtom *atom = acq_template_atom_around (iter);

  if (atom != NULL)
    gtk_text_iter_forward_to_tag_toggle (iter, GTK_TEXT_TAG (atom));
  self->brace_typed = self->n_setting == 0 && len == 1 && *text == '{';
}

/* The cursor steps over atoms, in the direction in which it went. */
static void
cursor_cb (AcqTemplateView *self)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter cursor, bound;
  AcqTemplateAtom *atom;
  gboolean selects;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, &bound, gtk_text_buffer_get_selection_bound (buffer));
  atom = self->n_setting > 0 ? NULL : acq_template_atom_around (&cursor);
  selects = !gtk_text_iter_equal (&cursor, &bound);
  if (atom != NULL)
    {
      if (gtk_text_iter_get_offset (&cursor) > self->last_offset)
        gtk_text_iter_forward_to_tag_toggle (&cursor, GTK_TEXT_TAG (atom));
      else
        gtk_text_iter_backward_to_tag_toggle (&cursor, GTK_TEXT_TAG (atom));
      self->n_setting++;
      gtk_text_buffer_select_range (buffer, &cursor, selects ? &bound : &cursor);
      self->n_setting--;
    }
  self->last_offset = gtk_text_iter_get_offset (&cursor);
}

/* Where a tag that the user finished begins; FALSE where none ends before the cursor. */
static gboolean
find_written_tag (AcqTemplateView *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = buffer_of (self);

  gtk_text_buffer_get_iter_at_mark (buffer, end, gtk_text_buffer_get_insert (buffer));
  *start = *end;
  if (!gtk_text_iter_backward_char (start) || gtk_text_iter_get_char (start) != '}'
      || acq_template_atom_at (start) != NULL)
    return FALSE;
  while (gtk_text_iter_backward_char (start) && acq_template_atom_at (start) == NULL)
    {
      if (strchr ("}\n", (int) gtk_text_iter_get_char (start)) != NULL
          && gtk_text_iter_get_char (start) < 0x80)
        return FALSE;
      if (gtk_text_iter_get_char (start) == '{')
        return TRUE;
    }
  return FALSE;
}

static void
make_atom_of_written_tag (AcqTemplateView *self)
{
  GtkTextIter start, end;
  g_autofree char *source = NULL;
  g_autofree char *words = NULL;

  if (!find_written_tag (self, &start, &end))
    return;
  source = source_between (start, &end);
  words = acq_template_tag_text (source);
  if (words == NULL)
    return;
  self->n_setting++;
  gtk_text_buffer_delete (buffer_of (self), &start, &end);
  insert_atom (self, &start, source, words);
  self->n_setting--;
}

static gunichar
char_before_cursor (AcqTemplateView *self)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_backward_char (&cursor) && acq_template_atom_at (&cursor) == NULL
           ? gtk_text_iter_get_char (&cursor)
           : 0;
}

static void
changed_cb (AcqTemplateView *self)
{
  gboolean ask = self->brace_typed;

  if (self->n_setting > 0)
    return;
  self->brace_typed = FALSE;
  make_atom_of_written_tag (self);
  remember (self);
  if (ask)
    g_signal_emit (self, signals[ASK_FIELD], 0);
}

static void
copy_selection (AcqTemplateView *self)
{
  GtkTextIter start, end;
  g_autofree char *source = NULL;

  if (!gtk_text_buffer_get_selection_bounds (buffer_of (self), &start, &end))
    return;
  source = source_between (start, &end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), source);
}

static void
acq_template_view_copy_clipboard (GtkTextView *view)
{
  copy_selection (ACQ_TEMPLATE_VIEW (view));
}

static void
acq_template_view_cut_clipboard (GtkTextView *view)
{
  copy_selection (ACQ_TEMPLATE_VIEW (view));
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, TRUE);
}

static void
insert_at_cursor (AcqTemplateView *self, const char *source)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter iter;

  self->n_setting++;
  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  insert_source (self, &iter, source);
  gtk_text_buffer_place_cursor (buffer, &iter);
  self->n_setting--;
  remember (self);
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqTemplateView) self = ACQ_TEMPLATE_VIEW (data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_autoptr (GString) clean = g_string_new (text == NULL ? "" : text);

  if (clean->len == 0)
    return;
  g_string_replace (clean, "\r\n", "\n", 0);
  g_string_replace (clean, "\t", " ", 0);
  if (self->single_line)
    g_string_replace (clean, "\n", " ", 0);
  insert_at_cursor (self, clean->str);
}

static void
acq_template_view_paste_clipboard (GtkTextView *view)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, pasted_cb,
                                 g_object_ref (view));
}

static void
acq_template_view_insert_at_cursor (GtkTextView *view, const char *text)
{
  AcqTemplateView *self = ACQ_TEMPLATE_VIEW (view);

  if (self->single_line && strchr (text, '\n') != NULL)
    return;
  GTK_TEXT_VIEW_CLASS (acq_template_view_parent_class)->insert_at_cursor (view, text);
}

static gboolean
key_pressed_cb (AcqTemplateView *self, guint keyval)
{
  gboolean is_return = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  return self->single_line && is_return;
}

/* Selections that are put between the beginning and the end of a condition. */
static char *
wrap_selection (AcqTemplateView *self, const AcqTemplateField *field)
{
  GtkTextIter start, end;
  g_autofree char *inside = NULL;
  const char *keyword = field->kind == ACQ_TEMPLATE_FIELD_LIST ? "each" : "if";

  inside = gtk_text_buffer_get_selection_bounds (buffer_of (self), &start, &end)
             ? source_between (start, &end)
             : g_strdup (" ");
  return g_strdup_printf ("{%s %s}%s{end}", keyword, field->code, inside);
}

static void
remove_typed_brace (AcqTemplateView *self)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter start, end;

  if (char_before_cursor (self) != '{' || gtk_text_buffer_get_has_selection (buffer))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  start = end;
  gtk_text_iter_backward_char (&start);
  self->n_setting++;
  gtk_text_buffer_delete (buffer, &start, &end);
  self->n_setting--;
}

void
acq_template_view_insert_field (AcqTemplateView *self, const AcqTemplateField *field, gboolean as_condition)
{
  g_autofree char *source = NULL;

  g_return_if_fail (ACQ_IS_TEMPLATE_VIEW (self));
  remove_typed_brace (self);
  source = as_condition || field->kind == ACQ_TEMPLATE_FIELD_LIST || field->kind == ACQ_TEMPLATE_FIELD_FLAG
             ? wrap_selection (self, field)
             : g_strdup_printf ("{%s}", field->code);
  insert_at_cursor (self, source);
}

void
acq_template_view_insert_name (AcqTemplateView *self, const char *name)
{
  g_autofree char *source = NULL;

  g_return_if_fail (ACQ_IS_TEMPLATE_VIEW (self));
  remove_typed_brace (self);
  source = g_strdup_printf ("{%s}", name);
  insert_at_cursor (self, source);
}

void
acq_template_view_mark_flaw (AcqTemplateView *self, gsize start, gsize end)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter first, last;

  g_return_if_fail (ACQ_IS_TEMPLATE_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &first, &last);
  gtk_text_buffer_remove_tag (buffer, self->flaw_tag, &first, &last);
  if (start == end)
    return;
  find_byte (self, start, &first);
  find_byte (self, end, &last);
  gtk_text_buffer_apply_tag (buffer, self->flaw_tag, &first, &last);
}

void
acq_template_view_replace (AcqTemplateView *self, gsize start, gsize end, const char *source)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter first, last;

  g_return_if_fail (ACQ_IS_TEMPLATE_VIEW (self));
  find_byte (self, start, &first);
  find_byte (self, end, &last);
  self->n_setting++;
  gtk_text_buffer_delete (buffer, &first, &last);
  insert_source (self, &first, source);
  gtk_text_buffer_place_cursor (buffer, &first);
  self->n_setting--;
  remember (self);
}

void
acq_template_view_set_single_line (AcqTemplateView *self, gboolean single_line)
{
  g_return_if_fail (ACQ_IS_TEMPLATE_VIEW (self));
  self->single_line = single_line;
}

/* The frame of what of an atom stands in one line. */
static void
draw_piece (AcqTemplateView *self, GtkSnapshot *snapshot, const GtkTextIter *start, const GtkTextIter *end,
            gboolean outlined)
{
  GdkRectangle first, last;
  GskRoundedRect frame;
  GdkRGBA tint = self->ink;
  GdkRGBA colors[4] = { self->ink, self->ink, self->ink, self->ink };
  const float widths[4] = { 1, 1, 1, 1 };

  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), end, &last);
  gsk_rounded_rect_init_from_rect (&frame,
                                   &GRAPHENE_RECT_INIT ((float) first.x, (float) first.y - ATOM_GROW / 2,
                                                        (float) (last.x - first.x),
                                                        (float) first.height + ATOM_GROW),
                                   RADIUS);
  if (outlined)
    {
      gtk_snapshot_append_border (snapshot, &frame, widths, colors);
      return;
    }
  tint.alpha = 0.13f;
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &tint, &frame.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_atom (AcqTemplateView *self, GtkSnapshot *snapshot, AcqTemplateAtom *atom, GtkTextIter start,
           const GtkTextIter *end)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  gboolean outlined = acq_template_atom_is_outlined (atom);

  gtk_text_iter_forward_char (&start);
  while (gtk_text_iter_compare (&start, end) < 0)
    {
      GtkTextIter stop = start;

      if (!gtk_text_view_forward_display_line_end (view, &stop) || gtk_text_iter_compare (&stop, end) > 0)
        stop = *end;
      draw_piece (self, snapshot, &start, &stop, outlined);
      start = stop;
    }
}

static void
acq_template_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  AcqTemplateView *self = ACQ_TEMPLATE_VIEW (view);
  GtkTextIter iter;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;
  gtk_text_buffer_get_start_iter (buffer_of (self), &iter);
  while (!gtk_text_iter_is_end (&iter))
    {
      AcqTemplateAtom *atom = acq_template_atom_at (&iter);
      GtkTextIter end = iter;

      if (atom != NULL && gtk_text_iter_forward_to_tag_toggle (&end, GTK_TEXT_TAG (atom)))
        draw_atom (self, snapshot, atom, iter, &end);
      else if (!gtk_text_iter_forward_to_tag_toggle (&end, NULL))
        break;
      iter = end;
    }
}

/* A text view asks for the width that its lines had: nothing around it could ever get narrower again. */
static void
acq_template_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                           int *natural, int *minimum_baseline, int *natural_baseline)
{
  GTK_WIDGET_CLASS (acq_template_view_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH;
}

static gboolean
resize (gpointer data)
{
  AcqTemplateView *self = data;

  self->resize_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Its lines are broken anew some time after it got another width, and nobody is told how many there are then. */
static void
acq_template_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqTemplateView *self = ACQ_TEMPLATE_VIEW (widget);

  GTK_WIDGET_CLASS (acq_template_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (width != self->width && self->resize_id == 0)
    self->resize_id = g_idle_add (resize, self);
  self->width = width;
}

static void
acq_template_view_dispose (GObject *object)
{
  AcqTemplateView *self = ACQ_TEMPLATE_VIEW (object);

  if (self->resize_id != 0)
    g_source_remove (self->resize_id);
  self->resize_id = 0;
  G_OBJECT_CLASS (acq_template_view_parent_class)->dispose (object);
}

static void
repaint_tag (GtkTextTag *tag, gpointer self)
{
  if (ACQ_IS_TEMPLATE_ATOM (tag))
    paint_tag (self, tag);
}

static void
acq_template_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  AcqTemplateView *self = ACQ_TEMPLATE_VIEW (widget);
  GdkRGBA ink, error_ink;

  GTK_WIDGET_CLASS (acq_template_view_parent_class)->css_changed (widget, change);
  acq_style_lookup_color (widget, "acq_information_color", &ink);
  acq_style_lookup_color (widget, "acq_stop_color", &error_ink);
  if (gdk_rgba_equal (&ink, &self->ink) && gdk_rgba_equal (&error_ink, &self->error_ink))
    return;
  self->ink = ink;
  self->error_ink = error_ink;
  gtk_text_tag_table_foreach (gtk_text_buffer_get_tag_table (buffer_of (self)), repaint_tag, self);
  g_object_set (self->flaw_tag, "foreground-rgba", &self->error_ink, "underline-rgba", &self->error_ink,
                NULL);
}

static void
acq_template_view_finalize (GObject *object)
{
  AcqTemplateView *self = ACQ_TEMPLATE_VIEW (object);

  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);
  G_OBJECT_CLASS (acq_template_view_parent_class)->finalize (object);
}

static void
acq_template_view_class_init (AcqTemplateViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = acq_template_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = acq_template_view_finalize;
  widget_class->css_changed = acq_template_view_css_changed;
  widget_class->measure = acq_template_view_measure;
  widget_class->size_allocate = acq_template_view_size_allocate;
  view_class->snapshot_layer = acq_template_view_snapshot_layer;
  view_class->copy_clipboard = acq_template_view_copy_clipboard;
  view_class->cut_clipboard = acq_template_view_cut_clipboard;
  view_class->paste_clipboard = acq_template_view_paste_clipboard;
  view_class->insert_at_cursor = acq_template_view_insert_at_cursor;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[ASK_FIELD] = g_signal_new ("ask-field", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "template.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "template.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "template.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "template.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "template.redo", NULL);
}

static void
acq_template_view_init (AcqTemplateView *self)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->past = g_ptr_array_new_with_free_func (g_free);
  self->future = g_ptr_array_new_with_free_func (g_free);
  self->flaw_tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, "weight",
                                               PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), 3);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), 5);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (buffer, "delete-range", G_CALLBACK (delete_range_cb), self);
  g_signal_connect (buffer, "insert-text", G_CALLBACK (insert_text_cb), self);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "notify::cursor-position", G_CALLBACK (cursor_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
acq_template_view_new (void)
{
  return g_object_new (ACQ_TYPE_TEMPLATE_VIEW, NULL);
}
