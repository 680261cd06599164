/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-columns.h"
#include "acq-customer-figures-card.h"
#include "acq-customer-figures-text.h"
#include "acq-customer-name-text.h"
#include "acq-customer-rules.h"
#include "acq-customer-sheet.h"
#include "acq-filter-chips.h"
#include "acq-release-draft.h"
#include "acq-timeline-view.h"

struct _AcqCustomerPage
{
  AcqPage parent_instance;

  /* Template widgets */
  GtkButton *edit_button;
  GtkMenuButton *add_button;
  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *description;
  AcqCustomerFiguresCard *figures;
  AcqFilterChips *chips;
  AcqTimelineView *timeline;
  AcqCustomerRules *rules;

  AcqOpenCompany *company;
  char *code;              /* of the customer that is shown; NULL: none yet */
  AcqCustomerSheet *sheet; /* NULL until it is worked out */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AcqCustomerPage, acq_customer_page, ACQ_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_COMPANY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* In the order of AcqTimelineShow. */
static const struct
{
  const char *code;
  const char *label;
} shows[] = {
  { "all", NC_ ("timeline", "All") },
  { "invoices", NC_ ("timeline", "Invoices") },
  { "payments", NC_ ("timeline", "Payments") },
  { "exchanges", NC_ ("timeline", "Exchanges") },
};

static void
show_changed_cb (AcqCustomerPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    if (g_strcmp0 (shows[i].code, acq_filter_chips_get_selected (self->chips)) == 0)
      acq_timeline_view_set_show (self->timeline, (AcqTimelineShow) i);
}

static void
add_note_item (GMenu *menu, const char *label, const char *kind, const char *customer)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.add-note", "(sss)", kind, "", customer);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (const char *customer)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) notes = g_menu_new ();
  g_autoptr (GMenu) invoices = g_menu_new ();
  g_autoptr (GMenuItem) invoice = g_menu_item_new (_ ("Invoice…"), NULL);

  add_note_item (notes, _ ("Call…"), "call", customer);
  add_note_item (notes, _ ("Promise to pay…"), "promise", customer);
  add_note_item (notes, _ ("Dispute…"), "dispute", customer);
  add_note_item (notes, _ ("Answer…"), "answer", customer);
  add_note_item (notes, _ ("Hold…"), "hold", customer);
  g_menu_item_set_action_and_target (invoice, "win.add-invoice", "s", customer);
  g_menu_append_item (invoices, invoice);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (notes));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (invoices));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Whether something has been kept back for longer than a year. */
static gboolean
has_retention_due (AcqCustomerPage *self)
{
  const AcqBooks *books = acq_open_company_get_view (self->company)->books;
  g_autoptr (GPtrArray) due
    = acq_retention_list_due (books->ledger, self->sheet->account->customer, NULL, books->today);

  return due->len > 0;
}

static void
show_actions (AcqCustomerPage *self)
{
  g_autoptr (GMenuModel) menu = create_menu (self->code);

  gtk_menu_button_set_menu_model (self->add_button, menu);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit_button), "s", self->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->edit_button), "win.edit-customer");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.remind", self->sheet->figures.n_open > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "customer.release", has_retention_due (self));
}

static void
show_sheet (AcqCustomerPage *self)
{
  const AcqCustomer *customer = self->sheet->account->customer;
  g_autofree char *description = acq_customer_sheet_describe (self->sheet);
  g_autofree char *short_name = acq_customer_name_text_short (customer->name);

  acq_page_set_title (ACQ_PAGE (self), customer->name);
  adw_avatar_set_text (self->avatar, short_name);
  gtk_label_set_label (self->name, customer->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), customer->name);
  gtk_label_set_label (self->description, description);
  acq_customer_figures_card_show (self->figures, self->sheet);
  acq_timeline_view_set_timeline (self->timeline, self->sheet->timeline);
  acq_customer_rules_show (self->rules, self->company, self->sheet);
  show_actions (self);
  gtk_stack_set_visible_child_name (self->stack, "customer");
}

static void
worked_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AcqCustomerPage *self = ACQ_CUSTOMER_PAGE (source);
  AcqCustomerSheet *sheet = g_task_propagate_pointer (G_TASK (result), NULL);

  /* NULL where another customer, or a newer view, has been asked for since. */
  if (sheet == NULL)
    return;
  g_clear_pointer (&self->sheet, acq_customer_sheet_free);
  self->sheet = sheet;
  show_sheet (self);
}

/* What a sheet is made of; the customer is the view's. */
typedef struct
{
  AcqCompanyView *view;
  const AcqCustomer *customer;
} Wish;

static void
wish_free (Wish *wish)
{
  acq_company_view_unref (wish->view);
  g_free (wish);
}

static void
work_out (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Wish *wish = data;

  g_task_return_pointer (task, acq_customer_sheet_new (wish->view, wish->customer),
                         (GDestroyNotify) acq_customer_sheet_free);
}

static const AcqCustomer *
find_customer (const AcqCompanyView *view, const char *code)
{
  const GPtrArray *customers = view->books->ledger->customers;

  for (guint i = 0; i < customers->len; i++)
    if (g_strcmp0 (((const AcqCustomer *) customers->pdata[i])->code, code) == 0)
      return customers->pdata[i];
  return NULL;
}

static void
forget_wish (AcqCustomerPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
view_changed_cb (AcqCustomerPage *self)
{
  const AcqCompanyView *view = acq_open_company_get_view (self->company);
  const AcqCustomer *customer;
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  if (view == NULL || self->code == NULL)
    return;
  forget_wish (self);
  customer = find_customer (view, self->code);
  if (customer == NULL)
    {
      acq_page_set_title (ACQ_PAGE (self), _ ("Customer"));
      gtk_stack_set_visible_child_name (self->stack, "unknown");
      return;
    }
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, worked_out_cb, NULL);
  wish = g_new (Wish, 1);
  *wish = (Wish){ acq_company_view_ref ((AcqCompanyView *) view), customer };
  g_task_set_task_data (task, wish, (GDestroyNotify) wish_free);
  g_task_run_in_thread (task, work_out);
}

void
acq_customer_page_show (AcqCustomerPage *self, const char *code)
{
  g_return_if_fail (ACQ_IS_CUSTOMER_PAGE (self));

  if (g_strcmp0 (code, self->code) == 0)
    return;
  g_free (self->code);
  self->code = g_strdup (code);
  acq_page_set_title (ACQ_PAGE (self), "");
  acq_filter_chips_set_selected (self->chips, shows[0].code);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  view_changed_cb (self);
}

static void
figure_opened_cb (AcqCustomerPage *self, const char *show)
{
  acq_filter_chips_set_selected (self->chips, show);
}

/* The target is the code of a letter model. */
static void
letter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqCustomerPage *self = ACQ_CUSTOMER_PAGE (widget);

  if (self->sheet != NULL)
    gtk_widget_activate_action (widget, "win.write-letter", "(ss)", g_variant_get_string (parameter, NULL),
                                self->code);
}

static void
release_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.release-retention", "(ss)", ACQ_CUSTOMER_PAGE (widget)->code, "");
}

static void
evidence_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqCustomerPage *self = ACQ_CUSTOMER_PAGE (widget);

  if (self->sheet != NULL)
    gtk_widget_activate_action (widget, "win.write-evidence", "s", self->code);
}

static void
remind_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *target = g_strconcat ("customer:", ACQ_CUSTOMER_PAGE (widget)->code, NULL);

  gtk_widget_activate_action (widget, "win.open", "(ss)", "reminders", target);
}

static void
acq_customer_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    g_value_set_object (value, ACQ_CUSTOMER_PAGE (object)->company);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_customer_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPANY)
    ACQ_CUSTOMER_PAGE (object)->company = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_customer_page_constructed (GObject *object)
{
  AcqCustomerPage *self = ACQ_CUSTOMER_PAGE (object);

  G_OBJECT_CLASS (acq_customer_page_parent_class)->constructed (object);
  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    acq_filter_chips_add (self->chips, shows[i].code, g_dpgettext2 (NULL, "timeline", shows[i].label));
  g_signal_connect_object (self->figures, "open", G_CALLBACK (figure_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->company, "notify::view", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
acq_customer_page_dispose (GObject *object)
{
  AcqCustomerPage *self = ACQ_CUSTOMER_PAGE (object);

  forget_wish (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), ACQ_TYPE_CUSTOMER_PAGE);
  g_clear_pointer (&self->sheet, acq_customer_sheet_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_object (&self->company);
  G_OBJECT_CLASS (acq_customer_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/pages/customers/acq-customer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, name);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, description);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, figures);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, chips);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, AcqCustomerPage, rules);
  gtk_widget_class_bind_template_callback (widget_class, show_changed_cb);
}

static void
acq_customer_page_class_init (AcqCustomerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = acq_customer_page_constructed;
  object_class->get_property = acq_customer_page_get_property;
  object_class->set_property = acq_customer_page_set_property;
  object_class->dispose = acq_customer_page_dispose;
  properties[PROP_COMPANY]
    = g_param_spec_object ("company", NULL, NULL, ACQ_TYPE_OPEN_COMPANY,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "customer.letter", "s", letter_action);
  gtk_widget_class_install_action (widget_class, "customer.release", NULL, release_action);
  gtk_widget_class_install_action (widget_class, "customer.evidence", NULL, evidence_action);
  gtk_widget_class_install_action (widget_class, "customer.remind", NULL, remind_action);
  g_type_ensure (ACQ_TYPE_COLUMNS);
  g_type_ensure (ACQ_TYPE_CUSTOMER_FIGURES_CARD);
  g_type_ensure (ACQ_TYPE_CUSTOMER_RULES);
  g_type_ensure (ACQ_TYPE_FILTER_CHIPS);
  g_type_ensure (ACQ_TYPE_TIMELINE_VIEW);
  bind_template (widget_class);
}

static void
acq_customer_page_init (AcqCustomerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
