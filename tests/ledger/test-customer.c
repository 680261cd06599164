/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer.h"

static const struct
{
  const char *name, *siren, *vat_number;
  AcqCustomerKind kind;
} guesses[] = {
  { "SARL Martin et Fils", NULL, NULL, ACQ_CUSTOMER_KIND_COMPANY },
  { "Lefèvre Bâtiment SAS", NULL, NULL, ACQ_CUSTOMER_KIND_COMPANY },
  { "S.A.R.L. Dupré", NULL, NULL, ACQ_CUSTOMER_KIND_COMPANY },
  { "SCI Les Tilleuls", NULL, NULL, ACQ_CUSTOMER_KIND_COMPANY },
  { "Boulangerie Dupré", "732829320", NULL, ACQ_CUSTOMER_KIND_COMPANY },
  { "Boulangerie Dupré", NULL, "FR44732829320", ACQ_CUSTOMER_KIND_COMPANY },
  { "Boulangerie Dupré", NULL, NULL, ACQ_CUSTOMER_KIND_UNKNOWN },
  { "Sarlat Tourisme", NULL, NULL, ACQ_CUSTOMER_KIND_UNKNOWN },
  { "M. Jean Petit", NULL, NULL, ACQ_CUSTOMER_KIND_CONSUMER },
  { "Mme Maria de Sá", NULL, NULL, ACQ_CUSTOMER_KIND_CONSUMER },
  { "Monsieur et Madame Roux", NULL, NULL, ACQ_CUSTOMER_KIND_CONSUMER },
  { "M. Jean Petit", "732829320", NULL, ACQ_CUSTOMER_KIND_SOLE_TRADER },
  { "Jean Petit EI", NULL, NULL, ACQ_CUSTOMER_KIND_SOLE_TRADER },
  { "Jean Petit, entrepreneur individuel", NULL, NULL, ACQ_CUSTOMER_KIND_SOLE_TRADER },
  { "Commune de Mouthe", NULL, NULL, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "Commune d'Ornans", NULL, NULL, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "Mairie de Dole", "213902010", NULL, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "Communauté de communes du Val", NULL, NULL, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "Hôpital du Jura", "263900001", NULL, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "Lycée Victor", NULL, NULL, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "Restaurant du Lycée", NULL, NULL, ACQ_CUSTOMER_KIND_UNKNOWN },
  { "Association des Amis", NULL, NULL, ACQ_CUSTOMER_KIND_ASSOCIATION },
  { "Syndicat des copropriétaires Les Lilas", NULL, NULL, ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "SDC 12 rue des Lilas", NULL, NULL, ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "Copropriété Le Parc", "732829320", NULL, ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "", NULL, NULL, ACQ_CUSTOMER_KIND_UNKNOWN },
  { NULL, NULL, NULL, ACQ_CUSTOMER_KIND_UNKNOWN },
};

static void
test_guess_kind (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (
        acq_customer_kind_to_code (acq_customer_guess_kind (guesses[i].name, guesses[i].siren, guesses[i].vat_number)), ==,
        acq_customer_kind_to_code (guesses[i].kind));
    }
}

static void
test_contacts (void)
{
  g_autoptr (AcqCustomer) customer = acq_customer_new ();

  g_assert_null (acq_customer_find_email (customer, ACQ_CONTACT_ROLE_PAYS));
  g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_PAYS, "Accounts", NULL, "01 99 00 00 01"));
  g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_DIRECTS, "Head", "head@firm.example", NULL));
  g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_ORDERS, "Site", "site@firm.example", NULL));
  g_assert_cmpstr (acq_customer_find_email (customer, ACQ_CONTACT_ROLE_ORDERS)->name, ==, "Site");
  g_assert_cmpstr (acq_customer_find_email (customer, ACQ_CONTACT_ROLE_PAYS)->name, ==, "Head");
  g_assert_cmpstr (acq_customer_find_phone (customer, ACQ_CONTACT_ROLE_DIRECTS)->name, ==, "Accounts");
}

static void
test_new (void)
{
  g_autoptr (AcqCustomer) customer = acq_customer_new ();

  g_assert_cmpint (customer->kind, ==, ACQ_CUSTOMER_KIND_UNKNOWN);
  g_assert_false (acq_payment_terms_are_known (customer->terms));
  g_assert_cmpint (customer->credit_limit, ==, -1);
  g_assert_cmpint (customer->insolvent_since, ==, ACQ_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/customer/guess-kind", test_guess_kind);
  g_test_add_func ("/customer/contacts", test_contacts);
  g_test_add_func ("/customer/new", test_new);
  return g_test_run ();
}
