/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-day.h"

G_BEGIN_DECLS

/* The chapters of the list of pieces, in its order. */
typedef enum
{
  ACQ_EVIDENCE_SECTION_PARTIES,
  ACQ_EVIDENCE_SECTION_ENGAGEMENT,
  ACQ_EVIDENCE_SECTION_PERFORMANCE,
  ACQ_EVIDENCE_SECTION_CLAIM,
  ACQ_EVIDENCE_SECTION_DEMANDS,
  ACQ_N_EVIDENCE_SECTIONS,
} AcqEvidenceSection;

/* "Les parties", in French, as the list of pieces has it behind its letter. */
const char *acq_evidence_section_title (AcqEvidenceSection section);

/* What a piece is; its chapter follows from it. */
typedef enum
{
  ACQ_EVIDENCE_PIECE_CREDITOR_REGISTRATION, /* extrait Kbis */
  ACQ_EVIDENCE_PIECE_DEBTOR_REGISTRATION,
  ACQ_EVIDENCE_PIECE_CONTRACT, /* signed quotation, order or contract */
  ACQ_EVIDENCE_PIECE_TERMS,    /* accepted terms of sale */
  ACQ_EVIDENCE_PIECE_DELIVERY, /* delivery note, acceptance report */
  ACQ_EVIDENCE_PIECE_INVOICE,
  ACQ_EVIDENCE_PIECE_CREDIT_NOTE,
  ACQ_EVIDENCE_PIECE_STATEMENT,
  ACQ_EVIDENCE_PIECE_INTEREST,
  ACQ_EVIDENCE_PIECE_LIMITATION,
  ACQ_EVIDENCE_PIECE_REMINDER,
  ACQ_EVIDENCE_PIECE_EXCHANGES, /* calls, promises, disputes */
  ACQ_EVIDENCE_PIECE_NOTICE,
  ACQ_EVIDENCE_PIECE_NOTICE_PROOF, /* proof of posting, acknowledgement of receipt */
  ACQ_EVIDENCE_PIECE_OTHER,
  ACQ_N_EVIDENCE_PIECE_KINDS,
} AcqEvidencePieceKind;

ACQ_DECLARE_CODES (AcqEvidencePieceKind, acq_evidence_piece_kind)

AcqEvidenceSection acq_evidence_piece_kind_section (AcqEvidencePieceKind kind);
/* How a document of that kind is called where nothing better is known: "Extrait Kbis du créancier". */
const char *acq_evidence_piece_kind_title (AcqEvidencePieceKind kind);
/* Made from data when the file is written. */
gboolean acq_evidence_piece_kind_is_made (AcqEvidencePieceKind kind);

/* One invoice in a demand for payment. */
typedef struct
{
  char *number;
  AcqDay due;
  gint64 amount; /* asked, cents; below zero: not known */
} AcqEvidenceDemandItem;

/* A reminder of which only the record was kept, not the words. */
typedef struct
{
  char *channel; /* "courriel", "lettre"; nullable, as the two below */
  char *address;
  char *hash;       /* SHA-256 of what left */
  GPtrArray *items; /* (element-type AcqEvidenceDemandItem) */
} AcqEvidenceDemand;

/**
 * AcqEvidencePiece:
 *
 * One document of an evidence file. Without copy, words and demand it is missing, and the list of pieces says so.
 */
typedef struct
{
  AcqEvidencePieceKind kind;
  char *title; /* "Facture F2025-0187" */
  AcqDay day;  /* ACQ_DAY_NONE: not known */
  GBytes *copy;              /* PDF, PNG or JPEG; nullable */
  char *words;               /* what a mail said; nullable */
  GBytes *original;          /* the mail itself, for the folder of pieces; nullable */
  AcqEvidenceDemand *demand; /* nullable */
  GBytes *pdf;               /* once the file is written; NULL: the piece is missing */
  guint number;              /* from 1, once the pieces are numbered; 0: the piece is missing */
  guint first_page;          /* of the whole file, from 1 */
  guint n_pages;
} AcqEvidencePiece;

AcqEvidencePiece *acq_evidence_piece_new (AcqEvidencePieceKind kind, const char *title, AcqDay day);
void acq_evidence_piece_free (AcqEvidencePiece *self);

gboolean acq_evidence_piece_is_missing (const AcqEvidencePiece *self);
/* The record of a reminder; any text may be NULL. Borrowed. */
AcqEvidenceDemand *acq_evidence_piece_set_demand (AcqEvidencePiece *self, const char *channel,
                                                  const char *address, const char *hash);
void acq_evidence_demand_add (AcqEvidenceDemand *self, const char *number, AcqDay due, gint64 amount);

G_END_DECLS
