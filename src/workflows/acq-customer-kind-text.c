/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-kind-text.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *consequence;
} kinds[] = {
  [ACQ_CUSTOMER_KIND_UNKNOWN]
  = { N_ ("Not known yet"), N_ ("Nothing is claimed beside the invoices, and no formal notice is written, "
                                "until you say what this customer is.") },
  [ACQ_CUSTOMER_KIND_COMPANY]
  = { N_ ("Company"), N_ ("Owes late interest and an indemnity of 40 € per invoice.") },
  [ACQ_CUSTOMER_KIND_SOLE_TRADER]
  = { N_ ("Sole trader"), N_ ("Owes late interest and an indemnity of 40 € per invoice.") },
  [ACQ_CUSTOMER_KIND_CONSUMER]
  = { N_ ("Consumer"), N_ ("Owes interest at the legal rate from the formal notice on, and no indemnity.") },
  [ACQ_CUSTOMER_KIND_PUBLIC_BODY]
  = { N_ ("Public body"), N_ ("Has 30 days from the deposit of the invoice, then owes interest and 40 € per "
                              "invoice without being asked.") },
  [ACQ_CUSTOMER_KIND_ASSOCIATION]
  = { N_ ("Association"),
      N_ ("Owes interest at the legal rate from the formal notice on, and no indemnity.") },
  [ACQ_CUSTOMER_KIND_CO_OWNERSHIP]
  = { N_ ("Co-ownership"),
      N_ ("Owes interest at the legal rate from the formal notice on, and no indemnity.") },
};

const char *
acq_customer_kind_text (AcqCustomerKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);
  return _ (kinds[kind].name);
}

const char *
acq_customer_kind_consequence_text (AcqCustomerKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);
  return _ (kinds[kind].consequence);
}

const char *
acq_contact_role_text (AcqContactRole role)
{
  switch (role)
    {
    case ACQ_CONTACT_ROLE_PAYS:
      return _ ("Pays the invoices");
    case ACQ_CONTACT_ROLE_ORDERS:
      return _ ("Orders");
    case ACQ_CONTACT_ROLE_DIRECTS:
      return _ ("Manages");
    case ACQ_CONTACT_ROLE_OTHER:
      return _ ("Other contact");
    }
  g_return_val_if_reached (NULL);
}

char *
acq_payment_terms_text (AcqPaymentTerms terms)
{
  if (!acq_payment_terms_are_known (terms))
    return NULL;
  if (terms.day_of_month > 0)
    return g_strdup_printf (ngettext ("Payment within %1$d day, end of month, on the %2$d",
                                      "Payment within %1$d days, end of month, on the %2$d",
                                      (gulong) terms.days),
                            terms.days, terms.day_of_month);
  if (terms.end_of_month)
    return g_strdup_printf (ngettext ("Payment within %d day, end of month",
                                      "Payment within %d days, end of month", (gulong) terms.days),
                            terms.days);
  if (terms.days == 0)
    return g_strdup (_ ("Payment on receipt"));
  return g_strdup_printf (ngettext ("Payment within %d day", "Payment within %d days", (gulong) terms.days),
                          terms.days);
}
