/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-company-setup.h"

#include <glib/gstdio.h>

#include "acq-fact-entry.h"
#include "acq-planning.h"
#include "acq-settings-repository.h"

static gboolean
begin_company (AcqCompanyFile *file, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  char today[ACQ_DAY_ISO_SIZE];

  acq_day_write_iso (acq_clock_today (acq_company_file_clock (file)), today);
  return change != NULL
         && acq_settings_repository_set (acq_company_file_connection (file), "created_on", today, error)
         && acq_planning_take_right_to_send (file, error)
         && acq_change_commit (change, "create", NULL, NULL, error);
}

AcqCompanyFile *
acq_company_setup (const char *path, AcqClock clock, const char *const *assignments, GError **error)
{
  AcqCompanyFile *file = acq_company_file_create (path, clock, error);

  if (file == NULL)
    return NULL;
  if (begin_company (file, error) && acq_fact_set_details (file, assignments, error))
    return file;
  acq_company_file_close (file);
  g_unlink (path);
  return NULL;
}
