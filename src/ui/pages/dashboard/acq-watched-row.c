/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-watched-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-customer-name-text.h"
#include "acq-day-text.h"

#define AVATAR_SIZE 32
#define MAX_REASONS 2

static char *
phrase_nothing_paid (const AcqWatchedCustomer *watched, AcqDay today)
{
  g_autofree char *day = NULL;

  if (watched->last_paid == ACQ_DAY_NONE)
    return g_strdup (_ ("Has never paid yet"));
  day = acq_day_text_short (watched->last_paid, today);
  return g_strdup_printf (_ ("Nothing paid since %s"), day);
}

static char *
phrase_dispute (const AcqWatchedCustomer *watched, AcqDay today)
{
  g_autofree char *amount = acq_amount_text_rounded (watched->disputed, ACQ_CURRENCY_EUR);
  int days = watched->disputed_since == ACQ_DAY_NONE ? 0 : today - watched->disputed_since;

  if (days <= 0)
    return g_strdup_printf (_ ("%s in dispute"), amount);
  return g_strdup_printf (ngettext ("%s in dispute for %d day", "%s in dispute for %d days", (gulong) days),
                          amount, days);
}

static char *
phrase_limit (const AcqWatchedCustomer *watched)
{
  g_autofree char *share = acq_number_text ((watched->limit_used + 50) / 100);

  /* Translators: how much of his credit limit a customer uses, in per cent. */
  return g_strdup_printf (_ ("%s %% of the limit"), share);
}

static char *
phrase_overdue (const AcqWatchedCustomer *watched)
{
  g_autofree char *amount = acq_amount_text_rounded (watched->overdue, ACQ_CURRENCY_EUR);

  return g_strdup_printf (_ ("%s overdue"), amount);
}

static char *
phrase_reason (const AcqWatchedCustomer *watched, AcqWatchReason reason, AcqDay today)
{
  switch (reason)
    {
    case ACQ_WATCH_REASON_BROKEN_PROMISE:
      return g_strdup (_ ("Promise not kept"));
    case ACQ_WATCH_REASON_NOTHING_PAID:
      return phrase_nothing_paid (watched, today);
    case ACQ_WATCH_REASON_DISPUTE:
      return phrase_dispute (watched, today);
    case ACQ_WATCH_REASON_OVER_LIMIT:
    case ACQ_WATCH_REASON_NEAR_LIMIT:
      return phrase_limit (watched);
    case ACQ_WATCH_REASON_LARGE_OVERDUE:
    default:
      return phrase_overdue (watched);
    }
}

char *
acq_watched_row_phrase (const AcqWatchedCustomer *watched, AcqDay today)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_said = 0;

  for (guint reason = 0; reason < ACQ_N_WATCH_REASONS && n_said < MAX_REASONS; reason++)
    if (acq_watched_customer_has (watched, (AcqWatchReason) reason))
      {
        g_autofree char *part = phrase_reason (watched, (AcqWatchReason) reason, today);

        g_string_append_printf (text, "%s%s", n_said++ > 0 ? " · " : "", part);
      }
  return g_strdup (text->str);
}

GtkWidget *
acq_watched_row_new (const AcqWatchedCustomer *watched, AcqDay today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *short_name = acq_customer_name_text_short (watched->customer->name);
  GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, short_name, TRUE);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *why = acq_watched_row_phrase (watched, today);
  g_autofree char *title = g_markup_escape_text (watched->customer->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (why, -1);
  g_autofree char *target
    = g_strconcat ("code:", watched->customer->code != NULL ? watched->customer->code : "", NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_widget_set_tooltip_text (row, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  watched->customer->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "customers", target);
  return row;
}
