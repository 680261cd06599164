/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-text.h"

#include <string.h>

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-reject-text.h"

static gboolean
is_format (const AcqImportPreview *preview, const char *code)
{
  return g_str_equal (preview->result->format->code, code);
}

/* An account without a name is known by the end of its number. NULL: the file names none. */
static char *
account_text (const AcqImportPreview *preview)
{
  gsize length = preview->account == NULL ? 0 : strlen (preview->account);

  if (length == 0 || preview->account_is_named)
    return g_strdup (preview->account);
  /* Translators: the last figures of a bank account's number. */
  return g_strdup_printf (_ ("account …%s"), preview->account + (length > 5 ? length - 5 : 0));
}

/* One format reads both kinds of workbooks; the file is of one. */
static const char *
format_name (const AcqImportPreview *preview)
{
  const AcqImportFormat *format = preview->result->format;
  const char *suffix = strrchr (preview->result->path, '.');

  if (!g_str_has_suffix (format->code, "_spreadsheet"))
    return format->name;
  return suffix != NULL && g_ascii_strcasecmp (suffix, ".ods") == 0 ? "ODS" : "XLSX";
}

char *
acq_import_waiting_text (const AcqImportResult *result)
{
  g_autofree char *count = acq_number_text (result->waiting);

  return g_strdup_printf (ngettext ("%s waits for its bank line", "%s wait for their bank lines",
                                    (gulong) result->waiting),
                          count);
}

static char *
statement_title (const AcqImportPreview *preview)
{
  const char *format = format_name (preview);
  g_autofree char *account = account_text (preview);

  if (preview->bank != NULL && account != NULL)
    /* Translators: a format such as OFX, a bank, and an account's name or number. */
    return g_strdup_printf (_ ("%1$s statement, %2$s, %3$s"), format, preview->bank, account);
  if (preview->bank != NULL || account != NULL)
    /* Translators: a format such as OFX, and a bank or an account. */
    return g_strdup_printf (_ ("%1$s statement, %2$s"), format, preview->bank != NULL ? preview->bank : account);
  return g_strdup_printf (_ ("%s statement"), format);
}

static char *
invoices_title (const AcqImportPreview *preview)
{
  const char *format = format_name (preview);

  if (is_format (preview, "pdf_copy"))
    return g_strdup (_ ("Copy of an invoice (PDF)"));
  if (preview->result->format->is_table)
    return g_strdup_printf (_ ("List of invoices (%s)"), format);
  /* Translators: a format such as Factur-X. */
  return g_strdup_printf (_ ("Electronic invoice %s"), format);
}

char *
acq_import_title_text (const AcqImportPreview *preview)
{
  const AcqImportFormat *format = preview->result->format;

  switch (format->kind)
    {
    case ACQ_IMPORT_KIND_STATEMENT:
      return statement_title (preview);
    case ACQ_IMPORT_KIND_INVOICES:
      return invoices_title (preview);
    case ACQ_IMPORT_KIND_CUSTOMERS:
      return g_strdup_printf (_ ("List of customers (%s)"), format_name (preview));
    case ACQ_IMPORT_KIND_LEDGER:
      return g_strdup_printf (_ ("Accounting export %s"), format->name);
    default:
      g_assert_not_reached ();
    }
}

/* Appends a phrase that was made for it. */
static void
append (GString *text, char *phrase)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, phrase);
  g_free (phrase);
}

static void
append_lines (GString *text, const AcqImportPreview *preview, AcqDay today)
{
  gulong n = (gulong) preview->n_transactions;
  g_autofree char *count = acq_number_text (preview->n_transactions);
  g_autofree char *first = NULL, *last = NULL;

  if (n == 0)
    {
      append (text, g_strdup (_ ("no bank line")));
      return;
    }
  first = acq_day_text (preview->first, today);
  last = acq_day_text (preview->last, today);
  if (preview->first == preview->last)
    append (text, g_strdup_printf (ngettext ("%1$s bank line of %2$s", "%1$s bank lines of %2$s", n), count,
                                   first));
  else
    append (text, g_strdup_printf (ngettext ("%1$s bank line from %2$s to %3$s",
                                             "%1$s bank lines from %2$s to %3$s", n),
                                   count, first, last));
}

/* Lines of the bank that are explained now: by these notices, or by some that were waiting for them. */
static void
append_explained (GString *text, const AcqImportResult *result)
{
  g_autofree char *count = acq_number_text (result->explained);

  if (result->explained > 0)
    /* Translators: a line is "detailed" where the bank said which single payments it is made of. */
    append (text, g_strdup_printf (ngettext ("%s bank line detailed", "%s bank lines detailed",
                                             (gulong) result->explained),
                                   count));
}

/* A notice is no bank line: it says what one is made of. */
static void
append_notices (GString *text, const AcqImportPreview *preview)
{
  gulong n = (gulong) preview->n_transactions;
  g_autofree char *count = acq_number_text (preview->n_transactions);

  append (text, g_strdup_printf (ngettext ("%s notice of the bank", "%s notices of the bank", n), count));
  append_explained (text, preview->result);
  if (preview->result->waiting > 0)
    append (text, acq_import_waiting_text (preview->result));
}

static void
append_customers (GString *text, const AcqImportPreview *preview)
{
  gulong n_new = (gulong) preview->result->new_customers;
  g_autofree char *count = acq_number_text (preview->n_customers);
  g_autofree char *news = acq_number_text (preview->result->new_customers);
  g_autofree char *all
    = g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) preview->n_customers), count);

  if (n_new == 0)
    append (text, g_strdup (all));
  else
    /* Translators: "24 customers", and how many of them nobody knew. */
    append (text, g_strdup_printf (ngettext ("%1$s, %2$s of them new", "%1$s, %2$s of them new", n_new), all, news));
}

static void
append_invoices (GString *text, const AcqImportPreview *preview, AcqDay today)
{
  g_autofree char *count = acq_number_text (preview->n_invoices);

  append (text, g_strdup_printf (ngettext ("%s invoice", "%s invoices", (gulong) preview->n_invoices), count));
  append_customers (text, preview);
  if (!preview->several_currencies)
    append (text, acq_amount_text (preview->total, preview->currency));
  if (preview->due != ACQ_DAY_NONE)
    {
      g_autofree char *due = acq_day_text (preview->due, today);

      append (text, g_strdup_printf (_ ("due %s"), due));
    }
}

static void
append_receipts (GString *text, const AcqImportPreview *preview)
{
  g_autofree char *count = acq_number_text (preview->n_receipts);

  append (text, g_strdup_printf (ngettext ("%s payment", "%s payments", (gulong) preview->n_receipts), count));
}

char *
acq_import_contents_text (const AcqImportPreview *preview, AcqDay today)
{
  GString *text = g_string_new (NULL);
  g_autofree char *copies = acq_number_text (preview->n_copies);

  if (is_format (preview, "camt054"))
    append_notices (text, preview);
  else if (preview->result->format->kind == ACQ_IMPORT_KIND_STATEMENT)
    {
      append_lines (text, preview, today);
      append_explained (text, preview->result);
    }
  if (preview->n_invoices > 0)
    append_invoices (text, preview, today);
  else if (preview->n_customers > 0)
    append_customers (text, preview);
  if (preview->n_receipts > 0)
    append_receipts (text, preview);
  if (preview->n_copies > 0)
    append (text, g_strdup_printf (ngettext ("joined to an invoice", "%s copies joined to their invoices",
                                             (gulong) preview->n_copies),
                                   copies));
  return g_string_free (text, FALSE);
}

char *
acq_import_balance_text (const AcqImportPreview *preview)
{
  const char *balance = preview->result->balance;

  if (g_str_equal (balance, "ok"))
    return g_strdup (_ ("balance checked"));
  if (g_str_equal (balance, "mismatch"))
    return g_strdup (_ ("the balance does not add up: lines may be missing"));
  return NULL;
}

char *
acq_import_rest_text (const AcqImportPreview *preview)
{
  const AcqImportResult *result = preview->result;
  GString *text = g_string_new (NULL);
  gint64 shown = preview->samples->len;
  gint64 all = result->read - result->n_rejected - preview->n_receipts;

  if (all > shown)
    {
      g_autofree char *count = acq_number_text (all - shown);

      append (text, g_strdup_printf (ngettext ("and %s more", "and %s more", (gulong) (all - shown)), count));
    }
  if (result->duplicates > 0)
    {
      g_autofree char *count = acq_number_text (result->duplicates);

      append (text, g_strdup_printf (ngettext ("%s is known already and will not be added",
                                               "%s are known already and will not be added",
                                               (gulong) result->duplicates),
                                     count));
    }
  if (result->updated > 0)
    {
      g_autofree char *count = acq_number_text (result->updated);

      append (text, g_strdup_printf (ngettext ("%s will be brought up to date", "%s will be brought up to date",
                                               (gulong) result->updated),
                                     count));
    }
  return g_string_free (text, FALSE);
}

char *
acq_import_paid_text (const AcqImportPreview *preview)
{
  GString *text;

  if (preview->n_paid == 0 && preview->n_partly_paid == 0)
    return NULL;
  text = g_string_new (NULL);
  if (preview->n_paid > 0)
    {
      g_autofree char *count = acq_number_text (preview->n_paid);

      append (text,
              g_strdup_printf (ngettext ("%s paid", "%s paid", (gulong) preview->n_paid), count));
    }
  if (preview->n_partly_paid > 0)
    {
      g_autofree char *count = acq_number_text (preview->n_partly_paid);

      append (text, g_strdup_printf (ngettext ("%s paid in part", "%s paid in part",
                                               (gulong) preview->n_partly_paid),
                                     count));
    }
  return g_string_free (text, FALSE);
}

char *
acq_import_place_text (const AcqRejection *rejection)
{
  g_autofree char *number = acq_number_text ((gint64) rejection->place);

  /* Translators: the number of a line in a file. */
  return rejection->place == 0 ? g_strdup ("") : g_strdup_printf (_ ("line %s"), number);
}

char *
acq_import_rejections_text (const AcqImportResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->rejected->len; i++)
    {
      const AcqRejection *rejection = result->rejected->pdata[i];
      g_autofree char *place = acq_import_place_text (rejection);

      g_string_append_printf (text, "%s\t%s\t%s\n", place, acq_reject_text (rejection->reason),
                              rejection->detail != NULL ? rejection->detail : "");
    }
  return g_string_free (text, FALSE);
}
