/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-facts.h"

#include <glib/gi18n.h>

#include "acq-fact-entry.h"
#include "acq-payer-entry.h"
#include "acq-told-change.h"

/* What one button changes. */
typedef struct
{
  AcqOpenCompany *company;
  char *customer; /* NULL: a note is closed */
  char *key;
  gint64 note_id;
  gboolean is_answer;
} Wish;

static Wish *
wish_new (AcqOpenCompany *company)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->company = g_object_ref (company);
  return wish;
}

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->company);
  g_free (wish->customer);
  g_free (wish->key);
  g_free (wish);
}

static Wish *
wish_copy (const Wish *wish)
{
  Wish *copy = wish_new (wish->company);

  copy->customer = g_strdup (wish->customer);
  copy->key = g_strdup (wish->key);
  copy->note_id = wish->note_id;
  copy->is_answer = wish->is_answer;
  return copy;
}

/* On the company's thread. */
static gboolean
carry_out (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;

  if (wish->customer != NULL)
    return acq_payer_entry_forget (file, wish->customer, wish->key, error);
  return acq_fact_close_note (file, wish->note_id, error);
}

static const char *
name_change (const Wish *wish)
{
  if (wish->customer != NULL)
    return _ ("Payer forgotten");
  return wish->is_answer ? _ ("Answer marked as read") : _ ("Note withdrawn");
}

static void
clicked_cb (GtkButton *button, Wish *wish)
{
  acq_open_company_change_async (wish->company, name_change (wish), carry_out, wish_copy (wish),
                                 (GDestroyNotify) wish_free, NULL, acq_told_change_cb, g_object_ref (button));
}

static void
wish_closed (gpointer data, GClosure *closure)
{
  wish_free (data);
}

static void
carry_out_on_click (GtkWidget *button, Wish *wish)
{
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), wish, wish_closed, 0);
}

void
acq_customer_facts_forget_on_click (GtkWidget *button, AcqOpenCompany *company, const char *customer,
                                    const char *key)
{
  Wish *wish;

  g_return_if_fail (GTK_IS_BUTTON (button));
  wish = wish_new (company);
  wish->customer = g_strdup (customer);
  wish->key = g_strdup (key);
  carry_out_on_click (button, wish);
}

void
acq_customer_facts_close_on_click (GtkWidget *button, AcqOpenCompany *company, const AcqNote *note)
{
  Wish *wish;

  g_return_if_fail (GTK_IS_BUTTON (button));
  wish = wish_new (company);
  wish->note_id = note->id;
  wish->is_answer = note->kind == ACQ_NOTE_KIND_ANSWER;
  carry_out_on_click (button, wish);
}
