/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customers-page.h"

#include "acq-customer-list-page.h"
#include "acq-customer-page.h"

struct _AcqCustomersPage
{
  GtkWidget parent_instance;

  AcqOpenCompany *company;
  GtkStack *stack;
  AcqCustomerListPage *list; /* borrowed: in the stack, as is the one below */
  AcqCustomerPage *customer; /* NULL until the first customer is opened */
};

static void acq_customers_page_destination_init (AcqDestinationInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqCustomersPage, acq_customers_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ACQ_TYPE_DESTINATION,
                                                      acq_customers_page_destination_init))

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
shows_customer (AcqCustomersPage *self)
{
  return self->customer != NULL && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->customer);
}

static void
show_list (AcqCustomersPage *self)
{
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", FALSE);
}

static void
show_customer (AcqCustomersPage *self, const char *code)
{
  if (self->customer == NULL)
    {
      self->customer = g_object_new (ACQ_TYPE_CUSTOMER_PAGE, "company", self->company, NULL);
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->customer));
    }
  acq_customer_page_show (self->customer, code);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->customer));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.back", TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->customer), GTK_DIR_TAB_FORWARD);
}

static void
show_action (GtkWidget *widget, const char *action, GVariant *code)
{
  show_customer (ACQ_CUSTOMERS_PAGE (widget), g_variant_get_string (code, NULL));
}

static void
back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqCustomersPage *self = ACQ_CUSTOMERS_PAGE (widget);

  if (!shows_customer (self))
    return;
  show_list (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
acq_customers_page_open (AcqDestination *destination, const char *target)
{
  AcqCustomersPage *self = ACQ_CUSTOMERS_PAGE (destination);

  if (g_str_has_prefix (target, "code:"))
    show_customer (self, target + strlen ("code:"));
  else if (g_str_has_prefix (target, "filter:"))
    {
      acq_customer_list_page_set_filter (self->list, target + strlen ("filter:"));
      show_list (self);
    }
}

static AcqPage *
acq_customers_page_get_page (AcqDestination *destination)
{
  return ACQ_PAGE (gtk_stack_get_visible_child (ACQ_CUSTOMERS_PAGE (destination)->stack));
}

static void
acq_customers_page_destination_init (AcqDestinationInterface *iface)
{
  iface->open = acq_customers_page_open;
  iface->get_page = acq_customers_page_get_page;
}

static void
acq_customers_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    g_value_set_object (value, ACQ_CUSTOMERS_PAGE (object)->company);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_customers_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_CUSTOMERS_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_customers_page_constructed (GObject *object)
{
  AcqCustomersPage *self = ACQ_CUSTOMERS_PAGE (object);

  G_OBJECT_CLASS (acq_customers_page_parent_class)->constructed (object);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  self->list = g_object_new (ACQ_TYPE_CUSTOMER_LIST_PAGE, "company", self->company, NULL);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->list));
  show_list (self);
}

static void
acq_customers_page_dispose (GObject *object)
{
  AcqCustomersPage *self = ACQ_CUSTOMERS_PAGE (object);

  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->stack)));
  self->list = NULL;
  self->customer = NULL;
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_customers_page_parent_class)->dispose (object);
}

static void
acq_customers_page_class_init (AcqCustomersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_customers_page_constructed;
  object_class->get_property = acq_customers_page_get_property;
  object_class->set_property = acq_customers_page_set_property;
  object_class->dispose = acq_customers_page_dispose;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "customers.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "page.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "page.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.back", NULL);
}

static void
acq_customers_page_init (AcqCustomersPage *self)
{
}
