/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-scenario-text.h"

#define WIDTH 640

struct _AcqScenarioList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkListBox *list;
  GPtrArray *codes; /* (element-type utf8) by row */
};

G_DEFINE_FINAL_TYPE (AcqScenarioList, acq_scenario_list, GTK_TYPE_WIDGET)

static void
add_item (GMenu *menu, const char *words, const char *action, const char *code)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, action, "s", code);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (const AcqScenarioEntry *entry, gboolean is_default)
{
  const char *code = entry->scenario->code;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new (), use = g_menu_new (), end = g_menu_new ();

  add_item (copies, _ ("_Edit…"), "scenario.edit", code);
  add_item (copies, _ ("_Duplicate…"), "scenario.duplicate", code);
  add_item (copies, _ ("E_xport…"), "scenario.export", code);
  if (!is_default)
    add_item (use, _ ("For All _Others"), "scenario.default", code);
  if (entry->conditions->len > 0)
    add_item (use, _ ("Ask Its _Rules First"), "scenario.first", code);
  if (!entry->preset && !is_default)
    add_item (end, _ ("_Remove"), "scenario.remove", code);
  if (entry->preset && entry->edited)
    add_item (end, _ ("_Back to the Original"), "scenario.remove", code);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (use));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}

static void
add_pill (AdwActionRow *row, const char *words, const char *css_class)
{
  GtkWidget *pill = gtk_label_new (words);

  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pill, "acq-pill");
  if (css_class != NULL)
    gtk_widget_add_css_class (pill, css_class);
  adw_action_row_add_suffix (row, pill);
}

static void
add_menu (AdwActionRow *row, const AcqScenarioEntry *entry, gboolean is_default)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu (entry, is_default);
  g_autofree char *words = g_strdup_printf (_ ("Menu of “%s”"), acq_scenario_name_text (entry->scenario));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (row, button);
}

static char *
describe (const AcqScenarioEntry *entry, guint n_customers)
{
  g_autofree char *steps = acq_scenario_steps_text (entry->scenario);
  g_autofree char *customers
    = n_customers == 0 ? g_strdup (_ ("no customer"))
                       : g_strdup_printf (ngettext ("%u customer", "%u customers", n_customers), n_customers);

  /* Translators: what a scenario does, and how many customers have it. */
  return g_strdup_printf (_ ("%1$s · %2$s"), steps, customers);
}

static void
append_row (AcqScenarioList *self, const AcqScenarioEntry *entry, guint n_customers, gboolean is_default)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *name = g_markup_escape_text (acq_scenario_name_text (entry->scenario), -1);
  g_autofree char *words = describe (entry, n_customers);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (row, words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "scenario.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", entry->scenario->code);
  if (is_default)
    add_pill (row, _ ("all others"), "information");
  else if (entry->edited)
    add_pill (row, _ ("changed"), NULL);
  add_menu (row, entry, is_default);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  g_ptr_array_add (self->codes, g_strdup (entry->scenario->code));
}

static void
clear (AcqScenarioList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->codes, 0);
}

void
acq_scenario_list_show (AcqScenarioList *self, const AcqPlanning *planning)
{
  const AcqScenarioBook *book = planning->scenarios;
  g_autofree guint *customers = acq_scenario_book_count_customers (book, planning->ledger);

  g_return_if_fail (ACQ_IS_SCENARIO_LIST (self));
  clear (self);
  for (guint i = 0; i < book->entries->len; i++)
    {
      const AcqScenarioEntry *entry = book->entries->pdata[i];

      append_row (self, entry, customers[i], entry->scenario == acq_scenario_book_default (book));
    }
}

void
acq_scenario_list_focus (AcqScenarioList *self, const char *code)
{
  g_return_if_fail (ACQ_IS_SCENARIO_LIST (self));
  for (guint i = 0; i < self->codes->len; i++)
    if (g_strcmp0 (self->codes->pdata[i], code) == 0)
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)));
}

static void
acq_scenario_list_dispose (GObject *object)
{
  AcqScenarioList *self = ACQ_SCENARIO_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  G_OBJECT_CLASS (acq_scenario_list_parent_class)->dispose (object);
}

static void
acq_scenario_list_class_init (AcqScenarioListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = acq_scenario_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_explanation (void)
{
  GtkWidget *label = gtk_label_new (_ ("A scenario says which reminder leaves when. For each invoice, the first of these speaks: "
                                       "a scenario chosen for the invoice, one chosen for its customer, the first in this list "
                                       "whose rules hold, and the one for all others."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
acq_scenario_list_init (AcqScenarioList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 15);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "child", box, "maximum-size", WIDTH, "margin-top", 18, "margin-bottom",
                                   24, "margin-start", 18, "margin-end", 18, NULL);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Scenarios"), -1);
  gtk_box_append (GTK_BOX (box), make_explanation ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
