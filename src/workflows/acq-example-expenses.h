/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-payments.h"

G_BEGIN_DECLS

/* Adds what a joinery of five spends: wages, contributions, taxes, rent, suppliers (in proportion to what came in that
   month), cards, fees, and transfers between its own accounts; up to the last bank day before today. */
void acq_example_expenses_add (AcqExampleDraft *draft, GPtrArray *movements);

G_END_DECLS
