/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-banner.h"

struct _AcqBanner
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (AcqBanner, acq_banner, GTK_TYPE_WIDGET);

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_BUTTON_LABEL,
  PROP_REVEALED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[1];

GtkWidget *
acq_banner_new (void)
{
  return g_object_new (ACQ_TYPE_BANNER, NULL);
}

void
acq_banner_set_title (AcqBanner *self, const char *title)
{
  g_return_if_fail (ACQ_IS_BANNER (self));
  if (g_strcmp0 (gtk_label_get_label (self->title), title) == 0)
    return;
  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
acq_banner_set_button_label (AcqBanner *self, const char *label)
{
  g_return_if_fail (ACQ_IS_BANNER (self));
  if (g_strcmp0 (gtk_button_get_label (self->button), label) == 0)
    return;
  gtk_button_set_label (self->button, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUTTON_LABEL]);
}

void
acq_banner_set_revealed (AcqBanner *self, gboolean revealed)
{
  g_return_if_fail (ACQ_IS_BANNER (self));
  if (gtk_revealer_get_reveal_child (self->revealer) == revealed)
    return;
  gtk_revealer_set_reveal_child (self->revealer, revealed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

static void
clicked_cb (AcqBanner *self)
{
  g_signal_emit (self, signals[0], 0);
}

static void
acq_banner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqBanner *self = ACQ_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->button));
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, gtk_revealer_get_reveal_child (self->revealer));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_banner_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqBanner *self = ACQ_BANNER (object);

  switch (id)
    {
    case PROP_TITLE:
      acq_banner_set_title (self, g_value_get_string (value));
      break;
    case PROP_BUTTON_LABEL:
      acq_banner_set_button_label (self, g_value_get_string (value));
      break;
    case PROP_REVEALED:
      acq_banner_set_revealed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_banner_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_BANNER);
  G_OBJECT_CLASS (acq_banner_parent_class)->dispose (object);
}

static void
acq_banner_class_init (AcqBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = acq_banner_get_property;
  object_class->set_property = acq_banner_set_property;
  object_class->dispose = acq_banner_dispose;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[0] = g_signal_new ("button-clicked", ACQ_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/fr/acquit/Acquit/ui/adaptive/acq-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, AcqBanner, title);
  gtk_widget_class_bind_template_child (widget_class, AcqBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
acq_banner_init (AcqBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
