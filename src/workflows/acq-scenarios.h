/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-scenario-book.h"

G_BEGIN_DECLS

/* The scenarios of a company: the presets, what it changed of them, its own, and who gets which. */

/* (transfer full): without the customers that rules need: see acq_scenario_book_read_customers(). A kept scenario that this
   version of the program cannot read is left alone: a preset is in force as it came, one of the company's own is not there. */
AcqScenarioBook *acq_scenarios_load (AcqCompanyFile *file, GError **error);

/**
 * acq_scenarios_save:
 * @entry: with a new code, or that of the scenario which it replaces
 *
 * Puts it in force. A preset that is again what it was at first, for nobody by rule, is kept as one. Refused with
 * ACQ_WORKFLOW_ERROR_BAD_SCENARIO where the check finds an error; the message is the flaw's code and the step's number.
 */
gboolean acq_scenarios_save (AcqCompanyFile *file, const AcqScenarioEntry *entry, GError **error);

/* A code that no scenario of the company has, made of the name. */
char *acq_scenarios_make_code (const AcqScenarioBook *book, const char *name);

/* Takes one of the company's own away, or a preset back to what it was. Customers and invoices for which one of its own was
   chosen go by the rules again. The company's default cannot go (ACQ_WORKFLOW_ERROR_DEFAULT_SCENARIO). */
gboolean acq_scenarios_remove (AcqCompanyFile *file, const char *code, GError **error);

/* Whose rules are asked before whose: to that place among those that the company changed or made, from 0. A preset as it came has
   no rules: for it there is nothing to do. ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO for an unknown code. */
gboolean acq_scenarios_move (AcqCompanyFile *file, const char *code, guint place, GError **error);

/* The scenario of all others. ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO for an unknown code. */
gboolean acq_scenarios_set_default (AcqCompanyFile *file, const char *code, GError **error);
/* As above inside a change that does more. */
gboolean acq_scenarios_write_default (AcqCompanyFile *file, const char *code, GError **error);

/* For one customer or one invoice, whatever the rules say; NULL code: the rules again. The error is
   ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO for an unknown code. */
gboolean acq_scenarios_choose_for_customer (AcqCompanyFile *file, const AcqCustomer *customer, const char *code,
                                            GError **error);
gboolean acq_scenarios_choose_for_invoice (AcqCompanyFile *file, const AcqInvoice *invoice, const char *code,
                                           GError **error);

G_END_DECLS
