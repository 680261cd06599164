/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "acq-text-normalizer.h"

#define EVERYWHERE (ACQ_TEMPLATE_PLACE_SUBJECT | ACQ_TEMPLATE_PLACE_BODY | ACQ_TEMPLATE_PLACE_SMS)
#define IN_TEXTS   (ACQ_TEMPLATE_PLACE_BODY | ACQ_TEMPLATE_PLACE_SMS)
/* Names longer than these resemble nothing. */
#define MAX_NAME 64

#define TEXT(code, label, places, traits)                                                                    \
  {                                                                                                          \
    code, label, ACQ_TEMPLATE_FIELD_TEXT, places, traits, 0                                                  \
  }
#define FLAG(code, label, places)                                                                            \
  {                                                                                                          \
    code, label, ACQ_TEMPLATE_FIELD_FLAG, places, 0, 0                                                       \
  }
#define BLOCK(code, label)                                                                                   \
  {                                                                                                          \
    code, label, ACQ_TEMPLATE_FIELD_BLOCK, ACQ_TEMPLATE_PLACE_BODY, 0, 0                                     \
  }
#define PHRASE(code, label, traits)                                                                          \
  {                                                                                                          \
    code, label, ACQ_TEMPLATE_FIELD_PHRASE, ACQ_TEMPLATE_PLACE_BODY, traits, 0                               \
  }
#define LIST(code, label, place)                                                                             \
  {                                                                                                          \
    code, label, ACQ_TEMPLATE_FIELD_LIST, IN_TEXTS, 0, place                                                 \
  }

static const AcqTemplateField fields[] = {
  TEXT ("greeting", N_ ("Greeting"), IN_TEXTS, ACQ_TEMPLATE_FIELD_SALUTATION | ACQ_TEMPLATE_FIELD_CAPITAL),
  TEXT ("civility", N_ ("Civility and name"), IN_TEXTS,
        ACQ_TEMPLATE_FIELD_SALUTATION | ACQ_TEMPLATE_FIELD_CAPITAL),
  PHRASE ("broken_promises", N_ ("Recall of the promise"), ACQ_TEMPLATE_FIELD_OPTIONAL),
  PHRASE ("statement_upcoming", N_ ("What falls due"), 0),
  PHRASE ("statement_courteous", N_ ("What is due, politely"), 0),
  PHRASE ("statement_firm", N_ ("What is due, with the reminders"), 0),
  PHRASE ("statement_last", N_ ("What is due, plainly"), 0),
  PHRASE ("pay_request", N_ ("Pay the total"), 0),
  PHRASE ("notice_announcement", N_ ("Announce the formal notice"), 0),
  PHRASE ("penalties_mention", N_ ("Mention of penalties"), ACQ_TEMPLATE_FIELD_OPTIONAL),
  PHRASE ("contact_us", N_ ("Reply or call"), 0),
  PHRASE ("call_us", N_ ("Call us"), 0),
  TEXT ("customer_name", N_ ("Customer’s name"), EVERYWHERE, 0),
  TEXT ("invoices", N_ ("List of invoices"), EVERYWHERE, ACQ_TEMPLATE_FIELD_CAPITAL),
  TEXT ("invoice_numbers", N_ ("Numbers of the invoices"), EVERYWHERE, 0),
  TEXT ("listed_invoices", N_ ("The invoices that follow"), IN_TEXTS, ACQ_TEMPLATE_FIELD_CAPITAL),
  TEXT ("concerned_invoices", N_ ("The invoices concerned"), IN_TEXTS, ACQ_TEMPLATE_FIELD_CAPITAL),
  TEXT ("item_count", N_ ("Number of amounts due"), EVERYWHERE, ACQ_TEMPLATE_FIELD_CAPITAL),
  TEXT ("invoice_number", N_ ("Number of the only invoice"), EVERYWHERE, ACQ_TEMPLATE_FIELD_KEEP),
  TEXT ("amount_due", N_ ("Balance of the only invoice"), EVERYWHERE, 0),
  TEXT ("due_date", N_ ("Due date of the only invoice"), EVERYWHERE, 0),
  TEXT ("despite_reminders", N_ ("Despite our reminders"), IN_TEXTS, ACQ_TEMPLATE_FIELD_OPTIONAL),
  BLOCK ("invoice_table", N_ ("Table of invoices")),
  TEXT ("total_due", N_ ("Total due"), EVERYWHERE, 0),
  TEXT ("deadline", N_ ("Deadline"), EVERYWHERE, 0),
  BLOCK ("payment_details", N_ ("How to pay")),
  TEXT ("iban", N_ ("Our IBAN"), IN_TEXTS, ACQ_TEMPLATE_FIELD_KEEP | ACQ_TEMPLATE_FIELD_PAYMENT),
  TEXT ("reference", N_ ("Payment reference"), IN_TEXTS, 0),
  TEXT ("phone", N_ ("Our phone number"), IN_TEXTS, ACQ_TEMPLATE_FIELD_KEEP),
  TEXT ("email", N_ ("Our e-mail address"), IN_TEXTS, 0),
  TEXT ("company_name", N_ ("Our company"), EVERYWHERE, 0),
  TEXT ("signatory", N_ ("Who signs"), IN_TEXTS, 0),
  TEXT ("signature", N_ ("Signature"), IN_TEXTS, ACQ_TEMPLATE_FIELD_SIGNATURE),
  TEXT ("message_date", N_ ("Date of the message"), EVERYWHERE, 0),
  TEXT ("payment_amount", N_ ("Amount received"), EVERYWHERE, 0),
  TEXT ("payment_date", N_ ("Day of the payment"), EVERYWHERE, 0),
  TEXT ("dispute_date", N_ ("Day of the dispute"), EVERYWHERE, 0),
  TEXT ("dispute_reason", N_ ("Reason of the dispute"), IN_TEXTS, 0),
  TEXT ("balance", N_ ("Balance of the account"), EVERYWHERE, 0),

  FLAG ("one_invoice", N_ ("Only one invoice"), EVERYWHERE),
  FLAG ("partial", N_ ("Partly paid"), EVERYWHERE),
  FLAG ("broken_promise", N_ ("Promise not kept"), EVERYWHERE),
  FLAG ("added_items", N_ ("Others are added"), EVERYWHERE),
  FLAG ("all_reminded", N_ ("All reminded before"), EVERYWHERE),
  FLAG ("several_debtors", N_ ("Several customers"), EVERYWHERE),
  FLAG ("by_agent", N_ ("The recipient is not the customer"), EVERYWHERE),
  FLAG ("personal", N_ ("Somebody signs"), EVERYWHERE),
  FLAG ("on_paper", N_ ("On paper"), EVERYWHERE),
  FLAG ("nothing_overdue", N_ ("Nothing is overdue"), EVERYWHERE),
  FLAG ("retention", N_ ("Retention"), EVERYWHERE),
  FLAG ("pay_in_parts", N_ ("Payment in parts is offered"), EVERYWHERE),
  FLAG ("last_step", N_ ("Last step before the notice"), EVERYWHERE),

  LIST ("promise", N_ ("Each promise not kept"), ACQ_TEMPLATE_PLACE_PROMISE),
  TEXT ("promise_made", N_ ("Day on which it was promised"), ACQ_TEMPLATE_PLACE_PROMISE, 0),
  TEXT ("promise_day", N_ ("Promised day"), ACQ_TEMPLATE_PLACE_PROMISE, 0),
  TEXT ("promise_invoices", N_ ("Promised invoices"), ACQ_TEMPLATE_PLACE_PROMISE,
        ACQ_TEMPLATE_FIELD_OPTIONAL),
  FLAG ("promise_by_phone", N_ ("Promised on the phone"), ACQ_TEMPLATE_PLACE_PROMISE),
  FLAG ("promise_partly", N_ ("Promise kept in part"), ACQ_TEMPLATE_PLACE_PROMISE),

  LIST ("item", N_ ("Each amount due"), ACQ_TEMPLATE_PLACE_ITEM),
  TEXT ("item_number", N_ ("Number of the invoice"), ACQ_TEMPLATE_PLACE_ITEM, ACQ_TEMPLATE_FIELD_KEEP),
  TEXT ("item_due_date", N_ ("Due date of the invoice"), ACQ_TEMPLATE_PLACE_ITEM, 0),
  TEXT ("item_amount", N_ ("Amount of the invoice"), ACQ_TEMPLATE_PLACE_ITEM, 0),
  TEXT ("item_reminders", N_ ("Reminders of the invoice"), ACQ_TEMPLATE_PLACE_ITEM,
        ACQ_TEMPLATE_FIELD_OPTIONAL),
  FLAG ("item_below", N_ ("Added to the others"), ACQ_TEMPLATE_PLACE_ITEM),
  FLAG ("item_upcoming", N_ ("Not due yet"), ACQ_TEMPLATE_PLACE_ITEM),

  LIST ("debtor", N_ ("Each customer"), ACQ_TEMPLATE_PLACE_DEBTOR),
  TEXT ("debtor_name", N_ ("Name of each customer"), ACQ_TEMPLATE_PLACE_DEBTOR, 0),
  TEXT ("debtor_total", N_ ("Total of each customer"), ACQ_TEMPLATE_PLACE_DEBTOR, 0),
  TEXT ("debtor_claims", N_ ("Penalties with their figures"), ACQ_TEMPLATE_PLACE_DEBTOR,
        ACQ_TEMPLATE_FIELD_OPTIONAL),
  FLAG ("claims_without_figures", N_ ("Penalties without figures"), ACQ_TEMPLATE_PLACE_DEBTOR),
  FLAG ("penalties_apply", N_ ("The law gives penalties"), ACQ_TEMPLATE_PLACE_DEBTOR),
  FLAG ("public_body", N_ ("Public body"), ACQ_TEMPLATE_PLACE_DEBTOR),
};

const AcqTemplateField *
acq_template_fields (guint *ret_n_fields)
{
  *ret_n_fields = G_N_ELEMENTS (fields);
  return fields;
}

const AcqTemplateField *
acq_template_field_find (const char *name, gsize len)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strlen (fields[i].code) == len && strncmp (fields[i].code, name, len) == 0)
      return &fields[i];
  return NULL;
}

const char *
acq_template_field_label (const AcqTemplateField *self)
{
  return _ (self->label);
}

gboolean
acq_template_field_fits (const AcqTemplateField *self, guint places)
{
  return (self->places & places) != 0;
}

static guint
distance (const char *a, const char *b)
{
  guint previous[MAX_NAME + 1], current[MAX_NAME + 1];
  guint len_a = (guint) strlen (a), len_b = (guint) strlen (b);

  if (len_a > MAX_NAME || len_b > MAX_NAME)
    return G_MAXUINT;
  for (guint j = 0; j <= len_b; j++)
    previous[j] = j;
  for (guint i = 1; i <= len_a; i++)
    {
      current[0] = i;
      for (guint j = 1; j <= len_b; j++)
        current[j] = MIN (MIN (previous[j], current[j - 1]) + 1, previous[j - 1] + (a[i - 1] != b[j - 1]));
      memcpy (previous, current, sizeof previous);
    }
  return previous[len_b];
}

static char *
fold (const char *name)
{
  g_autofree char *words = g_strdelimit (g_strdup (name), "_-", ' ');

  return acq_text_fold (words);
}

static guint
distance_to (const AcqTemplateField *field, const char *folded)
{
  g_autofree char *code = fold (field->code);
  g_autofree char *label = fold (acq_template_field_label (field));

  return MIN (distance (code, folded), distance (label, folded));
}

const AcqTemplateField *
acq_template_field_nearest (const char *name, guint places)
{
  g_autofree char *folded = fold (name);
  const AcqTemplateField *nearest = NULL;
  guint least = MAX_NAME;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      guint steps;

      if (fields[i].kind != ACQ_TEMPLATE_FIELD_TEXT || !acq_template_field_fits (&fields[i], places))
        continue;
      steps = distance_to (&fields[i], folded);
      if (steps < least)
        {
          least = steps;
          nearest = &fields[i];
        }
    }
  return least < strlen (folded) ? nearest : NULL;
}
