/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-scenario.h"
#include "acq-segment.h"

G_BEGIN_DECLS

/* A scenario of the company, and who gets it. */
typedef struct
{
  AcqScenario *scenario; /* owned */
  GArray *conditions;    /* (element-type AcqSegmentCondition) that all hold for who gets it; empty: nobody by rule */
  gboolean preset;       /* comes with the program */
  gboolean edited;       /* a preset that the company has changed */
} AcqScenarioEntry;

/* Takes the scenario. */
AcqScenarioEntry *acq_scenario_entry_new (AcqScenario *scenario);
AcqScenarioEntry *acq_scenario_entry_copy (const AcqScenarioEntry *self);
/* The same name, steps and conditions. */
gboolean acq_scenario_entry_equal (const AcqScenarioEntry *self, const AcqScenarioEntry *other);
void acq_scenario_entry_free (AcqScenarioEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqScenarioEntry, acq_scenario_entry_free)

/* Why an invoice goes through the scenario that it does: the first of these that says one. */
typedef enum
{
  ACQ_SCENARIO_BY_INVOICE,  /* chosen for it */
  ACQ_SCENARIO_BY_CUSTOMER, /* chosen for its customer */
  ACQ_SCENARIO_BY_RULE,     /* the scenario's own conditions hold */
  ACQ_SCENARIO_BY_DEFAULT,  /* the company's scenario for all others */
} AcqScenarioGrounds;

ACQ_DECLARE_CODES (AcqScenarioGrounds, acq_scenario_grounds)

/**
 * AcqScenarioBook:
 *
 * All scenarios of a company in the order in which their rules are asked, and which of them each invoice goes through. A
 * choice of a scenario that is no longer there counts for nothing.
 */
typedef struct
{
  GPtrArray *entries; /* (element-type AcqScenarioEntry) */
  char *default_code;
  GHashTable *customer_choices; /* gint64 id to code of a scenario; both owned */
  GHashTable *invoice_choices;
  AcqCustomerProfiles *profiles; /* nullable: only rules need them */
  AcqDay today;
} AcqScenarioBook;

/* With the presets alone, for all customers the standard one. */
AcqScenarioBook *acq_scenario_book_new (void);
void acq_scenario_book_free (AcqScenarioBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqScenarioBook, acq_scenario_book_free)

/* NULL where there is none of that code. */
AcqScenarioEntry *acq_scenario_book_find (const AcqScenarioBook *self, const char *code);
/* For customers without one of their own. Never NULL. */
const AcqScenario *acq_scenario_book_default (const AcqScenarioBook *self);

/* Looks at the customers, so that rules can hold. To be called again once the ledger has changed; costs nothing without rules. */
void acq_scenario_book_read_customers (AcqScenarioBook *self, const AcqLedger *ledger, AcqDay today);

/**
 * acq_scenario_book_try:
 * @entry: not kept; in place of the one with its code, else behind all others
 *
 * Returns: (transfer full): the book as it would be, of the same customers
 */
AcqScenarioBook *acq_scenario_book_try (const AcqScenarioBook *self, const AcqScenarioEntry *entry,
                                        const AcqLedger *ledger);

/* Somebody may get it: it is the default, has conditions, or was chosen. */
gboolean acq_scenario_book_is_used (const AcqScenarioBook *self, const AcqScenarioEntry *entry);

/**
 * acq_scenario_book_choose:
 * @invoice: (nullable): %NULL asks about the customer as such
 * @ret_grounds: (out) (optional): why this one
 *
 * Never %NULL.
 */
const AcqScenario *acq_scenario_book_choose (const AcqScenarioBook *self, const AcqCustomer *customer,
                                             const AcqInvoice *invoice, AcqScenarioGrounds *ret_grounds);

/* The book as a way to look scenarios up: an AcqScenarioLookup whose data is the book. */
const AcqScenario *acq_scenario_book_lookup (const AcqCustomer *customer, const AcqInvoice *invoice, gpointer book);

/* How many customers go through each, by its place in the entries. Free it. */
guint *acq_scenario_book_count_customers (const AcqScenarioBook *self, const AcqLedger *ledger);

G_END_DECLS
