/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-customer-sheet.h"

G_BEGIN_DECLS

/**
 * AcqCustomerFiguresCard:
 *
 * The four figures of a customer: outstanding, overdue, habit, promises kept. Each opens what it is made of: the signal
 * "open" carries the code of what the history is to show, "invoices", "payments" or "exchanges".
 */
#define ACQ_TYPE_CUSTOMER_FIGURES_CARD (acq_customer_figures_card_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomerFiguresCard, acq_customer_figures_card, ACQ, CUSTOMER_FIGURES_CARD,
                      GtkWidget)

void acq_customer_figures_card_show (AcqCustomerFiguresCard *self, const AcqCustomerSheet *sheet);

G_END_DECLS
