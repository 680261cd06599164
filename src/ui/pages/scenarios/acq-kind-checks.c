/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-kind-checks.h"

#include "acq-customer-kind-text.h"
#include "acq-widget-children.h"

#define N_KINDS (ACQ_CUSTOMER_KIND_CO_OWNERSHIP + 1)

struct _AcqKindChecks
{
  GtkWidget parent_instance;

  GtkCheckButton *checks[N_KINDS];
  guint kinds;
};

G_DEFINE_FINAL_TYPE (AcqKindChecks, acq_kind_checks, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_KINDS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
toggled_cb (AcqKindChecks *self)
{
  guint kinds = 0;

  for (int i = 0; i < N_KINDS; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      kinds |= ACQ_CUSTOMER_KIND_BIT (i);
  if (kinds == self->kinds)
    return;
  self->kinds = kinds;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KINDS]);
}

guint
acq_kind_checks_get_kinds (AcqKindChecks *self)
{
  g_return_val_if_fail (ACQ_IS_KIND_CHECKS (self), 0);
  return self->kinds;
}

void
acq_kind_checks_set_kinds (AcqKindChecks *self, guint kinds)
{
  g_return_if_fail (ACQ_IS_KIND_CHECKS (self));
  if (kinds == self->kinds)
    return;
  /* Each check tells, and what they all say is then what is wanted already. */
  self->kinds = kinds;
  for (int i = 0; i < N_KINDS; i++)
    {
      g_signal_handlers_block_by_func (self->checks[i], toggled_cb, self);
      gtk_check_button_set_active (self->checks[i], (kinds & ACQ_CUSTOMER_KIND_BIT (i)) != 0);
      g_signal_handlers_unblock_by_func (self->checks[i], toggled_cb, self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KINDS]);
}

static void
acq_kind_checks_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_KINDS)
    g_value_set_uint (value, ACQ_KIND_CHECKS (object)->kinds);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_kind_checks_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_KINDS)
    acq_kind_checks_set_kinds (ACQ_KIND_CHECKS (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_kind_checks_dispose (GObject *object)
{
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_kind_checks_parent_class)->dispose (object);
}

static void
acq_kind_checks_class_init (AcqKindChecksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = acq_kind_checks_dispose;
  object_class->get_property = acq_kind_checks_get_property;
  object_class->set_property = acq_kind_checks_set_property;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  properties[PROP_KINDS]
    = g_param_spec_uint ("kinds", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_kind_checks_init (AcqKindChecks *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  for (int i = 0; i < N_KINDS; i++)
    {
      const char *name = acq_customer_kind_text ((AcqCustomerKind) i);
      GtkWidget *check = gtk_check_button_new_with_label (name);

      self->checks[i] = GTK_CHECK_BUTTON (check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_parent (check, GTK_WIDGET (self));
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
    }
}
