/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-planning.h"

#include "acq-certainty-settings.h"
#include "acq-scenarios.h"
#include "acq-settings-repository.h"

/* All steps are confirmed by hand for the company's first days with the program. */
#define CONFIRM_DAYS 30

/* What tells this machine from another: the system's id, or the host's name where there is none; hashed, for
   the id itself is nobody's business (machine-id(5)). */
static char *
name_machine (void)
{
  g_autofree char *id = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL) || g_strstrip (id)[0] == '\0')
    {
      g_free (id);
      id = g_strdup (g_get_host_name ());
    }
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
}

gboolean
acq_planning_take_right_to_send (AcqCompanyFile *file, GError **error)
{
  g_autofree char *machine = name_machine ();

  return acq_settings_repository_set (acq_company_file_connection (file), "sending_machine", machine, error);
}

/* TRUE with *ret_value NULL where it was never set. */
static gboolean
get_setting (AcqCompanyFile *file, const char *key, char **ret_value, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *ret_value = acq_settings_repository_get (acq_company_file_connection (file), key, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
load_calendar (AcqCompanyFile *file, AcqDunningSettings *settings, GError **error)
{
  g_autofree char *code = NULL;
  AcqHolidayRegion region;

  if (!get_setting (file, "holiday_region", &code, error))
    return FALSE;
  if (code != NULL && acq_holiday_region_from_code (code, &region))
    {
      acq_business_calendar_free (settings->calendar);
      settings->calendar = acq_business_calendar_new (region);
    }
  return TRUE;
}

static gboolean
load_limits (AcqCompanyFile *file, AcqDunningSettings *settings, GError **error)
{
  g_autofree char *tolerance = NULL;
  g_autofree char *recipients = NULL;
  gint64 amount;

  if (!get_setting (file, "tolerance", &tolerance, error)
      || !get_setting (file, "recipients_a_day", &recipients, error))
    return FALSE;
  if (acq_amount_parse (tolerance, 2, &amount))
    settings->tolerance = amount;
  if (recipients != NULL)
    settings->recipients_a_day = (guint) g_ascii_strtoull (recipients, NULL, 10);
  return TRUE;
}

static gboolean
load_sending (AcqCompanyFile *file, AcqDunningSettings *settings, GError **error)
{
  g_autofree char *machine = NULL;
  g_autofree char *here = name_machine ();
  g_autofree char *created = NULL;
  AcqDay created_on;

  if (!get_setting (file, "sending_machine", &machine, error)
      || !get_setting (file, "created_on", &created, error))
    return FALSE;
  created_on = acq_day_parse_iso (created);
  settings->right_to_send = g_strcmp0 (machine, here) == 0;
  settings->confirm_until = created_on == ACQ_DAY_NONE ? ACQ_DAY_NONE : created_on + CONFIRM_DAYS;
  return TRUE;
}

AcqDunningSettings *
acq_planning_load_settings (AcqCompanyFile *file, GError **error)
{
  g_autoptr (AcqDunningSettings) settings = acq_dunning_settings_new ();

  if (!load_calendar (file, settings, error) || !load_limits (file, settings, error)
      || !load_sending (file, settings, error))
    return NULL;
  return g_steal_pointer (&settings);
}

static void
add_ids (GHashTable *set, const GArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (set, &g_array_index (ids, gint64, i));
}

/* What a receipt could pay is held whether or not a proposal was found: sure ones that nobody has posted yet
   count too. */
static GHashTable *
collect_could_settle (const AcqReconciliation *reconciliation)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < reconciliation->proposals->len; i++)
    {
      const AcqProposal *proposal = reconciliation->proposals->pdata[i];

      add_ids (set, proposal->could_settle);
      for (guint j = 0; j < proposal->allocations->len; j++)
        if (g_array_index (proposal->allocations, AcqProposedAllocation, j).amount > 0)
          g_hash_table_add (set, &g_array_index (proposal->allocations, AcqProposedAllocation, j).invoice_id);
    }
  for (guint i = 0; i < reconciliation->unmatched->len; i++)
    add_ids (set, ((const AcqUnmatchedReceipt *) reconciliation->unmatched->pdata[i])->could_settle);
  return set;
}

AcqPlanning *
acq_planning_new_for_books (AcqCompanyFile *file, AcqBooks *books, GCancellable *cancellable, GError **error)
{
  g_autoptr (AcqPlanning) self = g_new0 (AcqPlanning, 1);
  AcqCertaintyRules rules;

  self->books = acq_books_ref (books);
  self->ledger = books->ledger;
  self->standings = books->standings;
  self->scenarios = acq_scenarios_load (file, error);
  if (self->scenarios == NULL)
    return NULL;
  self->settings = acq_planning_load_settings (file, error);
  if (self->settings == NULL)
    return NULL;
  self->settings->scenario = acq_scenario_book_default (self->scenarios);
  if (!acq_certainty_settings_load (file, &rules, error))
    return NULL;
  self->reconciliation = acq_reconciliation_run (self->ledger, books->today, &rules, cancellable, error);
  if (self->reconciliation == NULL)
    return NULL;
  self->could_settle = collect_could_settle (self->reconciliation);
  self->request.ledger = self->ledger;
  self->request.standings = self->standings;
  self->request.could_settle = self->could_settle;
  self->request.settings = self->settings;
  self->request.today = books->today;
  acq_scenario_book_read_customers (self->scenarios, self->ledger, books->today);
  self->request.find_scenario = acq_scenario_book_lookup;
  self->request.find_scenario_data = self->scenarios;
  return g_steal_pointer (&self);
}

AcqPlanning *
acq_planning_new (AcqCompanyFile *file, GError **error)
{
  g_autoptr (AcqBooks) books = acq_books_load (file, error);

  return books == NULL ? NULL : acq_planning_new_for_books (file, books, NULL, error);
}

void
acq_planning_free (AcqPlanning *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->could_settle, g_hash_table_unref);
  g_clear_pointer (&self->reconciliation, acq_reconciliation_free);
  g_clear_pointer (&self->settings, acq_dunning_settings_free);
  g_clear_pointer (&self->scenarios, acq_scenario_book_free);
  g_clear_pointer (&self->books, acq_books_unref);
  g_free (self);
}
