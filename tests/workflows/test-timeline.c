/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened with a customer, in its order and in words. */
#include "acq-fact-entry.h"
#include "acq-timeline-text.h"
#include "import-case.h"

#define DAY(text) acq_day_parse_iso (text)

/* Two invoices of one customer, of which one is paid late, and one of another. */
static void
fill (StoreCase *self)
{
  AcqPaymentEntry payment = { .number = "F1", .amount = 120000, .means = ACQ_MEANS_TRANSFER };
  AcqReceiptState state;
  g_autoptr (GError) error = NULL;

  import_case_read (self, "a.csv",
                    INVOICES "F1;01/08/2026;31/08/2026;C1;Perrin Architectes;1200,00;;\n"
                             "F2;22/09/2026;22/10/2026;C1;Perrin Architectes;986,40;;\n"
                             "A1;25/09/2026;;C1;Perrin Architectes;-100,00;;\n"
                             "F9;22/09/2026;22/10/2026;C2;Garage du Stade;50,00;;\n",
                    "4 0 0 0");
  payment.day = DAY ("2026-09-08");
  acq_fact_enter_payment (self->file, &payment, &state, &error);
  g_assert_no_error (error);
}

static void
note (StoreCase *self, AcqNoteKind kind, const char *number, const char *day, const char *until,
      const char *reason)
{
  AcqNoteEntry entry = { .kind = kind, .number = number, .amount = -1, .day = DAY (day), .reason = reason };
  g_autoptr (GError) error = NULL;
  gint64 id;

  entry.until = until == NULL ? ACQ_DAY_NONE : DAY (until);
  if (number == NULL)
    entry.customer = "C1";
  acq_fact_enter_note (self->file, &entry, &id, &error);
  g_assert_no_error (error);
}

static AcqTimeline *
read_timeline (StoreCase *self, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqCompanyView) partial = acq_company_view_read (self->file, &error);
  g_autoptr (AcqCompanyView) view = acq_company_view_complete (partial, self->file, NULL, &error);
  g_autoptr (AcqCustomerAccount) account = NULL;
  const AcqInvoice *invoice;

  g_assert_no_error (error);
  invoice = acq_ledger_find_invoice_by_number (view->books->ledger, number);
  account
    = acq_customer_account_new (view, acq_ledger_find_customer (view->books->ledger, invoice->customer_id));
  return acq_timeline_new (account, g_str_equal (number, "F1") ? NULL : invoice);
}

/* Each line: "day kind amount|title|detail", the newest first; those that are planned left out. */
static char *
write_timeline (const AcqTimeline *timeline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timeline->events->len; i++)
    {
      const AcqTimelineEvent *event = acq_timeline_event (timeline, i);
      g_autofree char *day = acq_day_to_iso (event->day);
      g_autofree char *title = acq_timeline_title_text (timeline, event);
      g_autofree char *detail = acq_timeline_detail_text (timeline, event);
      g_autofree char *amount
        = acq_currency_is_set (event->currency) ? acq_amount_format (event->amount) : g_strdup ("-");

      if (event->kind != ACQ_TIMELINE_PLANNED)
        g_string_append_printf (text, "%s %s %s|%s|%s\n", day, acq_timeline_kind_to_code (event->kind),
                                amount, title, detail);
    }
  return g_string_free (text, FALSE);
}

static void
test_customer (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqTimeline) timeline = NULL;
  g_autofree char *text = NULL;

  fill (self);
  note (self, ACQ_NOTE_KIND_REMINDED, "F2", "2026-10-30", NULL, NULL);
  note (self, ACQ_NOTE_KIND_PROMISE, "F2", "2026-11-02", "2026-11-06", "le règlement part vendredi");
  note (self, ACQ_NOTE_KIND_CALL, NULL, "2026-11-03", NULL, NULL);
  note (self, ACQ_NOTE_KIND_HOLD, NULL, "2026-11-12", "2026-11-25", NULL);
  timeline = read_timeline (self, "F1");
  text = write_timeline (timeline);
  g_assert_cmpstr (
    text, ==,
    "2026-11-12 hold -|On hold until 25\u00a0November|12\u00a0November\n"
    "2026-11-10 promise_broken 986.40|Promise of Friday 6\u00a0November not kept|10\u00a0November · nothing "
    "received 2 "
    "working days later\n"
    "2026-11-03 call -|Call|3\u00a0November\n"
    "2026-11-02 promise 986.40|Promise to pay by Friday 6\u00a0November|2\u00a0November · F2 · “le règlement "
    "part "
    "vendredi”\n"
    "2026-10-30 reminder 986.40|Reminded elsewhere|30\u00a0October · F2\n"
    "2026-09-25 credit_note -100.00|Credit note A1 issued|25\u00a0September\n"
    "2026-09-22 invoice 986.40|Invoice F2 issued|22\u00a0September · due on 22\u00a0October\n"
    "2026-09-08 receipt 1200.00|Transfer received|8\u00a0September · pays F1 · 8 days after the due day\n"
    "2026-08-01 invoice 1200.00|Invoice F1 issued|1\u00a0August · due on 31\u00a0August\n");
}

/* The events of one invoice, and those of its customer as a whole; never another's money. */
static void
test_invoice (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqTimeline) timeline = NULL;
  g_autofree char *text = NULL;

  fill (self);
  note (self, ACQ_NOTE_KIND_DISPUTE, "F2", "2026-11-02", NULL, "porte");
  note (self, ACQ_NOTE_KIND_DISPUTE, "F2", "2026-11-02", NULL, "porte rayée");
  note (self, ACQ_NOTE_KIND_CALL, NULL, "2026-11-03", NULL, NULL);
  timeline = read_timeline (self, "F2");
  text = write_timeline (timeline);
  g_assert_cmpstr (
    text, ==,
    "2026-11-03 call -|Call|3\u00a0November\n"
    "2026-11-02 dispute -|Dispute|2\u00a0November · open for 18 days · “porte rayée”\n"
    "2026-09-22 invoice 986.40|Invoice F2 issued|22\u00a0September · due on 22\u00a0October\n");
}

/* What is planned stands on top, in the words of its step. */
static void
test_planned (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (AcqTimeline) timeline = NULL;
  const AcqTimelineEvent *event;
  g_autofree char *title = NULL;

  fill (self);
  timeline = read_timeline (self, "F9");
  event = acq_timeline_event (timeline, 0);
  g_assert_cmpint (event->kind, ==, ACQ_TIMELINE_PLANNED);
  g_assert_cmpint (event->amount, ==, 5000);
  g_assert_cmpint (event->day, >=, DAY ("2026-11-20"));
  title = acq_timeline_title_text (timeline, event);
  g_assert_cmpstr (title, ==, "Courteous reminder planned");
}

static void
test_groups (void)
{
  g_assert_cmpint (acq_timeline_group_of (ACQ_TIMELINE_CREDIT_NOTE), ==, ACQ_TIMELINE_GROUP_INVOICES);
  g_assert_cmpint (acq_timeline_group_of (ACQ_TIMELINE_RECEIPT), ==, ACQ_TIMELINE_GROUP_PAYMENTS);
  g_assert_cmpint (acq_timeline_group_of (ACQ_TIMELINE_RETURN), ==, ACQ_TIMELINE_GROUP_PAYMENTS);
  g_assert_cmpint (acq_timeline_group_of (ACQ_TIMELINE_REMINDER), ==, ACQ_TIMELINE_GROUP_EXCHANGES);
  g_assert_cmpint (acq_timeline_group_of (ACQ_TIMELINE_PLANNED), ==, ACQ_TIMELINE_GROUP_EXCHANGES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/customer", test_customer);
  g_test_add_func ("/timeline/invoice", test_invoice);
  g_test_add_func ("/timeline/planned", test_planned);
  g_test_add_func ("/timeline/groups", test_groups);
  return g_test_run ();
}
