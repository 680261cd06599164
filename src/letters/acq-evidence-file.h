/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-account-statement.h"
#include "acq-evidence-piece.h"
#include "acq-limitation.h"

G_BEGIN_DECLS

/* For whom a file is put together: it changes what the cover says, and whether a list of what is missing goes with it. */
typedef enum
{
  ACQ_EVIDENCE_READER_LAWYER,
  ACQ_EVIDENCE_READER_BAILIFF, /* commissaire de justice */
  ACQ_EVIDENCE_READER_COURT,   /* by way of a payment order */
} AcqEvidenceReader;

ACQ_DECLARE_CODES (AcqEvidenceReader, acq_evidence_reader)

/* What became of the formal notice. Days are ACQ_DAY_NONE where they are not known. */
typedef struct
{
  AcqDay day; /* of the letter; ACQ_DAY_NONE: there was none */
  AcqDay presented;
  AcqDay received;
  AcqDay returned; /* unclaimed or refused: it stands all the same (Cass. 1re civ. 20/01/2021 n° 19-20.680) */
} AcqEvidenceNotice;

/* Something that was said or agreed, for the record of exchanges. */
typedef struct
{
  AcqDay day;
  char *what;     /* "Appel", "Promesse de paiement" */
  char *invoices; /* numbers, or "toutes" */
  char *detail;   /* may be "" */
} AcqEvidenceExchange;

/* Until when one invoice can be claimed in court. */
typedef struct
{
  AcqDay performed; /* ACQ_DAY_NONE: not known */
  AcqLimitation limitation;
} AcqEvidenceLimitation;

/**
 * AcqEvidenceFile:
 *
 * All that goes to a lawyer, a commissaire de justice or a court about one debtor, as plain data. It owns what it holds, but
 * for the law and what the letter and the statement borrow.
 */
typedef struct
{
  AcqLetter *letter; /* the debt on the file's day, reckoned as for a notice; none of its items stands below */
  AcqAccountStatement *statement; /* of the same day; nullable */
  const AcqLegalValues *law; /* borrowed */
  AcqEvidenceReader reader;
  char *court;    /* "Tribunal de commerce de Besançon"; NULL: left blank */
  char *works;    /* what was invoiced: "de menuiserie"; nullable */
  char *dispute;  /* what the debtor contests; NULL: nothing */
  AcqEvidenceNotice notice;
  AcqDay interest_until; /* last day of the half-year whose rate is known */
  GArray *limitations;  /* (element-type AcqEvidenceLimitation) one for each item of the letter, or empty */
  GPtrArray *exchanges; /* (element-type AcqEvidenceExchange) by day */
  GPtrArray *pieces;    /* (element-type AcqEvidencePiece) in the order of their sections */
} AcqEvidenceFile;

AcqEvidenceFile *acq_evidence_file_new (void);
void acq_evidence_file_free (AcqEvidenceFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqEvidenceFile, acq_evidence_file_free)

/* Adds a piece behind those of its section, of which the caller fills in the rest; borrowed. */
AcqEvidencePiece *acq_evidence_file_add (AcqEvidenceFile *self, AcqEvidencePieceKind kind, const char *title,
                                         AcqDay day);
void acq_evidence_file_add_exchange (AcqEvidenceFile *self, AcqDay day, const char *what,
                                     const char *invoices, const char *detail);
/* The invoices and credit notes of the letter, the statement, the interest and the limitation. */
void acq_evidence_file_add_claim (AcqEvidenceFile *self);

/* The first piece of that kind that is there, or NULL. */
const AcqEvidencePiece *acq_evidence_file_find (const AcqEvidenceFile *self, AcqEvidencePieceKind kind);
guint acq_evidence_file_n_pieces (const AcqEvidenceFile *self);
/* Gives those that are there their numbers, as acq_evidence_file_write() does itself; forgets what was written before. */
void acq_evidence_file_number_pieces (AcqEvidenceFile *self);

/**
 * acq_evidence_file_find_flaws:
 *
 * What keeps the file from being handed over: a dispute (but not from a lawyer), a plan, an insolvency, an invoice
 * without its copy…
 *
 * Returns: (transfer full): (element-type AcqLetterFlaw): for acq_letter_flaws_decide()
 */
GArray *acq_evidence_file_find_flaws (AcqLetterPress *press, const AcqEvidenceFile *self);

/* How far the writing has come. */
typedef void (*AcqEvidenceProgressFunc) (gpointer user_data, guint n_done, guint n_pieces);

/**
 * acq_evidence_file_write:
 * @progress: (nullable)
 * @ret_report: (out) (optional): its total is what is claimed
 *
 * The whole file as one PDF: cover, list of the pieces, for a lawyer or a commissaire de justice what is missing, then the
 * pieces as vectors under their bands. Each piece is given its number, its first page and, where it is made from data, its
 * PDF. It does not judge: acq_evidence_file_find_flaws() says beforehand what blocks it. The same file gives the same
 * bytes.
 *
 * Returns: (transfer full): %NULL with an ACQ_LETTER_ERROR (FIGURES, where claim and annex would differ) or
 *   G_IO_ERROR_CANCELLED
 */
GBytes *acq_evidence_file_write (AcqLetterPress *press, AcqEvidenceFile *self,
                                 AcqEvidenceProgressFunc progress, gpointer user_data,
                                 GCancellable *cancellable, AcqLetterReport *ret_report, GError **error);

G_END_DECLS
