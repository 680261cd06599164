/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-window-pages.h"

#include <glib/gi18n.h>

#include "acq-bank-page.h"
#include "acq-customers-page.h"
#include "acq-dashboard-page.h"
#include "acq-invoices-page.h"
#include "acq-old-items-page.h"
#include "acq-reminders-page.h"
#include "acq-scenarios-page.h"
#include "acq-templates-page.h"

static const AcqWindowPage pages[] = {
  { "dashboard", N_ ("Dashboard"), "acq-dashboard-symbolic", acq_dashboard_page_get_type, NULL, NULL },
  { "reminders", N_ ("Reminders"), "acq-mail-symbolic", acq_reminders_page_get_type,
    acq_company_view_count_messages, NULL },
  { "invoices", N_ ("Invoices"), "acq-invoice-symbolic", acq_invoices_page_get_type, NULL, NULL },
  { "customers", N_ ("Customers"), "acq-customers-symbolic", acq_customers_page_get_type, NULL, NULL },
  { "bank", N_ ("Bank"), "acq-bank-symbolic", acq_bank_page_get_type, acq_company_view_count_receipts, NULL },
  { "scenarios", N_ ("Scenarios"), "acq-timeline-symbolic", acq_scenarios_page_get_type, NULL, NULL },
  { "templates", N_ ("Templates"), "acq-template-symbolic", acq_templates_page_get_type, NULL, NULL },
  { "old-items", N_ ("Where do your late invoices stand?"), NULL, acq_old_items_page_get_type, NULL,
    "reminders" },
};

const AcqWindowPage *
acq_window_pages (gsize *ret_n)
{
  *ret_n = G_N_ELEMENTS (pages);
  return pages;
}

const AcqWindowPage *
acq_window_pages_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return &pages[i];
  return NULL;
}
