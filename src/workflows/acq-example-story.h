/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-payments.h"

G_BEGIN_DECLS

/* Adds the invoices on which the last months turn: who pays late, who disputes, who promised what. */
void acq_example_story_add_sales (AcqExampleDraft *draft);
/* Bends some everyday sales of the past: returned payments, an invoice cancelled, differences let go, a compensation,
   amounts prepaid. */
void acq_example_story_bend_past (AcqExampleDraft *draft);
/* Once sales are numbered: notes, the payment plan, cheques in hand. */
void acq_example_story_add_facts (const AcqExampleDraft *draft, AcqLedger *ledger);
/* Adds what came from people who are no customers: nobody can say yet what it is for. */
void acq_example_story_add_strangers (const AcqExampleDraft *draft, GPtrArray *movements);
G_END_DECLS
