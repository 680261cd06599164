/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-chased-items.h"
#include "acq-plan.h"

G_BEGIN_DECLS

/**
 * AcqSimulation:
 *
 * Days pass: each message leaves on its day, nobody pays, each promise breaks, and the bank stays as fresh as it is. Items
 * wait for the day on which something can change, so that a day costs what happens on it. Messages wait in a queue for
 * one of the day's places, the largest first.
 */
typedef struct _AcqSimulation AcqSimulation;

/* Stands before the request's day. */
AcqSimulation *acq_simulation_new (const AcqPlanRequest *request, AcqDay last);
void acq_simulation_free (AcqSimulation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqSimulation, acq_simulation_free)

/* Lets days pass up to that one (included, at most the last one) and adds what leaves on them. */
void acq_simulation_run (AcqSimulation *self, AcqDay day, GPtrArray *messages);

/* The items as they stand: levels reached and last messages move with the days. */
const AcqChasedItems *acq_simulation_items (const AcqSimulation *self);
/* The day on which the item at that index first left; ACQ_DAY_NONE: it has not. */
AcqDay acq_simulation_first_message (const AcqSimulation *self, guint index);

G_END_DECLS
