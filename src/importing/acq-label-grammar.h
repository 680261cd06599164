/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-transaction.h"

G_BEGIN_DECLS

/* A piece of the label it was read from. */
typedef struct
{
  const char *text; /* not zero-terminated */
  gsize len;        /* 0: the label does not tell */
} AcqLabelPiece;

/* What a label tells of itself. */
typedef struct
{
  AcqMeans means;
  gboolean returned;
  AcqLabelPiece counterparty;
  AcqLabelPiece remittance;
  AcqLabelPiece end_to_end;
  AcqLabelPiece cheque_number;
} AcqLabelReading;

/**
 * acq_label_grammar_read:
 * @label: UTF-8, white space squeezed
 * @ret_reading: all empty where nothing of the label is understood; points into @label
 *
 * French banks put everything in one text: "VIR SEPA RECU /DE DUPONT SARL /MOTIF FACT 12 /REF 12" (BNP Paribas), "VIR INST
 * RECU DE: DUPONT MOTIF: FACT 12" (Société Générale), "VIR DUPONT SARL FACT 12" (Crédit Mutuel), "REMISE CHEQUES 0012345".
 * The first words tell the means and whether a payment came back (acq-label-dialects.h). The words between which the rest
 * stands tell its parts; where there are none, a name ends where it is written again, or where a reference begins.
 *
 * Returns: whether the label tells anything
 */
gboolean acq_label_grammar_read (const char *label, AcqLabelReading *ret_reading);

G_END_DECLS
