/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-pdf-pages.h"

#include <glib/gi18n.h>

/* Pixels around and between the pages. */
#define GAP 12
/* On each side where there is room: what lies over the pages then covers none of them. */
#define WIDE_MARGIN 72
#define WIDE_FROM   480
#define MIN_WIDTH   120
/* Pixels a point at a zoom of 1000. */
#define PIXELS_PER_POINT (96.0 / 72.0)
/* A page of more device pixels than this is drawn coarser and stretched. */
#define MAX_PIXELS 24000000.0
/* Pages around those in sight that are kept, and those that are drawn ahead. */
#define N_KEPT  3
#define N_AHEAD 1

/* What is known of a page's looks. */
typedef struct
{
  AcqPdfRendering *rendering; /* NULL: not drawn yet */
  int width;                  /* device pixels of the rendering */
  gboolean failed;
} Sheet;

struct _AcqPdfPages
{
  GtkWidget parent_instance;

  /* Owned references */
  AcqPdfRenderer *renderer;
  GtkAdjustment *vertical;
  GSignalGroup *adjustment_signals;
  GArray *sheets; /* (element-type Sheet) */
  GCancellable *cancellable;

  guint zoom; /* 0: fit */
  guint page;
  gboolean rendering;
  gboolean keeps_place; /* the adjustment is to follow the zoom at the next allocation */
  double place;         /* of the window's top, in pages */
};

G_DEFINE_FINAL_TYPE (AcqPdfPages, acq_pdf_pages, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_ZOOM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void render_next (AcqPdfPages *self);

static void
clear_sheet (gpointer data)
{
  Sheet *sheet = data;

  g_clear_pointer (&sheet->rendering, acq_pdf_rendering_free);
}

static guint
count_pages (const AcqPdfPages *self)
{
  return self->sheets->len;
}

static double
widest_page (AcqPdfPages *self)
{
  double widest = 1;

  for (guint i = 0; i < count_pages (self); i++)
    widest = MAX (widest, acq_pdf_renderer_page_size (self->renderer, i).width);
  return widest;
}

/* Pixels a point when the widget is that wide. */
static double
scale_for (AcqPdfPages *self, int width)
{
  int margin = width >= WIDE_FROM ? WIDE_MARGIN : GAP;

  if (self->zoom != 0)
    return self->zoom / 1000.0 * PIXELS_PER_POINT;
  return CLAMP ((width - 2 * margin) / widest_page (self), 0.05, PIXELS_PER_POINT);
}

static double
current_scale (AcqPdfPages *self)
{
  return scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

static graphene_rect_t
page_area (AcqPdfPages *self, guint page, double scale, int top)
{
  graphene_size_t size = acq_pdf_renderer_page_size (self->renderer, page);
  int width = MAX (1, (int) (size.width * scale + 0.5)), height = MAX (1, (int) (size.height * scale + 0.5));
  int left = MAX (0, (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2);

  return GRAPHENE_RECT_INIT ((float) left, (float) top, (float) width, (float) height);
}

static int
total_height (AcqPdfPages *self, double scale)
{
  int height = GAP;

  for (guint i = 0; i < count_pages (self); i++)
    height += (int) page_area (self, i, scale, 0).size.height + GAP;
  return height;
}

static int
page_top (AcqPdfPages *self, guint page, double scale)
{
  int top = GAP;

  for (guint i = 0; i < page; i++)
    top += (int) page_area (self, i, scale, 0).size.height + GAP;
  return top;
}

/* The page at a height, and how far down it that is: 2.5 is the middle of the third. */
static double
place_at (AcqPdfPages *self, double y, double scale)
{
  int top = GAP;

  for (guint i = 0; i < count_pages (self); i++)
    {
      double height = page_area (self, i, scale, 0).size.height + GAP;

      if (y < top + height)
        return i + MAX (0, (y - top) / height);
      top += (int) height;
    }
  return count_pages (self);
}

static double
height_of (AcqPdfPages *self, double place, double scale)
{
  guint page = MIN ((guint) place, count_pages (self) - 1);
  double height = page_area (self, page, scale, 0).size.height + GAP;

  return page_top (self, page, scale) + (place - page) * height;
}

/* The first and the last page of which something is in sight. FALSE where there is none. */
static gboolean
find_visible (AcqPdfPages *self, guint *ret_first, guint *ret_last)
{
  double scale = current_scale (self), top, bottom;

  if (count_pages (self) == 0 || self->vertical == NULL)
    return FALSE;
  top = gtk_adjustment_get_value (self->vertical);
  bottom = top + gtk_adjustment_get_page_size (self->vertical);
  *ret_first = MIN ((guint) place_at (self, top, scale), count_pages (self) - 1);
  *ret_last = MIN ((guint) place_at (self, bottom, scale), count_pages (self) - 1);
  return TRUE;
}

static void
describe (AcqPdfPages *self)
{
  const char *text = acq_pdf_pages_get_text (self);
  g_autofree char *label = NULL;

  if (count_pages (self) == 0)
    return;
  label = g_strdup_printf (_ ("Letter, page %u of %u"), self->page + 1, count_pages (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text == NULL ? "" : text, -1);
}

/* The page of which the middle of the window shows something. */
static void
find_page (AcqPdfPages *self)
{
  double middle;
  guint page;

  if (count_pages (self) == 0 || self->vertical == NULL)
    return;
  middle = gtk_adjustment_get_value (self->vertical) + gtk_adjustment_get_page_size (self->vertical) / 2.0;
  page = MIN ((guint) place_at (self, middle, current_scale (self)), count_pages (self) - 1);
  if (page == self->page)
    return;
  self->page = page;
  describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/* Device pixels that a page should have. */
static void
wanted_pixels (AcqPdfPages *self, guint page, int *ret_width, int *ret_height)
{
  graphene_rect_t area = page_area (self, page, current_scale (self), 0);
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double pixels = area.size.width * factor * area.size.height * factor;

  if (pixels > MAX_PIXELS)
    factor *= sqrt (MAX_PIXELS / pixels);
  *ret_width = MAX (1, (int) (area.size.width * factor));
  *ret_height = MAX (1, (int) (area.size.height * factor));
}

static gboolean
wants_rendering (AcqPdfPages *self, guint page)
{
  const Sheet *sheet = &g_array_index (self->sheets, Sheet, page);
  int width, height;

  wanted_pixels (self, page, &width, &height);
  return !sheet->failed && sheet->width != width;
}

static void
forget_far_pages (AcqPdfPages *self, guint first, guint last)
{
  for (guint i = 0; i < count_pages (self); i++)
    if (i + N_KEPT < first || i > last + N_KEPT)
      {
        Sheet *sheet = &g_array_index (self->sheets, Sheet, i);

        g_clear_pointer (&sheet->rendering, acq_pdf_rendering_free);
        sheet->width = 0;
      }
}

typedef struct
{
  AcqPdfPages *self;
  guint page;
  int width;
} Render;

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Render *render = user_data;
  g_autoptr (AcqPdfPages) self = render->self;
  g_autoptr (GError) error = NULL;
  AcqPdfRendering *rendering = acq_pdf_renderer_render_finish (ACQ_PDF_RENDERER (source), result, &error);
  Sheet *sheet;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || source != (GObject *) self->renderer)
    {
      acq_pdf_rendering_free (rendering);
      return;
    }
  self->rendering = FALSE;
  sheet = &g_array_index (self->sheets, Sheet, render->page);
  g_clear_pointer (&sheet->rendering, acq_pdf_rendering_free);
  sheet->rendering = rendering;
  sheet->width = render->width;
  sheet->failed = rendering == NULL;
  if (render->page == self->page)
    describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  render_next (self);
}

static void
start_rendering (AcqPdfPages *self, guint page)
{
  Render *render = g_new (Render, 1);
  int height;

  *render = (Render){ g_object_ref (self), page, 0 };
  wanted_pixels (self, page, &render->width, &height);
  self->rendering = TRUE;
  acq_pdf_renderer_render_async (self->renderer, page, render->width, height, self->cancellable, rendered_cb,
                                 render);
}

/* One page after the other: those in sight, then their neighbours. */
static void
render_next (AcqPdfPages *self)
{
  guint first, last;

  if (self->rendering || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !find_visible (self, &first, &last))
    return;
  forget_far_pages (self, first, last);
  for (guint ahead = 0; ahead <= N_AHEAD; ahead++)
    {
      guint start = first > ahead ? first - ahead : 0, end = MIN (last + ahead, count_pages (self) - 1);

      for (guint page = start; page <= end; page++)
        if (wants_rendering (self, page))
          {
            start_rendering (self, page);
            return;
          }
    }
}

static void
scrolled_cb (AcqPdfPages *self)
{
  g_assert (ACQ_IS_PDF_PAGES (self));

  find_page (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  render_next (self);
}

static GtkSizeRequestMode
acq_pdf_pages_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
acq_pdf_pages_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  AcqPdfPages *self = ACQ_PDF_PAGES (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural
        = count_pages (self) == 0 ? 0 : total_height (self, scale_for (self, MAX (for_size, MIN_WIDTH)));
      return;
    }
  *minimum = *natural = MIN_WIDTH;
  if (count_pages (self) > 0 && self->zoom != 0)
    *minimum = *natural = (int) (widest_page (self) * scale_for (self, MIN_WIDTH) + 0.5) + 2 * GAP;
}

/* The window's top stays at its place in the document when the pages have become larger or smaller. */
static void
restore_place (AcqPdfPages *self, int height)
{
  double upper = MAX (height, gtk_adjustment_get_page_size (self->vertical));

  self->keeps_place = FALSE;
  gtk_adjustment_set_upper (self->vertical, upper);
  gtk_adjustment_set_value (self->vertical, height_of (self, self->place, current_scale (self)));
}

static void
acq_pdf_pages_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqPdfPages *self = ACQ_PDF_PAGES (widget);

  if (count_pages (self) == 0 || self->vertical == NULL)
    return;
  if (self->keeps_place)
    restore_place (self, height);
  find_page (self);
  render_next (self);
}

static void
append_sheet (GtkSnapshot *snapshot, const Sheet *sheet, const graphene_rect_t *area)
{
  const GdkRGBA shadow = { 0, 0, 0, 0.28f }, paper = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 3);
  gtk_snapshot_append_color (snapshot, &paper, area);
  if (sheet->rendering != NULL)
    gtk_snapshot_append_texture (snapshot, sheet->rendering->texture, area);
}

static void
acq_pdf_pages_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AcqPdfPages *self = ACQ_PDF_PAGES (widget);
  double scale = current_scale (self);
  guint first, last;
  int top;

  if (!find_visible (self, &first, &last))
    return;
  top = page_top (self, first, scale);
  for (guint i = first; i <= last; i++)
    {
      graphene_rect_t area = page_area (self, i, scale, top);

      append_sheet (snapshot, &g_array_index (self->sheets, Sheet, i), &area);
      top += (int) area.size.height + GAP;
    }
}

static void
acq_pdf_pages_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (acq_pdf_pages_parent_class)->map (widget);
  render_next (ACQ_PDF_PAGES (widget));
}

static void
acq_pdf_pages_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AcqPdfPages *self = ACQ_PDF_PAGES (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_uint (value, self->zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
acq_pdf_pages_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_ZOOM)
    acq_pdf_pages_set_zoom (ACQ_PDF_PAGES (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
acq_pdf_pages_dispose (GObject *object)
{
  AcqPdfPages *self = ACQ_PDF_PAGES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->adjustment_signals);
  g_clear_object (&self->vertical);
  g_clear_object (&self->renderer);
  g_array_set_size (self->sheets, 0);
  G_OBJECT_CLASS (acq_pdf_pages_parent_class)->dispose (object);
}

static void
acq_pdf_pages_finalize (GObject *object)
{
  g_array_unref (ACQ_PDF_PAGES (object)->sheets);
  G_OBJECT_CLASS (acq_pdf_pages_parent_class)->finalize (object);
}

static void
acq_pdf_pages_class_init (AcqPdfPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = acq_pdf_pages_dispose;
  object_class->finalize = acq_pdf_pages_finalize;
  object_class->get_property = acq_pdf_pages_get_property;
  object_class->set_property = acq_pdf_pages_set_property;
  widget_class->get_request_mode = acq_pdf_pages_get_request_mode;
  widget_class->measure = acq_pdf_pages_measure;
  widget_class->size_allocate = acq_pdf_pages_size_allocate;
  widget_class->snapshot = acq_pdf_pages_snapshot;
  widget_class->map = acq_pdf_pages_map;
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | flags);
  properties[PROP_ZOOM] = g_param_spec_uint ("zoom", NULL, NULL, 0, 8000, 0, G_PARAM_READWRITE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
acq_pdf_pages_init (AcqPdfPages *self)
{
  self->sheets = g_array_new (FALSE, TRUE, sizeof (Sheet));
  g_array_set_clear_func (self->sheets, clear_sheet);
  self->cancellable = g_cancellable_new ();
  self->adjustment_signals = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect_swapped (self->adjustment_signals, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_group_connect_swapped (self->adjustment_signals, "changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (render_next), NULL);
}

void
acq_pdf_pages_set_adjustment (AcqPdfPages *self, GtkAdjustment *vertical)
{
  g_return_if_fail (ACQ_IS_PDF_PAGES (self));

  g_set_object (&self->vertical, vertical);
  g_signal_group_set_target (self->adjustment_signals, vertical);
}

void
acq_pdf_pages_set_renderer (AcqPdfPages *self, AcqPdfRenderer *renderer)
{
  g_return_if_fail (ACQ_IS_PDF_PAGES (self));

  if (!g_set_object (&self->renderer, renderer))
    return;
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, g_cancellable_new ());
  g_object_unref (self->cancellable);
  self->rendering = FALSE;
  self->page = 0;
  self->keeps_place = FALSE;
  g_array_set_size (self->sheets, 0);
  if (renderer != NULL)
    g_array_set_size (self->sheets, acq_pdf_renderer_n_pages (renderer));
  if (self->vertical != NULL)
    gtk_adjustment_set_value (self->vertical, 0);
  describe (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
acq_pdf_pages_get_page (AcqPdfPages *self)
{
  g_return_val_if_fail (ACQ_IS_PDF_PAGES (self), 0);

  return self->page;
}

void
acq_pdf_pages_show_page (AcqPdfPages *self, guint page)
{
  double scale;

  g_return_if_fail (ACQ_IS_PDF_PAGES (self));

  if (count_pages (self) == 0 || self->vertical == NULL)
    return;
  scale = current_scale (self);
  gtk_adjustment_set_value (self->vertical, page_top (self, MIN (page, count_pages (self) - 1), scale) - GAP);
}

void
acq_pdf_pages_set_zoom (AcqPdfPages *self, guint zoom)
{
  g_return_if_fail (ACQ_IS_PDF_PAGES (self));

  if (zoom == self->zoom)
    return;
  if (count_pages (self) > 0 && self->vertical != NULL)
    {
      self->place = place_at (self, gtk_adjustment_get_value (self->vertical), current_scale (self));
      self->keeps_place = TRUE;
    }
  self->zoom = zoom;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
acq_pdf_pages_get_zoom (AcqPdfPages *self)
{
  g_return_val_if_fail (ACQ_IS_PDF_PAGES (self), 0);

  return self->zoom;
}

guint
acq_pdf_pages_get_effective_zoom (AcqPdfPages *self)
{
  g_return_val_if_fail (ACQ_IS_PDF_PAGES (self), 0);

  if (self->zoom != 0 || count_pages (self) == 0)
    return self->zoom;
  return MAX (1, (guint) (current_scale (self) / PIXELS_PER_POINT * 1000 + 0.5));
}

gboolean
acq_pdf_pages_is_settled (AcqPdfPages *self)
{
  guint first, last;

  g_return_val_if_fail (ACQ_IS_PDF_PAGES (self), FALSE);

  if (!find_visible (self, &first, &last))
    return FALSE;
  for (guint page = first; page <= last; page++)
    if (wants_rendering (self, page))
      return FALSE;
  return !self->rendering;
}

guint
acq_pdf_pages_n_kept (AcqPdfPages *self)
{
  guint kept = 0;

  g_return_val_if_fail (ACQ_IS_PDF_PAGES (self), 0);

  for (guint i = 0; i < self->sheets->len; i++)
    kept += g_array_index (self->sheets, Sheet, i).rendering != NULL ? 1 : 0;
  return kept;
}

const char *
acq_pdf_pages_get_text (AcqPdfPages *self)
{
  const AcqPdfRendering *rendering;

  g_return_val_if_fail (ACQ_IS_PDF_PAGES (self), NULL);

  if (self->page >= count_pages (self))
    return NULL;
  rendering = g_array_index (self->sheets, Sheet, self->page).rendering;
  return rendering == NULL ? NULL : rendering->text;
}
