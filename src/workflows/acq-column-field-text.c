/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-column-field-text.h"

#include <string.h>

#include <glib/gi18n.h>

typedef struct
{
  const char *code;
  const char *words; /* marked for translation */
} Phrase;

static const Phrase of_statements[] = {
  { "ignored", NC_ ("column", "Not used") },
  { "day", NC_ ("column", "Day") },
  { "label", NC_ ("column", "Label") },
  { "amount", NC_ ("column", "Amount, + in and − out") },
  { "debit", NC_ ("column", "Money out (debit)") },
  { "credit", NC_ ("column", "Money in (credit)") },
  { "side", NC_ ("column", "Debit or credit (D/C)") },
  { "balance", NC_ ("column", "Balance") },
  { "fee", NC_ ("column", "Fee, taken off") },
  { "currency", NC_ ("column", "Currency") },
  { "value_day", NC_ ("column", "Value day") },
  { "counterparty", NC_ ("column", "Who pays or is paid") },
  { "remittance", NC_ ("column", "Message of the transfer") },
  { "counterparty_iban", NC_ ("column", "Their IBAN") },
  { "bank_ref", NC_ ("column", "The bank’s reference") },
  { "end_to_end", NC_ ("column", "End-to-end reference") },
  { "account", NC_ ("column", "Your account") },
  { "account_name", NC_ ("column", "Name of your account") },
  { "status", NC_ ("column", "Booked or pending") },
};

static const Phrase of_lists[] = {
  { "ignored", NC_ ("column", "Not used") },
  { "number", NC_ ("column", "Invoice number") },
  { "kind", NC_ ("column", "Kind of invoice") },
  { "status", NC_ ("column", "Status") },
  { "customer_code", NC_ ("column", "Customer code") },
  { "customer_name", NC_ ("column", "Customer") },
  { "customer_kind", NC_ ("column", "Kind of customer") },
  { "siren", NC_ ("column", "SIREN") },
  { "siret", NC_ ("column", "SIRET") },
  { "vat_number", NC_ ("column", "VAT number") },
  { "contact", NC_ ("column", "Contact") },
  { "email", NC_ ("column", "E-mail") },
  { "email_orders", NC_ ("column", "E-mail of who orders") },
  { "email_directs", NC_ ("column", "E-mail of the management") },
  { "phone", NC_ ("column", "Telephone") },
  { "address", NC_ ("column", "Address") },
  { "address_2", NC_ ("column", "Address, line 2") },
  { "address_3", NC_ ("column", "Address, line 3") },
  { "postcode", NC_ ("column", "Postcode") },
  { "city", NC_ ("column", "Town") },
  { "country", NC_ ("column", "Country") },
  { "language", NC_ ("column", "Language") },
  { "recipient", NC_ ("column", "Who gets the reminders") },
  { "payer", NC_ ("column", "Who pays") },
  { "terms", NC_ ("column", "Payment terms") },
  { "credit_limit", NC_ ("column", "Credit limit") },
  { "issued", NC_ ("column", "Day of the invoice") },
  { "due", NC_ ("column", "Due day") },
  { "due_amount", NC_ ("column", "Amount due that day") },
  { "performed", NC_ ("column", "Day of the service") },
  { "total", NC_ ("column", "Total with VAT") },
  { "net", NC_ ("column", "Total without VAT") },
  { "tax", NC_ ("column", "VAT") },
  { "vat_rate", NC_ ("column", "VAT rate") },
  { "currency", NC_ ("column", "Currency") },
  { "paid", NC_ ("column", "Paid") },
  { "balance", NC_ ("column", "Still owed") },
  { "order", NC_ ("column", "Order number") },
  { "engagement", NC_ ("column", "Engagement number") },
  { "deposited", NC_ ("column", "Day of deposit (Chorus Pro)") },
  { "deposit_status", NC_ ("column", "Status (Chorus Pro)") },
  { "reminders", NC_ ("column", "Reminders sent") },
  { "last_reminder", NC_ ("column", "Last reminder") },
  { "retention", NC_ ("column", "Retention") },
  { "retention_due", NC_ ("column", "Retention due") },
  { "factored", NC_ ("column", "Sold to a factor") },
  { "corrects", NC_ ("column", "Corrects invoice") },
  { "label", NC_ ("column", "Description") },
  { "debit", NC_ ("column", "Debit") },
  { "credit", NC_ ("column", "Credit") },
};

const char *
acq_column_field_text (AcqImportKind kind, const char *field)
{
  gboolean is_statement = kind == ACQ_IMPORT_KIND_STATEMENT;
  const Phrase *phrases = is_statement ? of_statements : of_lists;
  gsize n = is_statement ? G_N_ELEMENTS (of_statements) : G_N_ELEMENTS (of_lists);

  for (gsize i = 0; i < n; i++)
    if (strcmp (phrases[i].code, field) == 0)
      return g_dpgettext2 (NULL, "column", phrases[i].words);
  return field;
}

const char *
acq_mapping_gap_text (guint gaps)
{
  static const char *const questions[] = {
    [ACQ_MAPPING_LACKS_DAY] = N_ ("Which column holds the day?"),
    [ACQ_MAPPING_LACKS_LABEL] = N_ ("Which column holds the label?"),
    [ACQ_MAPPING_LACKS_AMOUNT] = N_ ("Which column holds the amount, or which two money in and money out?"),
    [ACQ_MAPPING_LACKS_NUMBER] = N_ ("Which column holds the invoice number?"),
    [ACQ_MAPPING_LACKS_CUSTOMER] = N_ ("Which column holds the customer?"),
  };
  int first = g_bit_nth_lsf (gaps, -1);

  g_return_val_if_fail (first >= 0 && first < ACQ_MAPPING_N_GAPS, NULL);
  return _ (questions[first]);
}
