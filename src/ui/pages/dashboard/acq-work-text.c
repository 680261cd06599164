/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-work-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-legal-value-text.h"

/* So many names are said; the others are counted. */
#define MAX_NAMES 2

/* How each kind looks and where it leads; the order is that of the enumeration. */
static const struct
{
  const char *icon;
  const char *button;
  const char *page; /* NULL: import */
  const char *target;
  gboolean by_customer; /* leads to the first customer */
} looks[ACQ_N_WORK_KINDS] = {
  { "acq-warning-symbolic", N_ ("View"), "customers", "", TRUE },
  { "acq-question-symbolic", N_ ("Answer…"), "old-items", "", FALSE },
  { "acq-shield-symbolic", N_ ("View"), "reminders", "", FALSE },
  { "acq-bank-symbolic", N_ ("Import…"), NULL, "", FALSE },
  { "acq-mail-symbolic", N_ ("Start"), "session", "", FALSE },
  { "acq-phone-symbolic", N_ ("View"), "reminders", "", TRUE },
  { "acq-bank-symbolic", N_ ("Reconcile"), "bank", "", FALSE },
  { "acq-print-symbolic", N_ ("Print…"), "reminders", "", TRUE },
  { "acq-print-symbolic", N_ ("Print…"), "reminders", "", TRUE },
  { "acq-cheque-symbolic", N_ ("Deposit…"), "deposit", "", FALSE },
  { "acq-mail-symbolic", N_ ("View"), "customers", "", TRUE },
  { "acq-promise-symbolic", N_ ("View"), "customers", "", TRUE },
  { "acq-question-symbolic", N_ ("Decide…"), "reminders", "", TRUE },
  { "acq-customers-symbolic", N_ ("Complete…"), "customers", "", TRUE },
  { "acq-invoice-symbolic", N_ ("Import…"), NULL, "", FALSE },
  { "acq-warning-symbolic", N_ ("View"), "bank", "imports", FALSE },
  { "acq-euro-symbolic", N_ ("Enter…"), "preferences", "rates", FALSE },
};

static char *
join_names (const AcqWorkItem *item)
{
  guint n_customers = item->customers->len;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (n_customers, MAX_NAMES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const AcqCustomer *) g_ptr_array_index (item->customers, i))->name);
  if (n_customers > MAX_NAMES)
    /* Translators: some names, and how many more there are. */
    return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n_customers - MAX_NAMES), names->str,
                            n_customers - MAX_NAMES);
  return g_strdup (names->str);
}

static char *
join_names_and_invoices (const AcqWorkItem *item)
{
  g_autofree char *names = join_names (item);
  g_autofree char *invoices
    = g_strdup_printf (ngettext ("%u invoice", "%u invoices", item->n_invoices), item->n_invoices);

  /* Translators: names of customers, and a number of invoices. */
  return g_strdup_printf (_ ("%s, %s"), names, invoices);
}

static char *
phrase_promises (const AcqWorkItem *item, AcqDay today)
{
  g_autofree char *day = acq_day_text_relative (item->day, today);

  if (item->count > 1 || item->customers->len == 0)
    return g_strdup_printf (ngettext ("%u promise expected", "%u promises expected", item->count), item->count);
  /* Translators: "Promise expected yesterday: Boulangerie Martin". */
  return g_strdup_printf (_ ("Promise expected %s: %s"), day,
                          ((const AcqCustomer *) g_ptr_array_index (item->customers, 0))->name);
}

static char *
phrase_receipts (const AcqWorkItem *item)
{
  if (item->n_sure == 0)
    return g_strdup_printf (ngettext ("%u receipt asks for your opinion", "%u receipts ask for your opinion",
                                      item->count),
                            item->count);
  return g_strdup_printf (ngettext ("%u receipt to reconcile", "%u receipts to reconcile", item->count),
                          item->count);
}

static char *
phrase_rates (const AcqWorkItem *item, AcqDay today)
{
  g_autofree char *half_year = acq_half_year_text (item->day, today);

  switch (item->rates)
    {
    case ACQ_RATES_ADVICE_MISSING:
      return g_strdup (_ ("The rates of this half-year are missing"));
    case ACQ_RATES_ADVICE_SOON:
      /* Translators: "Rates to enter: first half of 2027". */
      return g_strdup_printf (_ ("Rates to enter: %s"), half_year);
    case ACQ_RATES_ADVICE_CONFIRM:
    case ACQ_RATES_ADVICE_NONE:
    default:
      return g_strdup (_ ("The rates of this half-year are to be confirmed"));
    }
}

static char *
phrase_claims (const AcqWorkItem *item, AcqDay today)
{
  g_autofree char *day = acq_day_text (item->day, today);

  /* Translators: claims in insolvency proceedings, and the first deadline. */
  return g_strdup_printf (
    ngettext ("%u claim to declare by %s", "%u claims to declare, the first by %s", item->count), item->count, day);
}

static char *
phrase_claims_detail (const AcqWorkItem *item, AcqDay today)
{
  g_autofree char *names = join_names (item);

  if (item->day < today)
    return g_strdup_printf (_ ("%s: the day has passed, ask a lawyer at once"), names);
  if (item->unpublished)
    return g_strdup_printf (_ ("%s: enter the day on which the BODACC published the judgment"), names);
  return g_strdup_printf (_ ("%s: who misses the day is paid nothing"), names);
}

static char *
phrase_title (const AcqWorkItem *item, AcqDay today)
{
  guint n = item->count;

  switch (item->kind)
    {
    case ACQ_WORK_CLAIMS:
      return phrase_claims (item, today);
    case ACQ_WORK_OLD_ITEMS:
      return g_strdup_printf (ngettext ("%u old invoice without an answer", "%u old invoices without an answer", n),
                              n);
    case ACQ_WORK_RIGHT_TO_SEND:
      return g_strdup_printf (
        ngettext ("%u reminder waits for the right to send", "%u reminders wait for the right to send", n), n);
    case ACQ_WORK_STATEMENT:
      return g_strdup_printf (
        ngettext ("%u reminder waits for a bank statement", "%u reminders wait for a bank statement", n), n);
    case ACQ_WORK_MAILS:
      return g_strdup_printf (ngettext ("%u reminder by email to check", "%u reminders by email to check", n), n);
    case ACQ_WORK_CALLS:
      return g_strdup_printf (ngettext ("%u call to make", "%u calls to make", n), n);
    case ACQ_WORK_RECEIPTS:
      return phrase_receipts (item);
    case ACQ_WORK_NOTICES:
      return g_strdup_printf (ngettext ("%u formal notice to print", "%u formal notices to print", n), n);
    case ACQ_WORK_LETTERS:
      return g_strdup_printf (ngettext ("%u letter to print", "%u letters to print", n), n);
    case ACQ_WORK_CHEQUES:
      return g_strdup_printf (ngettext ("%u cheque to take to the bank", "%u cheques to take to the bank", n), n);
    case ACQ_WORK_ANSWERS:
      return g_strdup_printf (ngettext ("%u answer to read", "%u answers to read", n), n);
    case ACQ_WORK_PROMISES:
      return phrase_promises (item, today);
    case ACQ_WORK_SEQUELS:
      return g_strdup_printf (ngettext ("%u invoice after its last reminder: what follows?",
                                        "%u invoices after their last reminder: what follows?", n),
                              n);
    case ACQ_WORK_CONTACTS:
      return g_strdup_printf (
        ngettext ("%u reminder has no address to go to", "%u reminders have no address to go to", n), n);
    case ACQ_WORK_COPIES:
      return g_strdup_printf (
        ngettext ("%u reminder waits for a copy of the invoice", "%u reminders wait for copies of invoices", n), n);
    case ACQ_WORK_RATES:
      return phrase_rates (item, today);
    case ACQ_WORK_REJECTED_LINES:
    default:
      return g_strdup_printf (ngettext ("%u line of an import was refused", "%u lines of imports were refused", n),
                              n);
    }
}

static char *
phrase_departure (const AcqWorkItem *item, AcqDay today)
{
  g_autofree char *day = NULL;

  if (item->day == today)
    return g_strdup (_ ("To leave today"));
  day = acq_day_text_weekday (item->day, today);
  /* Translators: when mails leave: "Departure on Monday 23 November". */
  return g_strdup_printf (_ ("Departure on %s"), day);
}

static char *
phrase_after_promise (const AcqWorkItem *item, AcqDay today)
{
  g_autofree char *day = acq_day_text_relative (item->until, today);

  if (item->count > 1)
    return join_names (item);
  /* Translators: how long the money of a promise may still come: a day. */
  return g_strdup_printf (_ ("Not kept if nothing arrives by %s"), day);
}

static char *
phrase_statement (const AcqWorkItem *item, AcqDay today)
{
  g_autofree char *day = acq_day_text (item->day, today);

  return g_strdup_printf (_ ("Statement to be completed up to %s"), day);
}

static char *
phrase_detail (const AcqWorkItem *item, AcqDay today)
{
  guint n_questions = item->count - MIN (item->count, item->n_sure);

  switch (item->kind)
    {
    case ACQ_WORK_CLAIMS:
      return phrase_claims_detail (item, today);
    case ACQ_WORK_OLD_ITEMS:
      return g_strdup (_ ("Nothing leaves for them before you have said where they stand"));
    case ACQ_WORK_RIGHT_TO_SEND:
      return g_strdup (_ ("Another computer sends for this company"));
    case ACQ_WORK_STATEMENT:
      return phrase_statement (item, today);
    case ACQ_WORK_MAILS:
      return phrase_departure (item, today);
    case ACQ_WORK_RECEIPTS:
      if (item->n_sure == 0)
        return g_strdup ("");
      if (n_questions == 0)
        return g_strdup (_ ("All are sure: you only have to accept them"));
      /* Translators: of receipts: how many are sure, and how many are not. */
      return g_strdup_printf (_ ("%u sure, %u to look at"), item->n_sure, n_questions);
    case ACQ_WORK_NOTICES:
    case ACQ_WORK_LETTERS:
      return join_names_and_invoices (item);
    case ACQ_WORK_PROMISES:
      return phrase_after_promise (item, today);
    case ACQ_WORK_REJECTED_LINES:
      return g_strdup (_ ("To be mended in the file, or dismissed"));
    case ACQ_WORK_RATES:
      return g_strdup (item->rates == ACQ_RATES_ADVICE_SOON
                         ? _ ("Formal notices need them from its first day on")
                         : _ ("Formal notices with late interest stay drafts until then"));
    case ACQ_WORK_CALLS:
    case ACQ_WORK_CHEQUES:
    case ACQ_WORK_ANSWERS:
    case ACQ_WORK_SEQUELS:
    case ACQ_WORK_CONTACTS:
    case ACQ_WORK_COPIES:
    default:
      return join_names (item);
    }
}

static char *
find_target (const AcqWorkItem *item)
{
  const AcqCustomer *customer = item->customers->len > 0 ? g_ptr_array_index (item->customers, 0) : NULL;

  if (!looks[item->kind].by_customer || customer == NULL || customer->code == NULL)
    return g_strdup (looks[item->kind].target);
  if (g_strcmp0 (looks[item->kind].page, "reminders") == 0)
    return g_strconcat ("customer:", customer->code, NULL);
  return g_strconcat ("code:", customer->code, NULL);
}

AcqWorkText *
acq_work_text_new (const AcqWorkItem *item, AcqDay today)
{
  AcqWorkText *self = g_new0 (AcqWorkText, 1);

  self->icon = looks[item->kind].icon;
  self->title = phrase_title (item, today);
  self->detail = phrase_detail (item, today);
  if (item->has_total)
    self->amount = acq_amount_text_rounded (item->total, item->currency);
  self->button = _ (looks[item->kind].button);
  self->page = looks[item->kind].page;
  self->target = find_target (item);
  return self;
}

void
acq_work_text_free (AcqWorkText *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->detail);
  g_free (self->amount);
  g_free (self->target);
  g_free (self);
}
