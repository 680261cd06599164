/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-preview.h"

G_BEGIN_DECLS

/* Phrases about a file that is about to be imported. Free what is returned. */

/* What it was recognised as: "OFX statement, Crédit Mutuel", "List of invoices (CSV)". */
char *acq_import_title_text (const AcqImportPreview *preview);
/* What is in it: "214 bank lines from 1 to 31 October", "29 invoices of 24 customers, 2 of them new · 48,912.60 €". */
char *acq_import_contents_text (const AcqImportPreview *preview, AcqDay today);
/* "Balance checked", "The balance does not add up"; NULL where the file gives none. */
char *acq_import_balance_text (const AcqImportPreview *preview);
/* What follows the first records: "and 83 more · 12 are known already and will not be added"; "" for nothing. */
char *acq_import_rest_text (const AcqImportPreview *preview);
/* "4 invoices are paid, 2 in part, as the file says"; NULL where none is. */
char *acq_import_paid_text (const AcqImportPreview *preview);
/* Where a line was refused and why: "line 14". "" where it has no place. */
char *acq_import_place_text (const AcqRejection *rejection);
/* All refused lines, one a line: place, reason and the piece of the file, separated by tabs. For the clipboard or a file. */
char *acq_import_rejections_text (const AcqImportResult *result);

/* "2 wait for their bank lines": notices that no statement goes with yet. */
char *acq_import_waiting_text (const AcqImportResult *result);

G_END_DECLS
