/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-profile.h"

#include "acq-lateness-habits.h"

struct _AcqCustomerProfiles
{
  GArray *profiles;    /* (element-type AcqCustomerProfile) */
  GHashTable *indices; /* gint64 id inside the customer to index + 1 */
};

static AcqCustomerProfile *
find (const AcqCustomerProfiles *self, gint64 customer_id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, &customer_id));

  return index == 0 ? NULL : &g_array_index (self->profiles, AcqCustomerProfile, index - 1);
}

static void
read_invoices (AcqCustomerProfiles *self, const AcqLedger *ledger)
{
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      AcqCustomerProfile *profile = find (self, invoice->customer_id);

      if (profile == NULL || invoice->cancelled)
        continue;
      if (profile->since == ACQ_DAY_NONE || invoice->issued < profile->since)
        profile->since = invoice->issued;
      if (acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
        profile->outstanding += invoice->balance;
    }
}

AcqCustomerProfiles *
acq_customer_profiles_new (const AcqLedger *ledger, AcqDay today)
{
  AcqCustomerProfiles *self = g_new0 (AcqCustomerProfiles, 1);
  g_autoptr (AcqLatenessHabits) habits = acq_lateness_habits_new (ledger, today, G_MAXINT);

  self->profiles = g_array_sized_new (FALSE, FALSE, sizeof (AcqCustomerProfile), ledger->customers->len);
  self->indices = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < ledger->customers->len; i++)
    {
      AcqCustomer *customer = ledger->customers->pdata[i];
      AcqLatenessHabit habit = acq_lateness_habits_get (habits, customer->id);
      AcqCustomerProfile profile
        = { customer->id, customer->kind, customer->precious, ACQ_DAY_NONE, habit.usual_delay, habit.n_settled, 0 };

      g_array_append_val (self->profiles, profile);
      g_hash_table_insert (self->indices, &customer->id, GUINT_TO_POINTER (self->profiles->len));
    }
  read_invoices (self, ledger);
  for (guint i = 0; i < self->profiles->len; i++)
    {
      AcqCustomerProfile *profile = &g_array_index (self->profiles, AcqCustomerProfile, i);

      profile->outstanding = MAX (profile->outstanding, 0);
    }
  return self;
}

void
acq_customer_profiles_free (AcqCustomerProfiles *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->profiles);
  g_hash_table_unref (self->indices);
  g_free (self);
}

const AcqCustomerProfile *
acq_customer_profiles_get (const AcqCustomerProfiles *self, gint64 customer_id)
{
  return find (self, customer_id);
}
