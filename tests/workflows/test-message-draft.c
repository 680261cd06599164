/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-call-guide.h"
#include "acq-planner.h"
#include "acq-reminder-draft.h"
#include "random-company.h"

/* A planning of a made-up company, which has no file. */
typedef struct
{
  SmallCompany *company;
  AcqBooks books;
  AcqPlanning planning;
  AcqPlan *plan;
} DraftCase;

static void
draft_case_clear (DraftCase *self)
{
  acq_plan_free (self->plan);
  acq_debt_history_free (self->books.history);
  small_company_free (self->company);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DraftCase, draft_case_clear)

static void
draft_case_init (DraftCase *self, SmallCompany *company)
{
  const AcqPlanRequest *request = small_company_request (company);

  self->company = company;
  g_clear_pointer (&company->ledger->company, acq_company_free);
  company->ledger->company = acq_company_new ();
  acq_company_set (company->ledger->company, "name", "Menuiserie Vauban");
  acq_company_set (company->ledger->company, "iban", "FR7610278000000123456789059");
  self->books = (AcqBooks){ .today = request->today,
                            .ledger = company->ledger,
                            .standings = company->standings,
                            .history = acq_debt_history_new (company->ledger) };
  self->planning = (AcqPlanning){ .books = &self->books,
                                  .ledger = company->ledger,
                                  .standings = company->standings,
                                  .settings = company->settings,
                                  .request = *request };
  self->plan = acq_plan_new (request, request->today + 20);
}

static gboolean
is_in_message (const AcqPlanMessage *message, const char *number)
{
  for (guint i = 0; i < message->items->len; i++)
    if (g_str_equal (g_array_index (message->items, AcqPlanItem, i).invoice->number, number))
      return TRUE;
  return FALSE;
}

/* Every number of the made-up company is F and digits: each one in the text belongs to the message. */
static void
check_numbers (const AcqPlanMessage *message, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\bF[0-9]+\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_found = 0;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 0);

      if (!is_in_message (message, number))
        g_error ("%s belongs to another message:\n%s", number, text);
      n_found++;
    }
  g_assert_cmpuint (n_found, >=, message->items->len);
}

/* Each total is the sum of the lines above it in its table, and all lines together are the message. */
static void
check_sums (const AcqPlanMessage *message, const AcqMailText *text)
{
  gint64 all = 0;

  for (guint i = 0; i < text->blocks->len; i++)
    {
      const AcqMailBlock *block = text->blocks->pdata[i];
      gint64 sum = 0;

      for (guint j = 0; block->kind == ACQ_MAIL_BLOCK_TABLE && j < block->rows->len; j++)
        {
          const AcqMailRow *row = block->rows->pdata[j];

          if (row->kind == ACQ_MAIL_ROW_ITEM)
            sum += row->amount;
          if (row->kind == ACQ_MAIL_ROW_TOTAL)
            g_assert_cmpint (row->amount, ==, sum);
        }
      all += sum;
    }
  g_assert_cmpint (all, ==, message->total);
}

/* One table a debtor, and only invoices of his in it. */
static void
check_accounts (const DraftCase *self, const AcqReminderMail *mail)
{
  for (guint i = 0; i < mail->accounts->len; i++)
    {
      const AcqMailAccount *account = mail->accounts->pdata[i];

      for (guint j = 0; j < account->items->len; j++)
        {
          const AcqMailItem *item = account->items->pdata[j];
          const AcqInvoice *invoice = acq_ledger_find_invoice_by_number (self->company->ledger, item->number);

          g_assert_cmpint (invoice->customer_id, ==, account->customer->id);
          g_assert_true (acq_ledger_find_recipient (self->company->ledger, account->customer) == mail->recipient);
        }
    }
}

static void
check_law (const AcqReminderMail *mail, const char *text)
{
  gboolean professional = FALSE;

  for (guint i = 0; i < mail->accounts->len; i++)
    {
      AcqCustomerKind kind = ((const AcqMailAccount *) mail->accounts->pdata[i])->customer->kind;

      professional = professional || kind == ACQ_CUSTOMER_KIND_COMPANY || kind == ACQ_CUSTOMER_KIND_SOLE_TRADER
                     || kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY;
    }
  g_assert_true ((strstr (text, "indemnité de 40") != NULL) == (professional && mail->tone == ACQ_MAIL_TONE_LAST));
}

static void
check_message (const DraftCase *self, const AcqPlanMessage *message)
{
  const AcqContact *contact = acq_customer_find_email (message->recipient, ACQ_CONTACT_ROLE_PAYS);
  g_autoptr (AcqReminderMail) mail = acq_draft_reminder (&self->planning, message, contact);
  g_autoptr (AcqMailText) text = acq_reminder_mail_write (mail);
  g_autoptr (AcqMailText) guide = acq_call_guide_write (mail);
  g_autofree char *plain = acq_mail_text_to_plain (text);
  g_autofree char *plain_guide = acq_mail_text_to_plain (guide);
  g_autofree char *whole = g_strconcat (text->subject, "\n", plain, NULL);

  check_numbers (message, whole);
  check_numbers (message, plain_guide);
  check_sums (message, text);
  check_sums (message, guide);
  check_accounts (self, mail);
  check_law (mail, plain);
  g_assert_true (
    acq_business_calendar_is_working_day (self->planning.settings->calendar, mail->deadline));
  g_assert_cmpint (mail->deadline, >, message->day);
  g_assert_nonnull (strstr (plain, "IBAN"));
}

static void
test_random_companies (void)
{
  guint n_messages = 0;

  for (int i = 0; i < 60; i++)
    {
      g_auto (DraftCase) self = { 0 };

      draft_case_init (&self, random_company_new ("2026-11-24", RANDOM_COMPANY_ANYTHING));
      for (guint j = 0; j < self.plan->messages->len; j++)
        check_message (&self, self.plan->messages->pdata[j]);
      n_messages += self.plan->messages->len;
    }
  g_assert_cmpuint (n_messages, >, 200);
}

/* A promise is quoted with the day on which it was made, and told apart when something came in since. */
static void
test_broken_promise (void)
{
  g_auto (DraftCase) self = { 0 };
  SmallCompany *company = small_company_new ("2026-11-24");
  AcqCustomer *customer = small_company_add_customer (company, ACQ_CUSTOMER_KIND_COMPANY);
  AcqInvoice *invoice = small_company_add_invoice (company, customer, a_day ("2026-10-01"), 100000);
  AcqNote *promise = small_company_add_note (company, ACQ_NOTE_KIND_PROMISE, invoice);
  AcqNote *call = small_company_add_note (company, ACQ_NOTE_KIND_CALL, invoice);
  g_autoptr (AcqReminderMail) mail = NULL;
  const AcqMailItem *item;

  promise->day = call->day = a_day ("2026-10-20");
  promise->until = a_day ("2026-11-13");
  small_company_add_receipt (company, invoice, a_day ("2026-11-12"), 40000, ACQ_RECEIPT_STATE_CREDITED);
  draft_case_init (&self, company);
  g_assert_cmpuint (self.plan->messages->len, >, 0);
  mail = acq_draft_reminder (&self.planning, self.plan->messages->pdata[0], NULL);
  item = ((const AcqMailAccount *) mail->accounts->pdata[0])->items->pdata[0];
  g_assert_cmpint (item->promise.made, ==, promise->day);
  g_assert_cmpint (item->promise.until, ==, promise->until);
  g_assert_true (item->promise.on_phone);
  g_assert_true (item->promise.partly);
  g_assert_true (item->partial);
  g_assert_cmpint (item->amount, ==, 60000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/message-draft/random-companies", test_random_companies);
  g_test_add_func ("/message-draft/broken-promise", test_broken_promise);
  return g_test_run ();
}
