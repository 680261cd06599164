/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-split-view.h"

#include <adwaita.h>

/* Below this width, in application pixels, sidebar and content do not stand side by side. */
#define FOLD_WIDTH 720

struct _AcqSplitView
{
  GtkWidget parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *sidebar; /* borrowed from the leaflet */
  GtkWidget *content; /* borrowed from the leaflet */
};

G_DEFINE_FINAL_TYPE (AcqSplitView, acq_split_view, GTK_TYPE_WIDGET);

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_FOLDED,
  PROP_SHOW_SIDEBAR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

gboolean
acq_split_view_get_folded (AcqSplitView *self)
{
  g_return_val_if_fail (ACQ_IS_SPLIT_VIEW (self), FALSE);
  return adw_leaflet_get_folded (self->leaflet);
}

static gboolean
shows_sidebar (AcqSplitView *self)
{
  return self->sidebar != NULL && adw_leaflet_get_visible_child (self->leaflet) == self->sidebar;
}

void
acq_split_view_set_show_sidebar (AcqSplitView *self, gboolean show_sidebar)
{
  GtkWidget *child;

  g_return_if_fail (ACQ_IS_SPLIT_VIEW (self));
  child = show_sidebar ? self->sidebar : self->content;
  if (child != NULL)
    adw_leaflet_set_visible_child (self->leaflet, child);
}

static void
folded_cb (AcqSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
visible_child_cb (AcqSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
set_sidebar (AcqSplitView *self, GtkWidget *sidebar)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  AdwLeafletPage *page;

  self->sidebar = sidebar;
  adw_leaflet_append (self->leaflet, sidebar);
  page = adw_leaflet_append (self->leaflet, line);
  adw_leaflet_page_set_navigatable (page, FALSE);
}

static void
set_content (AcqSplitView *self, GtkWidget *content)
{
  self->content = content;
  adw_leaflet_append (self->leaflet, content);
  adw_leaflet_set_visible_child (self->leaflet, content);
}

static void
acq_split_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqSplitView *self = ACQ_SPLIT_VIEW (object);

  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, adw_leaflet_get_folded (self->leaflet));
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, shows_sidebar (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_split_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqSplitView *self = ACQ_SPLIT_VIEW (object);

  switch (id)
    {
    case PROP_SIDEBAR:
      set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      set_content (self, g_value_get_object (value));
      break;
    case PROP_SHOW_SIDEBAR:
      acq_split_view_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_split_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (ACQ_SPLIT_VIEW (widget)->leaflet), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
acq_split_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AcqSplitView *self = ACQ_SPLIT_VIEW (widget);

  adw_leaflet_set_can_unfold (self->leaflet, width >= FOLD_WIDTH);
  gtk_widget_allocate (GTK_WIDGET (self->leaflet), width, height, baseline, NULL);
}

static void
acq_split_view_dispose (GObject *object)
{
  AcqSplitView *self = ACQ_SPLIT_VIEW (object);

  if (self->leaflet != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->leaflet));
  self->leaflet = NULL;
  self->sidebar = NULL;
  self->content = NULL;
  G_OBJECT_CLASS (acq_split_view_parent_class)->dispose (object);
}

static void
acq_split_view_class_init (AcqSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_split_view_get_property;
  object_class->set_property = acq_split_view_set_property;
  object_class->dispose = acq_split_view_dispose;
  properties[PROP_SIDEBAR]
    = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags | G_PARAM_WRITABLE);
  properties[PROP_CONTENT]
    = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags | G_PARAM_WRITABLE);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  properties[PROP_SHOW_SIDEBAR]
    = g_param_spec_boolean ("show-sidebar", NULL, NULL, FALSE, flags | G_PARAM_READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  GTK_WIDGET_CLASS (klass)->measure = acq_split_view_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = acq_split_view_size_allocate;
}

static void
acq_split_view_init (AcqSplitView *self)
{
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->leaflet), GTK_WIDGET (self));
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self);
  g_signal_connect_swapped (self->leaflet, "notify::visible-child", G_CALLBACK (visible_child_cb), self);
}
