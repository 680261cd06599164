/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-view-title.h"

struct _AcqViewTitle
{
  GtkWidget parent_instance;

  /* Child widgets */
  AdwViewSwitcherTitle *switcher;
};

G_DEFINE_FINAL_TYPE (AcqViewTitle, acq_view_title, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STACK,
  PROP_TITLE,
  PROP_TITLE_VISIBLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
title_visible_cb (AcqViewTitle *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE_VISIBLE]);
}

static void
acq_view_title_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqViewTitle *self = ACQ_VIEW_TITLE (object);

  switch (id)
    {
    case PROP_STACK:
      g_value_set_object (value, adw_view_switcher_title_get_stack (self->switcher));
      break;
    case PROP_TITLE:
      g_value_set_string (value, adw_view_switcher_title_get_title (self->switcher));
      break;
    case PROP_TITLE_VISIBLE:
      g_value_set_boolean (value, adw_view_switcher_title_get_title_visible (self->switcher));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_view_title_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqViewTitle *self = ACQ_VIEW_TITLE (object);

  switch (id)
    {
    case PROP_STACK:
      adw_view_switcher_title_set_stack (self->switcher, g_value_get_object (value));
      break;
    case PROP_TITLE:
      adw_view_switcher_title_set_title (self->switcher, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
acq_view_title_dispose (GObject *object)
{
  AcqViewTitle *self = ACQ_VIEW_TITLE (object);

  if (self->switcher != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->switcher));
  self->switcher = NULL;
  G_OBJECT_CLASS (acq_view_title_parent_class)->dispose (object);
}

static void
acq_view_title_class_init (AcqViewTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_view_title_get_property;
  object_class->set_property = acq_view_title_set_property;
  object_class->dispose = acq_view_title_dispose;
  properties[PROP_STACK]
    = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK, flags | G_PARAM_READWRITE);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags | G_PARAM_READWRITE);
  properties[PROP_TITLE_VISIBLE]
    = g_param_spec_boolean ("title-visible", NULL, NULL, FALSE, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
acq_view_title_init (AcqViewTitle *self)
{
  self->switcher = ADW_VIEW_SWITCHER_TITLE (adw_view_switcher_title_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->switcher), GTK_WIDGET (self));
  g_signal_connect_object (self->switcher, "notify::title-visible", G_CALLBACK (title_visible_cb), self,
                           G_CONNECT_SWAPPED);
}
