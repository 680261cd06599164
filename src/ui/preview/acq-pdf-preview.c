/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-pdf-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-pdf-pages.h"

/* Thousandths of the paper's size. */
static const guint zoom_steps[] = { 250, 330, 500, 670, 800, 1000, 1250, 1500, 2000, 3000, 4000 };

struct _AcqPdfPreview
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AcqPdfPages *pages;
  GtkLabel *page_label;
  GtkButton *zoom_in;
  GtkButton *zoom_out;
  GtkButton *fit_width;
  AdwStatusPage *refused_page;

  /* Owned references */
  GBytes *pdf;
  AcqPdfRenderer *renderer;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AcqPdfPreview, acq_pdf_preview, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PDF,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static guint
n_pages (AcqPdfPreview *self)
{
  return self->renderer == NULL ? 0 : acq_pdf_renderer_n_pages (self->renderer);
}

static void
update_page_label (AcqPdfPreview *self)
{
  g_autofree char *text
    = g_strdup_printf ("%u / %u", acq_pdf_pages_get_page (self->pages) + 1, n_pages (self));

  gtk_label_set_text (self->page_label, text);
}

/* What fits the width depends on a width that may still change: then both ways stay open. */
static void
update_actions (AcqPdfPreview *self)
{
  gboolean has_pages = n_pages (self) > 0;
  guint zoom = acq_pdf_pages_get_zoom (self->pages);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in",
                                 has_pages && zoom < zoom_steps[G_N_ELEMENTS (zoom_steps) - 1]);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out",
                                 has_pages && (zoom == 0 || zoom > zoom_steps[0]));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.fit-width", has_pages && zoom != 0);
}

static void
page_changed_cb (AcqPdfPreview *self)
{
  g_assert (ACQ_IS_PDF_PREVIEW (self));

  update_page_label (self);
  update_actions (self);
}

/* The next step above, or below, what is seen now. */
static void
change_zoom (AcqPdfPreview *self, gboolean larger)
{
  guint zoom = acq_pdf_pages_get_effective_zoom (self->pages);

  for (gsize i = 0; i < G_N_ELEMENTS (zoom_steps); i++)
    {
      guint step = zoom_steps[larger ? i : G_N_ELEMENTS (zoom_steps) - 1 - i];

      if (larger ? step <= zoom : step >= zoom)
        continue;
      acq_pdf_pages_set_zoom (self->pages, step);
      break;
    }
  update_actions (self);
}

static void
zoom_in (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  change_zoom (ACQ_PDF_PREVIEW (widget), TRUE);
}

static void
zoom_out (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  change_zoom (ACQ_PDF_PREVIEW (widget), FALSE);
}

static void
fit_width (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AcqPdfPreview *self = ACQ_PDF_PREVIEW (widget);

  acq_pdf_pages_set_zoom (self->pages, 0);
  update_actions (self);
}

static void
next_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AcqPdfPreview *self = ACQ_PDF_PREVIEW (widget);

  acq_pdf_pages_show_page (self->pages, acq_pdf_pages_get_page (self->pages) + 1);
}

static void
previous_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AcqPdfPreview *self = ACQ_PDF_PREVIEW (widget);
  guint page = acq_pdf_pages_get_page (self->pages);

  acq_pdf_pages_show_page (self->pages, page > 0 ? page - 1 : 0);
}

static void
first_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  acq_pdf_pages_show_page (ACQ_PDF_PREVIEW (widget)->pages, 0);
}

static void
last_page (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  acq_pdf_pages_show_page (ACQ_PDF_PREVIEW (widget)->pages, G_MAXUINT);
}

/* A step is what one turn of the wheel moves. */
static void
scroll_by_step (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AcqPdfPreview *self = ACQ_PDF_PREVIEW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                          + g_variant_get_int32 (parameter)
                                              * gtk_adjustment_get_step_increment (adjustment));
}

/* Turning the wheel with Ctrl zooms. */
static gboolean
scroll_cb (AcqPdfPreview *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  g_assert (ACQ_IS_PDF_PREVIEW (self));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return GDK_EVENT_PROPAGATE;
  change_zoom (self, dy < 0);
  return GDK_EVENT_STOP;
}

static void
show_refusal (AcqPdfPreview *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->refused_page, title);
  adw_status_page_set_description (self->refused_page, description);
  gtk_stack_set_visible_child_name (self->stack, "refused");
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqPdfPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqPdfRenderer) renderer = acq_pdf_renderer_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (renderer == NULL)
    show_refusal (self, _ ("This Document Cannot Be Shown"), _ ("It is damaged, or locked with a password."));
  else
    gtk_stack_set_visible_child_name (self->stack, "pages");
  g_set_object (&self->renderer, renderer);
  acq_pdf_pages_set_renderer (self->pages, renderer);
  page_changed_cb (self);
}

static void
stop_opening (AcqPdfPreview *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
acq_pdf_preview_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PDF)
    g_value_set_boxed (value, ACQ_PDF_PREVIEW (object)->pdf);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
acq_pdf_preview_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_PDF)
    acq_pdf_preview_set_pdf (ACQ_PDF_PREVIEW (object), g_value_get_boxed (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
acq_pdf_preview_dispose (GObject *object)
{
  AcqPdfPreview *self = ACQ_PDF_PREVIEW (object);

  stop_opening (self);
  g_clear_object (&self->renderer);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), ACQ_TYPE_PDF_PREVIEW);
  G_OBJECT_CLASS (acq_pdf_preview_parent_class)->dispose (object);
}

static void
bind_key (GtkWidgetClass *klass, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (klass, key, modifiers, action, NULL);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "preview.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (klass, "preview.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (klass, "preview.fit-width", NULL, fit_width);
  gtk_widget_class_install_action (klass, "preview.next-page", NULL, next_page);
  gtk_widget_class_install_action (klass, "preview.previous-page", NULL, previous_page);
  gtk_widget_class_install_action (klass, "preview.first-page", NULL, first_page);
  gtk_widget_class_install_action (klass, "preview.last-page", NULL, last_page);
  gtk_widget_class_install_action (klass, "preview.scroll", "i", scroll_by_step);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  bind_key (klass, GDK_KEY_plus, 0, "preview.zoom-in");
  bind_key (klass, GDK_KEY_KP_Add, 0, "preview.zoom-in");
  bind_key (klass, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in");
  bind_key (klass, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in");
  bind_key (klass, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in");
  bind_key (klass, GDK_KEY_minus, 0, "preview.zoom-out");
  bind_key (klass, GDK_KEY_KP_Subtract, 0, "preview.zoom-out");
  bind_key (klass, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out");
  bind_key (klass, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out");
  bind_key (klass, GDK_KEY_0, GDK_CONTROL_MASK, "preview.fit-width");
  bind_key (klass, GDK_KEY_KP_0, GDK_CONTROL_MASK, "preview.fit-width");
  bind_key (klass, GDK_KEY_Page_Down, 0, "preview.next-page");
  bind_key (klass, GDK_KEY_KP_Page_Down, 0, "preview.next-page");
  bind_key (klass, GDK_KEY_Page_Up, 0, "preview.previous-page");
  bind_key (klass, GDK_KEY_KP_Page_Up, 0, "preview.previous-page");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, 0, "preview.scroll", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, 0, "preview.scroll", "i", -1);
  bind_key (klass, GDK_KEY_Home, 0, "preview.first-page");
  bind_key (klass, GDK_KEY_End, 0, "preview.last-page");
}

static void
acq_pdf_preview_class_init (AcqPdfPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = acq_pdf_preview_dispose;
  object_class->get_property = acq_pdf_preview_get_property;
  object_class->set_property = acq_pdf_preview_set_property;
  properties[PROP_PDF] = g_param_spec_boxed (
    "pdf", NULL, NULL, G_TYPE_BYTES, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (ACQ_TYPE_PDF_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/preview/acq-pdf-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqPdfPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqPdfPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, AcqPdfPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, AcqPdfPreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, AcqPdfPreview, zoom_in);
  gtk_widget_class_bind_template_child (widget_class, AcqPdfPreview, zoom_out);
  gtk_widget_class_bind_template_child (widget_class, AcqPdfPreview, fit_width);
  gtk_widget_class_bind_template_child (widget_class, AcqPdfPreview, refused_page);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pdfpreview");
  install_actions (widget_class);
  bind_keys (widget_class);
}

static void
acq_pdf_preview_init (AcqPdfPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Letter"), -1);
  acq_pdf_pages_set_adjustment (self->pages, gtk_scrolled_window_get_vadjustment (self->scroller));
  g_signal_connect_object (self->pages, "notify::page", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

GtkWidget *
acq_pdf_preview_new (void)
{
  return g_object_new (ACQ_TYPE_PDF_PREVIEW, NULL);
}

static gboolean
is_same (GBytes *a, GBytes *b)
{
  return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
}

void
acq_pdf_preview_set_pdf (AcqPdfPreview *self, GBytes *pdf)
{
  g_return_if_fail (ACQ_IS_PDF_PREVIEW (self));

  if (is_same (self->pdf, pdf) && (pdf != NULL || n_pages (self) == 0))
    return;
  stop_opening (self);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  if (pdf == NULL)
    {
      g_clear_object (&self->renderer);
      acq_pdf_pages_set_renderer (self->pages, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      update_actions (self);
    }
  else
    {
      self->pdf = g_bytes_ref (pdf);
      self->cancellable = g_cancellable_new ();
      acq_pdf_renderer_open_async (pdf, self->cancellable, opened_cb, g_object_ref (self));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PDF]);
}

GBytes *
acq_pdf_preview_get_pdf (AcqPdfPreview *self)
{
  g_return_val_if_fail (ACQ_IS_PDF_PREVIEW (self), NULL);

  return self->pdf;
}

void
acq_pdf_preview_set_refusal (AcqPdfPreview *self, const char *title, const char *description)
{
  g_return_if_fail (ACQ_IS_PDF_PREVIEW (self) && title != NULL);

  acq_pdf_preview_set_pdf (self, NULL);
  show_refusal (self, title, description);
}
