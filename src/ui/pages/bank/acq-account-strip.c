/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-account-strip.h"

#include <glib/gi18n.h>
#include <string.h>

#include "acq-account-breaks.h"
#include "acq-amount-text.h"
#include "acq-day-text.h"

/* What of an IBAN tells one account from another. */
#define IBAN_HEAD 4
#define IBAN_TAIL 4

struct _AcqAccountStrip
{
  GtkWidget parent_instance;

  /* Child widgets */
  GtkFlowBox *flow;
};

G_DEFINE_FINAL_TYPE (AcqAccountStrip, acq_account_strip, GTK_TYPE_WIDGET)

static char *
shorten (const char *iban)
{
  gsize length = strlen (iban);

  if (length <= IBAN_HEAD + IBAN_TAIL)
    return g_strdup (iban);
  return g_strdup_printf ("%.*s … %s", IBAN_HEAD, iban, iban + length - IBAN_TAIL);
}

char *
acq_account_strip_name_account (const AcqBankAccount *account)
{
  if (account->bank != NULL && account->name != NULL)
    /* Translators: a bank, and the name of one of its accounts. */
    return g_strdup_printf (_ ("%s, %s"), account->bank, account->name);
  if (account->name != NULL || account->bank != NULL)
    return g_strdup (account->name != NULL ? account->name : account->bank);
  if (account->iban != NULL)
    return shorten (account->iban);
  return g_strdup (account->number != NULL ? account->number : _ ("Bank account"));
}

static char *
tell_day (const AcqBankAccount *account, AcqDay today)
{
  AcqDay day = account->last_covered != ACQ_DAY_NONE ? account->last_covered : account->last_line;
  g_autofree char *text = NULL;

  if (day == ACQ_DAY_NONE)
    return g_strdup (_ ("no statement yet"));
  if (day == today)
    return g_strdup (_ ("today’s statement"));
  if (day == today - 1)
    return g_strdup (_ ("yesterday’s statement"));
  text = acq_day_text (day, today);
  return g_strdup_printf (_ ("statement up to %s"), text);
}

static char *
tell_freshness (const AcqBankAccount *account, AcqDay today)
{
  g_autofree char *day = tell_day (account, today);

  if (strcmp (account->verdict, "ok") == 0)
    /* Translators: how far an account was read: "yesterday’s statement". */
    return g_strdup_printf (_ ("%s, balance verified"), day);
  if (strcmp (account->verdict, "mismatch") == 0)
    return g_strdup_printf (_ ("%s, balance does not add up"), day);
  return g_steal_pointer (&day);
}

static GtkWidget *
label_new (const char *text, const char *style, gboolean at_end)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), at_end ? 1 : 0);
  gtk_widget_add_css_class (label, style);
  if (!at_end)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (label, text);
    }
  return label;
}

static GtkWidget *
column_new (const char *title, const char *caption, gboolean at_end)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail = label_new (caption, "caption", at_end);

  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (column), label_new (title, "heading", at_end));
  gtk_box_append (GTK_BOX (column), detail);
  gtk_widget_set_hexpand (column, !at_end);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  return column;
}

static GtkWidget *
icon_new (const AcqBankAccount *account)
{
  gboolean fits = strcmp (account->verdict, "ok") == 0, fails = strcmp (account->verdict, "mismatch") == 0;
  const char *name = fits ? "acq-check-symbolic" : fails ? "acq-warning-symbolic" : "acq-bank-symbolic";
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, fits ? "acq-done" : fails ? "acq-stop" : "dim-label");
  return icon;
}

static GtkWidget *
balance_new (const AcqBankAccount *account, AcqDay today)
{
  g_autofree char *amount = acq_amount_text (account->closing, account->currency);
  g_autofree char *day
    = account->closing_day == ACQ_DAY_NONE ? NULL : acq_day_text (account->closing_day, today);
  /* Translators: the day of a balance. */
  g_autofree char *caption = day == NULL ? g_strdup ("") : g_strdup_printf (_ ("on %s"), day);

  return column_new (amount, caption, TRUE);
}

static GtkWidget *
card_new (const AcqBankAccount *account, AcqDay today)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = acq_account_strip_name_account (account);
  g_autofree char *freshness = tell_freshness (account, today);
  g_autofree char *iban = account->iban == NULL ? NULL : shorten (account->iban);
  /* Translators: a shortened IBAN, and how far the account was read. */
  g_autofree char *caption
    = iban == NULL ? g_strdup (freshness) : g_strdup_printf (_ ("%s · %s"), iban, freshness);

  GtkWidget *column = column_new (name, caption, FALSE);
  GtkWidget *breaks = acq_account_breaks_new (account, today);

  if (breaks != NULL)
    gtk_box_append (GTK_BOX (column), breaks);
  gtk_box_append (GTK_BOX (card), icon_new (account));
  gtk_box_append (GTK_BOX (card), column);
  if (account->has_closing)
    gtk_box_append (GTK_BOX (card), balance_new (account, today));
  gtk_widget_add_css_class (card, "acq-bank-account");
  return card;
}

void
acq_account_strip_set_accounts (AcqAccountStrip *self, const GPtrArray *accounts, AcqDay today)
{
  GtkFlowBoxChild *child;

  g_return_if_fail (ACQ_IS_ACCOUNT_STRIP (self));
  while ((child = gtk_flow_box_get_child_at_index (self->flow, 0)) != NULL)
    gtk_flow_box_remove (self->flow, GTK_WIDGET (child));
  for (guint i = 0; i < accounts->len; i++)
    {
      GtkWidget *row = gtk_flow_box_child_new ();
      g_autofree char *name = acq_account_strip_name_account (accounts->pdata[i]);

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (row), card_new (accounts->pdata[i], today));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_flow_box_insert (self->flow, row, -1);
    }
  gtk_flow_box_set_max_children_per_line (self->flow, MIN (accounts->len, 2) + (accounts->len == 0));
  gtk_widget_set_visible (GTK_WIDGET (self), accounts->len > 0);
}

static void
acq_account_strip_dispose (GObject *object)
{
  AcqAccountStrip *self = ACQ_ACCOUNT_STRIP (object);

  if (self->flow != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->flow));
  self->flow = NULL;
  G_OBJECT_CLASS (acq_account_strip_parent_class)->dispose (object);
}

static void
acq_account_strip_class_init (AcqAccountStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = acq_account_strip_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
acq_account_strip_init (AcqAccountStrip *self)
{
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  /* Tab would end in a flow box without a control, as it says that it took the focus. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->flow), FALSE);
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Bank accounts"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->flow), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->flow), "acq-bank-accounts");
  gtk_widget_set_parent (GTK_WIDGET (self->flow), GTK_WIDGET (self));
}
