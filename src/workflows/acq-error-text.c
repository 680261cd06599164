/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-error-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "acq-field-flaw-text.h"
#include "acq-flaw-text.h"
#include "acq-import-error.h"
#include "acq-legal-error.h"
#include "acq-letter-error.h"
#include "acq-store-error.h"
#include "acq-workflow-error.h"

/* A sentence a code: what is wrong and what to do. Details of the place or thing follow it. */
typedef struct
{
  int code;
  const char *sentence;
} Phrase;

static const Phrase store_phrases[] = {
  { ACQ_STORE_ERROR_FULL, N_ ("The disk is full. Nothing was changed; make room and try again.") },
  { ACQ_STORE_ERROR_NOT_FOUND, N_ ("There is no such file.") },
  { ACQ_STORE_ERROR_EXISTS, N_ ("This file exists already. Choose another name.") },
  { ACQ_STORE_ERROR_NOT_ACQUIT, N_ ("This is not a company file of Acquit.") },
  { ACQ_STORE_ERROR_NEWER, N_ ("This company file was written by a newer version of Acquit. It was left as "
                               "it is; update the program.") },
  { ACQ_STORE_ERROR_DAMAGED, N_ ("The company file is damaged. Keep it and go back to a backup.") },
  { ACQ_STORE_ERROR_BUSY, N_ ("Another program is using the company file. Close it and try again.") },
  { ACQ_STORE_ERROR_READ_ONLY, N_ ("The file or its folder cannot be written to.") },
  { ACQ_STORE_ERROR_NETWORK_FOLDER,
    N_ ("A company file must not lie on a network folder, where two machines could damage it. Move it to this"
        " computer's disk.") },
  { ACQ_STORE_ERROR_OPEN_ELSEWHERE,
    N_ ("The company file is open elsewhere: here it can be read, not changed. Close it there and try again.") },
  { ACQ_STORE_ERROR_LATER_CHANGE, N_ ("Something later stands on it and must be taken back first.") },
  { ACQ_STORE_ERROR_FAILED, N_ ("The company file could not be read or written.") },
};

static const Phrase import_phrases[] = {
  { ACQ_IMPORT_ERROR_UNKNOWN_FORMAT, N_ ("Not recognised as a statement, a list of invoices, customers or an "
                                         "accounting export. Say what it is.") },
  { ACQ_IMPORT_ERROR_EMPTY, N_ ("There is nothing in it.") },
  { ACQ_IMPORT_ERROR_TOO_LARGE, N_ ("The file is too large to be one of these.") },
  { ACQ_IMPORT_ERROR_ENCODING, N_ ("This is not a text that can be read.") },
  { ACQ_IMPORT_ERROR_SYNTAX, N_ ("The file is not what its format demands. Download it again.") },
  { ACQ_IMPORT_ERROR_TRUNCATED, N_ ("The file is cut off. Download it again.") },
  { ACQ_IMPORT_ERROR_HOSTILE,
    N_ ("The file holds something that such files must not hold. It was not read.") },
  { ACQ_IMPORT_ERROR_NO_COLUMNS,
    N_ ("The columns that are needed were not found. Each of them needs a heading that says what it holds.") },
  { ACQ_IMPORT_ERROR_UNSURE_COLUMNS,
    N_ ("It is a table, but which of its columns hold the day, the label and the amount is not sure. Say it.") },
  { ACQ_IMPORT_ERROR_ENCRYPTED, N_ ("The file is protected by a password.") },
  { ACQ_IMPORT_ERROR_DAMAGED, N_ ("The file is damaged.") },
  { ACQ_IMPORT_ERROR_FEATURE, N_ ("This kind of file is not read yet.") },
  { ACQ_IMPORT_ERROR_PICTURE, N_ ("This is a picture, in which nothing can be read. Ask for the invoice as a PDF, or type it.") },
  { ACQ_IMPORT_ERROR_COMPANY_FILE, N_ ("This is a company file. Open it instead of importing it.") },
};

static const Phrase workflow_phrases[] = {
  { ACQ_WORKFLOW_ERROR_NO_SUCH_CUSTOMER, N_ ("There is no such customer.") },
  { ACQ_WORKFLOW_ERROR_AMBIGUOUS_CUSTOMER,
    N_ ("Several customers bear this name. Give one of their codes.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE, N_ ("There is no invoice of this number.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_TRANSACTION, N_ ("There is no such bank line.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_BATCH, N_ ("There is no such import.") },
  { ACQ_WORKFLOW_ERROR_ALREADY_UNDONE, N_ ("This import was taken back already.") },
  { ACQ_WORKFLOW_ERROR_UNREADABLE_FILE,
    N_ ("The file cannot be read or written. Look at its name, its folder and your rights.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_LETTER, N_ ("There is no letter of this reference.") },
  { ACQ_WORKFLOW_ERROR_BAD_PROOF, N_ ("A proof is a PDF document or a picture (JPEG, PNG) of at most 20 MB.") },
  { ACQ_WORKFLOW_ERROR_BAD_AMOUNT, N_ ("The amount is not possible.") },
  { ACQ_WORKFLOW_ERROR_BAD_DAY,
    N_ ("This day cannot be: it is missing, too early or too late. Give another one.") },
  { ACQ_WORKFLOW_ERROR_BAD_VALUE, N_ ("This value is not valid.") },
  { ACQ_WORKFLOW_ERROR_UNKNOWN_KEY, N_ ("There is no such detail.") },
  { ACQ_WORKFLOW_ERROR_MORE_THAN_RECEIPT, N_ ("That is more than the bank line has left.") },
  { ACQ_WORKFLOW_ERROR_MORE_THAN_OWED, N_ ("That is more than the invoice owes.") },
  { ACQ_WORKFLOW_ERROR_OTHER_CURRENCY, N_ ("The invoice is in another currency.") },
  { ACQ_WORKFLOW_ERROR_NOT_MATCHED, N_ ("There is no match to take back.") },
  { ACQ_WORKFLOW_ERROR_NO_INTEREST, N_ ("No late interest can be claimed from this customer.") },
  { ACQ_WORKFLOW_ERROR_NOTHING_DUE, N_ ("Nothing is due.") },
  { ACQ_WORKFLOW_ERROR_BLOCKED, N_ ("The letter must not be written as it is.") },
  { ACQ_WORKFLOW_ERROR_CANCELLED, N_ ("Cancelled; nothing was changed.") },
  { ACQ_WORKFLOW_ERROR_OUTDATED, N_ ("Something changed in the meantime. Look at it again.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT, N_ ("There is no such payment.") },
  { ACQ_WORKFLOW_ERROR_ON_BANK_LINE, N_ ("A bank line shows this payment. Take back its match instead.") },
  { ACQ_WORKFLOW_ERROR_BAD_STATE, N_ ("That cannot be done at this stage.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_SLIP, N_ ("There is no such deposit slip, or it was taken back already.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_NOTE, N_ ("There is no such note, or it was withdrawn already.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_PLAN, N_ ("There is no such payment plan, or it has ended already.") },
  { ACQ_WORKFLOW_ERROR_NOT_OLD_ITEM, N_ ("This invoice was not late when the first file came in.") },
  { ACQ_WORKFLOW_ERROR_MATCHED, N_ ("This bank line settles an invoice. Take back its match first.") },
  { ACQ_WORKFLOW_ERROR_NOT_SHORT, N_ ("This payment leaves nothing open of these invoices, or does not reach the last of them.") },
  { ACQ_WORKFLOW_ERROR_IN_PLAN, N_ ("Another payment plan holds this invoice.") },
  { ACQ_WORKFLOW_ERROR_PLAN_SUM, N_ ("The instalments do not add up to what is owed.") },
  { ACQ_WORKFLOW_ERROR_MESSAGE_CHANGED, N_ ("This reminder would now be another, or would not leave. Look at it again.") },
  { ACQ_WORKFLOW_ERROR_ALREADY_APPROVED, N_ ("This reminder is approved or has left already.") },
  { ACQ_WORKFLOW_ERROR_NEEDS, N_ ("This reminder lacks something to leave.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_MESSAGE, N_ ("There is no such reminder.") },
  { ACQ_WORKFLOW_ERROR_NOT_SEEN, N_ ("Read this formal notice first: it never leaves unread.") },
  { ACQ_WORKFLOW_ERROR_BAD_DOCUMENT,
    N_ ("A document that goes with the file is a PDF or a picture (JPEG, PNG) of at most 64 MB.") },
  { ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO, N_ ("There is no such scenario.") },
  { ACQ_WORKFLOW_ERROR_BAD_SCENARIO, N_ ("The scenario cannot be used as it is.") },
  { ACQ_WORKFLOW_ERROR_BAD_SCENARIO_FILE, N_ ("This is not a scenario, or there is a mistake in it.") },
  { ACQ_WORKFLOW_ERROR_DEFAULT_SCENARIO,
    N_ ("This is the scenario of all customers without another one. Choose another for them first.") },
  { ACQ_WORKFLOW_ERROR_RULE_HITS_CUSTOMER, N_ ("This rule would hide what a customer pays. Choose other words.") },
};

static const Phrase legal_phrases[] = {
  { ACQ_LEGAL_ERROR_RATE_MISSING,
    N_ (
      "The rate of a half-year is not known. Look it up (Banque de France, Légifrance) and enter it with set "
      "ecb_rate.YYYY-S1=… or legal_rate.YYYY-S1=…") },
  { ACQ_LEGAL_ERROR_RATE_INVALID, N_ ("This rate of a half-year cannot be.") },
};

static const Phrase letter_phrases[] = {
  { ACQ_LETTER_ERROR_FONT,
    N_ ("The typeface of the letters is not installed. Install the package named here.") },
  { ACQ_LETTER_ERROR_BLOCKED, N_ ("The letter must not be written as it is.") },
  { ACQ_LETTER_ERROR_FIGURES, N_ ("The figures of the letter do not add up. It was not written.") },
  { ACQ_LETTER_ERROR_COPY, N_ ("The copy of an invoice cannot be read. Import it again.") },
  { ACQ_LETTER_ERROR_SPACE, N_ ("Part of the letter is larger than a page.") },
  { ACQ_LETTER_ERROR_WRITE, N_ ("The PDF could not be written.") },
  { ACQ_LETTER_ERROR_ADDRESS,
    N_ ("A postal address is incomplete, or too long for an envelope. Complete or shorten it.") },
};

/* Of a company's details, whose key stands before "=" in the message. */
typedef struct
{
  const char *key;
  const char *sentence;
} DetailPhrase;

static const DetailPhrase detail_phrases[] = {
  { "siren=", N_ ("This SIREN is not valid: a figure is missing or wrong.") },
  { "iban=", N_ ("This IBAN is not valid: a character is missing or wrong.") },
  { "penalty_rate=", N_ ("The rate of penalties is ecb_plus_10, legal_times_3 or a rate in per cent, like 12.5.") },
  { "reason", N_ ("Say why: a reason is needed.") },
};

static const char *
find_sentence (const Phrase *phrases, gsize n_phrases, int code)
{
  for (gsize i = 0; i < n_phrases; i++)
    if (phrases[i].code == code)
      return _ (phrases[i].sentence);
  return NULL;
}

static const char *
detail_sentence_of (const GError *error)
{
  if (!g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (detail_phrases); i++)
    if (g_str_has_prefix (error->message, detail_phrases[i].key))
      return _ (detail_phrases[i].sentence);
  return NULL;
}

static const char *
sentence_of (const GError *error)
{
  if (error->domain == ACQ_STORE_ERROR)
    return find_sentence (store_phrases, G_N_ELEMENTS (store_phrases), error->code);
  if (error->domain == ACQ_IMPORT_ERROR)
    return find_sentence (import_phrases, G_N_ELEMENTS (import_phrases), error->code);
  if (g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_FIELD))
    return acq_field_flaw_text (error->message);
  if (detail_sentence_of (error) != NULL)
    return detail_sentence_of (error);
  if (error->domain == ACQ_WORKFLOW_ERROR)
    return find_sentence (workflow_phrases, G_N_ELEMENTS (workflow_phrases), error->code);
  if (error->domain == ACQ_LEGAL_ERROR)
    return find_sentence (legal_phrases, G_N_ELEMENTS (legal_phrases), error->code);
  if (error->domain == ACQ_LETTER_ERROR)
    return find_sentence (letter_phrases, G_N_ELEMENTS (letter_phrases), error->code);
  return NULL;
}

/* There is no place within the file to point at. */
static gboolean
is_told_whole (const GError *error)
{
  return error->message[0] == '\0'
         || detail_sentence_of (error) != NULL
         || g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNKNOWN_FORMAT)
         || g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_EMPTY)
         || g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TOO_LARGE)
         || g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_PICTURE)
         || g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_COMPANY_FILE)
         || g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_FIELD)
         || g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE);
}

char *
acq_error_text (const GError *error)
{
  const char *sentence = sentence_of (error);

  if (sentence == NULL)
    return g_strdup (error->message);
  if (g_error_matches (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED))
    {
      g_autofree char *flaws = acq_flaw_text (error->message);

      return g_strconcat (sentence, flaws, NULL);
    }
  if (is_told_whole (error))
    return g_strdup (sentence);
  return g_strdup_printf ("%s (%s)", sentence, error->message);
}
