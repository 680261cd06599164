/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-day.h"
#include "acq-iban.h"
#include "acq-money.h"
#include "acq-siren.h"
#include "acq-text-normalizer.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

/* What was read in is read in again without a change. */
static void
read_twice (char *(*normalize) (const char *), const char *text)
{
  g_autofree char *once = normalize (text);
  g_autofree char *twice = normalize (once);

  g_assert_cmpstr (once, ==, twice);
}

static void
read_numbers (const char *text)
{
  g_autofree char *reference = acq_creditor_reference_new (text);

  read_twice (acq_iban_normalize, text);
  read_twice (acq_siren_normalize, text);
  read_twice (acq_siret_normalize, text);
  read_twice (acq_vat_number_normalize, text);
  if (reference != NULL)
    g_assert_true (acq_creditor_reference_is_valid (reference));
  acq_bic_is_valid (text);
}

/* What was read once is read again from what was written. */
static void
read_amounts (const char *text)
{
  gint64 minor, again;

  if (acq_amount_parse_written (text, 2, &minor))
    {
      g_autofree char *written = acq_amount_format (minor);

      g_assert_true (acq_amount_parse (written, 2, &again));
      g_assert_cmpint (again, ==, minor);
    }
  if (acq_amount_parse (text, 2, &minor))
    g_assert_cmpint (ABS (minor), <=, ACQ_MONEY_MAX);
}

static void
fold_text (const char *text)
{
  g_autofree char *squeezed = acq_text_squeeze (text);
  g_autofree char *folded = acq_text_fold (text);
  g_autofree char *again = acq_text_fold (folded);
  g_autofree char *address = acq_text_fold_address (text);

  g_assert_cmpstr (folded, ==, again);
  g_assert_true (g_str_is_ascii (address));
  g_assert_true (g_utf8_validate (squeezed, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) bytes, size);

  acq_day_parse_iso (text);
  read_numbers (text);
  read_amounts (text);
  if (g_utf8_validate (text, -1, NULL))
    fold_text (text);
  return 0;
}
