/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"
#include "acq-scenario-book.h"

G_BEGIN_DECLS

/* What the menu of a scenario does to the company, each with undo. The asker is told where it does not go. */

void acq_scenario_deed_make_default (GtkWidget *asker, AcqOpenCompany *company, const char *code);
void acq_scenario_deed_put_first (GtkWidget *asker, AcqOpenCompany *company, const char *code);
void acq_scenario_deed_remove (GtkWidget *asker, AcqOpenCompany *company, const char *code);

/* Asks where to, and writes it there. */
void acq_scenario_deed_export (GtkWidget *asker, const AcqScenarioEntry *entry);

/* What was read from a file that the user chose: never NULL. */
typedef void (*AcqScenarioReadFunc) (GtkWidget *asker, const AcqScenarioEntry *entry);

/* Asks which file, and reads it. Nothing is kept. */
void acq_scenario_deed_import (GtkWidget *asker, AcqScenarioReadFunc done);

G_END_DECLS
