/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

/**
 * AcqImportError:
 *
 * Why a file as a whole was refused. The message of the GError is the place and the detail in plain English ("line 12:
 * …"); the caller phrases the code in the user's language and names the file.
 */
typedef enum
{
  ACQ_IMPORT_ERROR_UNKNOWN_FORMAT, /* nothing recognised it */
  ACQ_IMPORT_ERROR_EMPTY,          /* no record at all */
  ACQ_IMPORT_ERROR_TOO_LARGE,
  ACQ_IMPORT_ERROR_ENCODING,       /* binary, or no text of any encoding we read */
  ACQ_IMPORT_ERROR_SYNTAX,         /* not what its format demands */
  ACQ_IMPORT_ERROR_TRUNCATED,      /* cut off in the middle */
  ACQ_IMPORT_ERROR_HOSTILE,        /* document type declaration, entity, endless nesting */
  ACQ_IMPORT_ERROR_NO_COLUMNS,     /* the columns needed were not found */
  ACQ_IMPORT_ERROR_UNSURE_COLUMNS, /* columns were guessed, but somebody must say that they are right */
  ACQ_IMPORT_ERROR_ENCRYPTED,
  ACQ_IMPORT_ERROR_DAMAGED,        /* a PDF or ZIP container that cannot be opened */
  ACQ_IMPORT_ERROR_FEATURE,        /* a kind of its format that is not read */
  ACQ_IMPORT_ERROR_PICTURE,        /* nothing recognised it, for it is a photograph or a scan */
  ACQ_IMPORT_ERROR_COMPANY_FILE,   /* nothing recognised it, for it is such a file as this program keeps */
} AcqImportError;

#define ACQ_IMPORT_ERROR (acq_import_error_quark ())
GQuark acq_import_error_quark (void);

ACQ_DECLARE_CODES (AcqImportError, acq_import_error)

/* Why one record was refused while the rest of its file was read. */
typedef enum
{
  ACQ_REJECT_BAD_DAY,
  ACQ_REJECT_BAD_AMOUNT,
  ACQ_REJECT_NO_NUMBER,
  ACQ_REJECT_NO_CUSTOMER,
  ACQ_REJECT_NO_AMOUNT,
  ACQ_REJECT_BAD_CURRENCY,
  ACQ_REJECT_BAD_RECORD,           /* misses a part, or stands where it may not */
  ACQ_REJECT_PARTS_DIFFER,         /* Σ parts is not the total */
  ACQ_REJECT_OTHER_CUSTOMERS,      /* the number is taken by another customer's invoice */
  ACQ_REJECT_DUPLICATE_NUMBER,     /* twice in the same file with different contents */
  ACQ_REJECT_AMBIGUOUS_COPY,       /* a copy that names several known invoices */
  ACQ_REJECT_NO_SUCH_INVOICE,      /* a copy without an invoice of that number */
  ACQ_REJECT_OTHER_SELLER,         /* an invoice that the company did not issue */
} AcqReject;

ACQ_DECLARE_CODES (AcqReject, acq_reject)

G_END_DECLS
