/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reminder-values.h"

#include <string.h>

#include "acq-french-text.h"
#include "acq-iban.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"
#include "acq-mail-claims.h"
#include "acq-mail-person.h"
#include "acq-mail-table.h"
#include "acq-mail-words.h"

/* More invoices than these are counted in a subject, and more than those in a sentence, instead of being named. */
#define MAX_IN_SUBJECT  3
#define MAX_IN_SENTENCE 6

/* What we put between figures. */
typedef struct
{
  const char *invoice; /* before one number */
  const char *invoices;
  const char *of_invoice; /* the same behind "payment" */
  const char *of_invoices;
  const char *listed_one; /* before a table, as the two below */
  const char *listed_parts; /* of a number */
  const char *listed;       /* of a count */
  const char *concerned_one; /* of a number */
  const char *concerned_few; /* of numbers */
  const char *concerned;    /* of a count */
  const char *first_of_list; /* of a count */
  const char *payment;       /* of an account and a reference */
  const char *hello;
  const char *hello_to; /* before a first name or a civility */
  const char *formal;   /* to nobody in particular */
} Words;

static const Words words_of[] = {
  [ACQ_TONGUE_FRENCH]
  = { "facture", "factures", "de la facture", "des factures", "la facture suivante",
      "les échéances suivantes de la facture {number}", "les {count} factures suivantes",
      "la facture {number}", "les factures {numbers}", "les {count} factures",
      "{count} factures, les premières de la liste",
      "Notre IBAN : {iban}, référence {reference}.", "Bonjour", "Bonjour ", "Madame, Monsieur" },
  [ACQ_TONGUE_ENGLISH]
  = { "invoice", "invoices", "of invoice", "of invoices", "the following invoice",
      "the following instalments of invoice {number}", "the following {count} invoices",
      "invoice {number}", "invoices {numbers}", "the {count} invoices", "{count} invoices, the first ones on the list",
      "Our IBAN: {iban}, reference {reference}.", "Hello", "Dear ", "Sir or Madam" },
};

static const Words *
words (const AcqReminderValues *self)
{
  return &words_of[self->tongue];
}

static void
take (AcqTemplateValues *values, const char *code, char *text)
{
  acq_template_values_take (values, code, text);
}

/* "facture F1", "factures F1, F2 et F3", "cinq factures". */
static char *
name_invoices (const AcqReminderValues *self)
{
  const GPtrArray *numbers = self->scope.numbers;
  const char *noun = numbers->len == 1 ? words (self)->invoice : words (self)->invoices;
  g_autofree char *names = NULL;

  if (numbers->len > MAX_IN_SUBJECT)
    {
      names = acq_mail_count (self->tongue, numbers->len);
      return g_strconcat (names, " ", noun, NULL);
    }
  names = acq_mail_join (self->tongue, numbers);
  return names[0] == '\0' ? NULL : g_strconcat (noun, " ", names, NULL);
}

static char *
list_numbers (const AcqReminderValues *self)
{
  const GPtrArray *numbers = self->scope.numbers;
  g_autofree char *count = acq_mail_count (self->tongue, numbers->len);

  if (numbers->len <= MAX_IN_SENTENCE)
    return acq_mail_join (self->tongue, numbers);
  return acq_letter_text_fill (words (self)->first_of_list, "count", count, NULL);
}

/* "les cinq factures suivantes": what a table is about, without what is added to it. */
static char *
name_listed (const AcqReminderValues *self)
{
  const GPtrArray *numbers = self->scope.numbers;
  g_autofree char *count = acq_mail_count (self->tongue, numbers->len);

  if (numbers->len > 1)
    return acq_letter_text_fill (words (self)->listed, "count", count, NULL);
  if (self->scope.only != NULL)
    return g_strdup (words (self)->listed_one);
  return acq_letter_text_fill (words (self)->listed_parts, "number", numbers->pdata[0], NULL);
}

/* "les cinq factures": the same behind the table; as many as were announced above it, so that none is meant that was added. */
static char *
name_concerned (const AcqReminderValues *self)
{
  const AcqMailScope *scope = &self->scope;
  g_autofree char *count = acq_mail_count (self->tongue, scope->numbers->len);
  g_autofree char *numbers = acq_mail_join (self->tongue, scope->numbers);

  if (scope->mail->accounts->len > 1)
    return list_numbers (self);
  if (scope->numbers->len == 1)
    return acq_letter_text_fill (words (self)->concerned_one, "number", numbers, NULL);
  if (scope->numbers->len <= MAX_IN_SUBJECT)
    return acq_letter_text_fill (words (self)->concerned_few, "numbers", numbers, NULL);
  return acq_letter_text_fill (words (self)->concerned, "count", count, NULL);
}

/* NULL where nobody's civility is known. */
static char *
address_person (const AcqReminderMail *mail, AcqTongue tongue)
{
  char *person = mail->contact == NULL ? NULL : acq_mail_address_person (tongue, mail->contact->name);

  if (person == NULL && mail->recipient->kind == ACQ_CUSTOMER_KIND_CONSUMER)
    person = acq_mail_address_person (tongue, mail->recipient->name);
  return person;
}

char *
acq_reminder_mail_civility (const AcqReminderMail *mail, AcqTongue tongue)
{
  char *person = address_person (mail, tongue);

  return person != NULL ? person : g_strdup (words_of[tongue].formal);
}

static char *
first_name (const AcqReminderValues *self)
{
  const AcqReminderMail *mail = self->scope.mail;

  if (mail->contact != NULL)
    return acq_mail_first_name (mail->contact->name);
  return mail->recipient->kind == ACQ_CUSTOMER_KIND_CONSUMER ? acq_mail_first_name (mail->recipient->name)
                                                             : NULL;
}

/* "Bonjour Madame Perrin"; to a first name where one says "tu"; on paper nobody says hello. */
static char *
greet (const AcqReminderValues *self, const char *person)
{
  gboolean english = self->tongue == ACQ_TONGUE_ENGLISH, on_paper = self->scope.mail->on_paper;
  g_autofree char *first = self->variant == ACQ_TEMPLATE_VARIANT_FR_TU ? first_name (self) : NULL;

  if (self->variant == ACQ_TEMPLATE_VARIANT_FR_TU)
    return first == NULL ? g_strdup (words (self)->hello) : g_strconcat (words (self)->hello_to, first, NULL);
  if (person == NULL && !on_paper)
    return g_strdup (words (self)->hello);
  return g_strconcat (on_paper && !english ? "" : words (self)->hello_to,
                      person == NULL ? words (self)->formal : person, NULL);
}

static void
set_persons (const AcqReminderValues *self)
{
  const AcqReminderMail *mail = self->scope.mail;
  g_autofree char *person = address_person (mail, self->tongue);

  take (self->values, "greeting", greet (self, person));
  take (self->values, "civility", acq_reminder_mail_civility (mail, self->tongue));
  acq_template_values_set (self->values, "customer_name", mail->recipient->name);
}

static void
set_only (const AcqReminderValues *self, const AcqMailItem *item)
{
  const AcqReminderMail *mail = self->scope.mail;

  acq_template_values_set (self->values, "invoice_number", item->number);
  take (self->values, "amount_due", acq_mail_amount (self->tongue, item->amount, mail->currency));
  take (self->values, "due_date", acq_mail_day (self->tongue, item->due, mail->day));
  take (self->values, "despite_reminders", acq_mail_despite (self->tongue, item, mail->day));
}

static void
set_debts (const AcqReminderValues *self)
{
  const AcqMailScope *scope = &self->scope;
  const AcqReminderMail *mail = scope->mail;

  if (scope->only != NULL)
    set_only (self, scope->only);
  if (scope->numbers->len > 0)
    {
      take (self->values, "invoices", name_invoices (self));
      take (self->values, "invoice_numbers", list_numbers (self));
      take (self->values, "concerned_invoices", name_concerned (self));
      take (self->values, "listed_invoices", name_listed (self));
    }
  take (self->values, "item_count", acq_mail_count (self->tongue, scope->n_asked));
  take (self->values, "total_due", acq_mail_amount (self->tongue, scope->asked, mail->currency));
  take (self->values, "message_date", acq_mail_day (self->tongue, mail->day, mail->day));
  if (mail->deadline != ACQ_DAY_NONE)
    take (self->values, "deadline",
          mail->on_paper ? acq_mail_full_weekday (self->tongue, mail->deadline)
                         : acq_mail_weekday (self->tongue, mail->deadline, mail->day));
}

static gint64
sum_of_all (const AcqReminderMail *mail)
{
  gint64 sum = 0;

  for (guint i = 0; i < mail->accounts->len; i++)
    {
      const AcqMailAccount *account = mail->accounts->pdata[i];

      for (guint j = 0; j < account->items->len; j++)
        sum += ((const AcqMailItem *) account->items->pdata[j])->amount;
    }
  return sum;
}

static void
set_events (const AcqReminderValues *self)
{
  const AcqReminderMail *mail = self->scope.mail;

  take (self->values, "balance", acq_mail_amount (self->tongue, sum_of_all (mail), mail->currency));
  if (mail->payment.day != ACQ_DAY_NONE)
    {
      take (self->values, "payment_amount",
            acq_mail_amount (self->tongue, mail->payment.amount, mail->currency));
      take (self->values, "payment_date", acq_mail_day (self->tongue, mail->payment.day, mail->day));
    }
  if (mail->dispute.day != ACQ_DAY_NONE)
    {
      take (self->values, "dispute_date", acq_mail_day (self->tongue, mail->dispute.day, mail->day));
      acq_template_values_set (self->values, "dispute_reason", mail->dispute.reason);
    }
}

static gboolean
is_by_agent (const AcqReminderMail *mail)
{
  return mail->accounts->len > 1
         || ((const AcqMailAccount *) mail->accounts->pdata[0])->customer != mail->recipient;
}

static void
set_flags (const AcqReminderValues *self)
{
  const AcqMailScope *scope = &self->scope;
  const AcqReminderMail *mail = scope->mail;
  const char *signatory = mail->company->signatory;
  const struct
  {
    const char *code;
    gboolean flag;
  } flags[] = {
    { "one_invoice", scope->only != NULL },
    { "partial", scope->partial },
    { "broken_promise", scope->promises->len > 0 },
    { "added_items", scope->n_asked > scope->n_level },
    { "all_reminded", scope->n_level > 0 && scope->n_reminded == scope->n_level },
    { "several_debtors", mail->accounts->len > 1 },
    { "by_agent", is_by_agent (mail) },
    { "personal", signatory != NULL && signatory[0] != '\0' },
    { "on_paper", mail->on_paper },
    { "nothing_overdue", scope->n_asked == 0 || mail->tone == ACQ_MAIL_TONE_INFORMATIVE },
    { "retention", mail->tone == ACQ_MAIL_TONE_RELEASE },
    { "pay_in_parts", mail->tone == ACQ_MAIL_TONE_PROPOSAL },
    { "last_step", mail->tone == ACQ_MAIL_TONE_LAST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    acq_template_values_set_flag (self->values, flags[i].code, flags[i].flag);
}

/* "vendredi 13", with the month where it is another than that of the day before it in the sentence. */
static char *
promised_day (const AcqReminderValues *self, const AcqMailPromise *promise)
{
  g_autofree char *whole = acq_mail_weekday (self->tongue, promise->until, self->scope.mail->day);
  int made_month, until_month;

  acq_day_get (promise->made, NULL, &made_month, NULL);
  acq_day_get (promise->until, NULL, &until_month, NULL);
  if (self->tongue == ACQ_TONGUE_ENGLISH || made_month != until_month
      || acq_day_year (promise->made) != acq_day_year (promise->until))
    return g_steal_pointer (&whole);
  return g_strndup (whole, (gsize) (strstr (whole, ACQ_WIDE_SPACE) - whole));
}

static void
add_promise (const AcqReminderValues *self, const AcqMailPromise *promise)
{
  AcqTemplateValues *turn = acq_template_values_add_turn (self->values, "promise");
  guint n_items;
  gboolean partly;
  g_autoptr (GPtrArray) numbers = acq_mail_scope_list_promised (&self->scope, promise, &n_items, &partly);
  g_autofree char *names = acq_mail_join (self->tongue, numbers);

  take (turn, "promise_made", acq_mail_day (self->tongue, promise->made, self->scope.mail->day));
  take (turn, "promise_day", promised_day (self, promise));
  if (n_items != self->scope.n_asked)
    take (turn, "promise_invoices",
          g_strconcat (numbers->len == 1 ? words (self)->of_invoice : words (self)->of_invoices, " ", names,
                       NULL));
  acq_template_values_set_flag (turn, "promise_by_phone", promise->on_phone);
  acq_template_values_set_flag (turn, "promise_partly", partly);
}

static void
add_item (const AcqReminderValues *self, const AcqMailItem *item)
{
  const AcqReminderMail *mail = self->scope.mail;
  AcqTemplateValues *turn = acq_template_values_add_turn (self->values, "item");
  gboolean upcoming = acq_reminder_mail_is_upcoming (mail, item);

  acq_template_values_set (turn, "item_number", item->number);
  take (turn, "item_due_date", acq_mail_day (self->tongue, item->due, mail->day));
  take (turn, "item_amount", acq_mail_amount (self->tongue, item->amount, mail->currency));
  take (turn, "item_reminders", acq_mail_reminder_days (self->tongue, item, mail->day));
  acq_template_values_set_flag (turn, "item_below", item->below && !upcoming);
  acq_template_values_set_flag (turn, "item_upcoming", upcoming);
}

static void
add_debtor (const AcqReminderValues *self, const AcqMailAccount *account)
{
  const AcqReminderMail *mail = self->scope.mail;
  AcqTemplateValues *turn = acq_template_values_add_turn (self->values, "debtor");

  acq_template_values_set (turn, "debtor_name", account->customer->name);
  take (turn, "debtor_total",
        acq_mail_amount (self->tongue, acq_mail_scope_asked_of (&self->scope, account), mail->currency));
  take (turn, "debtor_claims", acq_mail_claims_write (mail, account, self->tongue));
  acq_template_values_set_flag (turn, "claims_without_figures",
                                acq_mail_claims_apply (account)
                                  && acq_template_values_get (turn, "debtor_claims")[0] == '\0');
  acq_template_values_set_flag (turn, "penalties_apply", acq_mail_claims_apply (account));
  acq_template_values_set_flag (turn, "public_body",
                                account->customer->kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY);
  for (guint i = 0; i < account->items->len; i++)
    add_item (self, account->items->pdata[i]);
}

static char *
write_iban (const AcqReminderMail *mail)
{
  const char *iban = mail->company->iban;

  return iban == NULL || iban[0] == '\0' ? NULL : acq_iban_format (iban, ACQ_WIDE_SPACE);
}

/* Account and reference; NULL where it is not ours to be paid, or not given. */
static char *
write_payment (const AcqReminderValues *self, const AcqMailAccount *account)
{
  g_autofree char *iban = write_iban (self->scope.mail);
  g_autofree char *reference = acq_mail_scope_reference (&self->scope, account);
  g_autofree char *sentence = NULL;

  if (iban == NULL || reference == NULL)
    return NULL;
  sentence = acq_mail_typeset (self->tongue, words (self)->payment);
  return acq_letter_text_fill (sentence, "iban", iban, "reference", reference, NULL);
}

/* place: of the account, from 1. */
static void
take_payment (AcqMailText *text, const AcqReminderValues *self, guint place)
{
  AcqMailBlock *block = acq_mail_text_take (
    text, ACQ_MAIL_BLOCK_PAYMENT, write_payment (self, self->scope.mail->accounts->pdata[place - 1]));

  if (block != NULL)
    block->account = place;
}

/* Where several debtors stand in one mail, each has his name, his table, and his way to pay. */
static void
add_tables (AcqMailText *text, gpointer data)
{
  const AcqReminderValues *self = data;
  const GPtrArray *accounts = self->scope.mail->accounts;

  for (guint i = 0; i < accounts->len; i++)
    {
      const AcqMailAccount *account = accounts->pdata[i];
      AcqMailBlock *table;

      if (accounts->len > 1 || account->customer != self->scope.mail->recipient)
        acq_mail_text_take (text, ACQ_MAIL_BLOCK_HEADING, acq_french_printable (account->customer->name));
      table = acq_mail_text_add_table (text);
      table->account = i + 1;
      acq_mail_table_fill (table, self->scope.mail, account, self->tongue);
      if (accounts->len > 1)
        take_payment (text, self, i + 1);
    }
}

static void
add_payment (AcqMailText *text, gpointer data)
{
  const AcqReminderValues *self = data;

  if (self->scope.mail->accounts->len == 1)
    take_payment (text, self, 1);
}

static void
set_payment (const AcqReminderValues *self)
{
  const AcqReminderMail *mail = self->scope.mail;
  g_autofree char *reference
    = mail->accounts->len == 1 ? acq_mail_scope_reference (&self->scope, mail->accounts->pdata[0]) : NULL;

  acq_template_values_set_block (self->values, "payment_details", add_payment, (gpointer) self);
  if (reference == NULL)
    return;
  take (self->values, "reference", g_steal_pointer (&reference));
  take (self->values, "iban", write_iban (mail));
}

/* An entrepreneur who trades in his own name is not named twice. */
static char *
sign (const AcqCompany *company)
{
  g_autofree char *signatory = acq_french_printable (company->signatory);
  g_autofree char *name = acq_company_is_sole_trader (company) ? acq_company_legal_name (company)
                                                               : acq_french_printable (company->name);

  if (signatory[0] == '\0' || strstr (name, signatory) != NULL)
    return g_steal_pointer (&name);
  return g_strconcat (signatory, " · ", name, NULL);
}

static void
set_company (const AcqReminderValues *self)
{
  const AcqCompany *company = self->scope.mail->company;

  acq_template_values_set (self->values, "company_name", company->name);
  acq_template_values_set (self->values, "signatory", company->signatory);
  acq_template_values_set (self->values, "phone", company->phone);
  acq_template_values_set (self->values, "email", company->email);
  take (self->values, "signature", sign (company));
}

AcqReminderValues *
acq_reminder_values_new (const AcqReminderMail *mail, AcqTemplateVariant variant)
{
  AcqReminderValues *self = g_new0 (AcqReminderValues, 1);

  acq_mail_scope_init (&self->scope, mail);
  self->variant = variant;
  self->tongue = acq_template_variant_tongue (variant);
  self->values = acq_template_values_new ();
  set_persons (self);
  set_debts (self);
  set_events (self);
  set_flags (self);
  set_payment (self);
  set_company (self);
  acq_template_values_set_block (self->values, "invoice_table", add_tables, self);
  for (guint i = 0; i < self->scope.promises->len; i++)
    add_promise (self, self->scope.promises->pdata[i]);
  for (guint i = 0; i < mail->accounts->len; i++)
    add_debtor (self, mail->accounts->pdata[i]);
  return self;
}

void
acq_reminder_values_free (AcqReminderValues *self)
{
  if (self == NULL)
    return;
  acq_template_values_free (self->values);
  acq_mail_scope_clear (&self->scope);
  g_free (self);
}
