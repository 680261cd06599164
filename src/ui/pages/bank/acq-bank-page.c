/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-page.h"

#include <glib/gi18n.h>

#include "acq-bank-receipts.h"
#include "acq-destination.h"
#include "acq-imports.h"
#include "acq-operations.h"
#include "acq-view-title.h"

struct _AcqBankPage
{
  AcqPage parent_instance;

  /* Template widgets */
  AcqViewTitle *view_title;
  AdwViewStack *stack;

  /* Owned references */
  AcqOpenCompany *company;

  /* Borrowed references */
  AcqBankReceipts *receipts;
  AcqOperations *operations;
  AdwViewStackPage *receipts_page;
};

static void acq_bank_page_destination_init (AcqDestinationInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqBankPage, acq_bank_page, ACQ_TYPE_PAGE,
                               G_IMPLEMENT_INTERFACE (ACQ_TYPE_DESTINATION, acq_bank_page_destination_init))

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
pending_cb (AcqBankPage *self)
{
  guint n = acq_bank_receipts_get_n_pending (self->receipts);

  g_assert (ACQ_IS_BANK_PAGE (self));
  adw_view_stack_page_set_badge_number (self->receipts_page, n);
}

static gboolean
shows_operations (AcqBankPage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "operations") == 0;
}

/* What is typed is looked for among all bank lines. */
static void
search_cb (AcqBankPage *self)
{
  const char *text = acq_page_get_search_text (ACQ_PAGE (self));

  g_assert (ACQ_IS_BANK_PAGE (self));
  if (text[0] != '\0')
    adw_view_stack_set_visible_child_name (self->stack, "operations");
  acq_operations_set_search (self->operations, text);
}

static void
view_changed_cb (AcqBankPage *self)
{
  g_assert (ACQ_IS_BANK_PAGE (self));
  if (self->operations != NULL && !shows_operations (self))
    acq_page_stop_search (ACQ_PAGE (self));
}

/* A bank line stands where it can be dealt with: as a question, else among all of them. */
static void
open_transaction (AcqBankPage *self, gint64 id)
{
  if (acq_bank_receipts_open (self->receipts, id) || !acq_bank_receipts_is_settled (self->receipts))
    {
      adw_view_stack_set_visible_child_name (self->stack, "receipts");
      return;
    }
  adw_view_stack_set_visible_child_name (self->stack, "operations");
  acq_operations_open (self->operations, id);
}

static void
acq_bank_page_open (AcqDestination *destination, const char *target)
{
  AcqBankPage *self = ACQ_BANK_PAGE (destination);

  if (g_str_has_prefix (target, "transaction:"))
    open_transaction (self, g_ascii_strtoll (target + strlen ("transaction:"), NULL, 10));
  else if (g_str_equal (target, "receipts") || g_str_equal (target, "operations")
           || g_str_equal (target, "imports"))
    adw_view_stack_set_visible_child_name (self->stack, target);
}

static void
acq_bank_page_destination_init (AcqDestinationInterface *iface)
{
  iface->open = acq_bank_page_open;
}

static AdwViewStackPage *
add_view (AcqBankPage *self, GtkWidget *view, const char *name, const char *title, const char *icon)
{
  AdwViewStackPage *page = adw_view_stack_add_titled (self->stack, view, name, title);

  adw_view_stack_page_set_icon_name (page, icon);
  return page;
}

static void
acq_bank_page_constructed (GObject *object)
{
  AcqBankPage *self = ACQ_BANK_PAGE (object);
  GtkWidget *receipts, *operations;

  G_OBJECT_CLASS (acq_bank_page_parent_class)->constructed (object);
  receipts = acq_bank_receipts_new (self->company);
  operations = acq_operations_new (self->company);
  self->receipts = ACQ_BANK_RECEIPTS (receipts);
  self->operations = ACQ_OPERATIONS (operations);
  self->receipts_page = add_view (self, receipts, "receipts", C_ ("view", "Receipts"), "acq-bank-symbolic");
  add_view (self, operations, "operations", C_ ("view", "Bank lines"), "view-list-bullet-symbolic");
  add_view (self, acq_imports_new (self->company), "imports", C_ ("view", "Imports"), "document-open-recent-symbolic");
  g_signal_connect_object (self->receipts, "notify::n-pending", G_CALLBACK (pending_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::search-text", G_CALLBACK (search_cb), NULL);
}

static void
acq_bank_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_BANK_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_bank_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_BANK_PAGE);
  G_OBJECT_CLASS (acq_bank_page_parent_class)->dispose (object);
}

static void
acq_bank_page_finalize (GObject *object)
{
  g_clear_object (&ACQ_BANK_PAGE (object)->company);
  G_OBJECT_CLASS (acq_bank_page_parent_class)->finalize (object);
}

static void
acq_bank_page_class_init (AcqBankPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_bank_page_constructed;
  object_class->set_property = acq_bank_page_set_property;
  object_class->dispose = acq_bank_page_dispose;
  object_class->finalize = acq_bank_page_finalize;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (ACQ_TYPE_VIEW_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/bank/acq-bank-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqBankPage, view_title);
  gtk_widget_class_bind_template_child (widget_class, AcqBankPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
acq_bank_page_init (AcqBankPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
acq_bank_page_new (AcqOpenCompany *company)
{
  return g_object_new (ACQ_TYPE_BANK_PAGE, "company", company, NULL);
}
