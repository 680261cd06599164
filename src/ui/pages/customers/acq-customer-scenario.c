/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-scenario.h"

#include <glib/gi18n.h>

#include "acq-customer-details.h"
#include "acq-scenario-text.h"
#include "acq-scenarios.h"
#include "acq-told-change.h"

/* What is chosen for whom; no code: the rules again. */
typedef struct
{
  gint64 customer_id;
  char *customer_code;
  char *code; /* nullable */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->customer_code);
  g_free (choice->code);
  g_free (choice);
}

/* On the company's thread. */
static gboolean
choose (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Choice *choice = data;
  const AcqCustomer customer = { .id = choice->customer_id, .code = choice->customer_code };

  return acq_scenarios_choose_for_customer (file, &customer, choice->code, error);
}

/* What the row's menu works on, for as long as the row is there. */
typedef struct
{
  AcqOpenCompany *company;
  gint64 customer_id;
  char *customer_code;
  GtkWidget *row; /* borrowed: it owns the action group which owns this */
} Chooser;

static void
chooser_free (gpointer data, GClosure *closure)
{
  Chooser *chooser = data;

  g_object_unref (chooser->company);
  g_free (chooser->customer_code);
  g_free (chooser);
}

/* The state follows when the page shows the company as it then is. */
static void
change_state_cb (GSimpleAction *action, GVariant *value, Chooser *chooser)
{
  const char *code = g_variant_get_string (value, NULL);
  Choice *choice = g_new0 (Choice, 1);

  choice->customer_id = chooser->customer_id;
  choice->customer_code = g_strdup (chooser->customer_code);
  choice->code = code[0] == '\0' ? NULL : g_strdup (code);
  acq_open_company_change_async (chooser->company, _ ("Scenario chosen"), choose, choice, choice_free, NULL,
                                 acq_told_change_cb, g_object_ref (chooser->row));
}

static void
insert_action (GtkWidget *row, AcqOpenCompany *company, const AcqCustomer *customer, const char *chosen)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
    "choose", G_VARIANT_TYPE_STRING, g_variant_new_string (chosen != NULL ? chosen : ""));
  Chooser *chooser = g_new0 (Chooser, 1);

  chooser->company = g_object_ref (company);
  chooser->customer_id = customer->id;
  chooser->customer_code = g_strdup (customer->code);
  chooser->row = row;
  g_signal_connect_data (action, "change-state", G_CALLBACK (change_state_cb), chooser, chooser_free, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (row, "scenario", G_ACTION_GROUP (group));
}

static void
add_item (GMenu *menu, const char *words, const char *code)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, "scenario.choose", "s", code);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_button (const AcqScenarioBook *book)
{
  g_autoptr (GMenu) rules = g_menu_new ();
  g_autoptr (GMenu) scenarios = g_menu_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  add_item (rules, _ ("As the Rules Say"), "");
  for (guint i = 0; i < book->entries->len; i++)
    {
      const AcqScenario *scenario = ((const AcqScenarioEntry *) book->entries->pdata[i])->scenario;

      add_item (scenarios, acq_scenario_name_text (scenario), scenario->code);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rules));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (scenarios));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose another scenario for this customer"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose another scenario for this customer"), -1);
  return button;
}

/* The highest level that an invoice which is still owed has been reminded at. */
static int
find_level (const AcqCustomerSheet *sheet)
{
  const AcqLedger *rows = sheet->account->rows;
  int level = 0;

  for (guint i = 0; i < rows->reminders->len; i++)
    {
      const AcqReminder *reminder = rows->reminders->pdata[i];
      const AcqInvoice *invoice = acq_ledger_find_invoice (rows, reminder->invoice_id);

      if (invoice->balance > 0 && !invoice->cancelled)
        level = MAX (level, reminder->level);
    }
  return level;
}

/* How far it has come, and why the customer has it. */
static char *
describe (const AcqCustomerSheet *sheet, const AcqScenario *scenario, AcqScenarioGrounds grounds)
{
  g_autofree char *done = NULL, *why = NULL;
  int level = find_level (sheet);
  int n = scenario->steps[scenario->n_steps - 1].level;

  done = level == 0
           ? g_strdup (_ ("No step done"))
           : g_strdup_printf (ngettext ("Step %1$d of %2$d done", "Step %1$d of %2$d done", (gulong) n),
                              MIN (level, n), n);
  why = acq_scenario_grounds_text (grounds, scenario);
  /* Translators: how far the scenario has come, and why the customer has it. */
  return grounds == ACQ_SCENARIO_BY_DEFAULT ? g_steal_pointer (&done) : g_strdup_printf (_ ("%1$s · %2$s"), done, why);
}

void
acq_customer_scenario_add_row (GtkListBox *list, AcqOpenCompany *company, const AcqCustomerSheet *sheet)
{
  const AcqPlanning *planning = sheet->account->view->planning;
  const AcqCustomer *customer = sheet->account->customer;
  const AcqScenario *scenario;
  AcqScenarioGrounds grounds;
  g_autofree char *title = NULL, *words = NULL;
  AdwActionRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (list));
  if (planning == NULL)
    return;
  scenario = acq_scenario_book_choose (planning->scenarios, customer, NULL, &grounds);
  /* Translators: the name of a scenario. */
  title = g_strdup_printf (_ ("Scenario “%s”"), acq_scenario_name_text (scenario));
  words = describe (sheet, scenario, grounds);
  row = acq_customer_details_add_row (list, title, words);
  insert_action (GTK_WIDGET (row), company, customer,
                 grounds == ACQ_SCENARIO_BY_CUSTOMER ? scenario->code : NULL);
  adw_action_row_add_suffix (row, make_button (planning->scenarios));
}
