/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-transaction.h"

G_BEGIN_DECLS

/* What follows the first words of a label. */
typedef enum
{
  ACQ_LABEL_REST_NOTHING,  /* nothing that says more, markers apart */
  ACQ_LABEL_REST_NAME,     /* a name, and perhaps what the payer wrote */
  ACQ_LABEL_REST_CHEQUE,   /* the number of a cheque or of a deposit */
} AcqLabelRest;

/* No beginning is longer, in bytes. */
#define ACQ_LABEL_MAX_BEGINNING 40

/* How labels of one kind begin. The words stand in the row itself, for each label of a file is compared with all rows. */
typedef struct
{
  char words[ACQ_LABEL_MAX_BEGINNING + 1]; /* capitals; '#' stands for a digit; a word that ends in a digit goes on in the label */
  AcqMeans means;
  AcqLabelRest rest;
  gboolean returned;
  gboolean outgoing; /* the party is the beneficiary */
} AcqLabelBeginning;

typedef enum
{
  ACQ_LABEL_PART_PAYER,
  ACQ_LABEL_PART_BENEFICIARY,
  ACQ_LABEL_PART_REMITTANCE,
  ACQ_LABEL_PART_END_TO_END,
  ACQ_LABEL_PART_OTHER,
} AcqLabelPart;

/* A word behind which a part of the label stands; banks that have any write them in capitals. */
typedef struct
{
  const char *word;
  AcqLabelPart part;
} AcqLabelMarker;

/**
 * AcqLabelDialect:
 *
 * How one bank, or some that write alike, words its lines. A new bank is one entry in the table.
 */
typedef struct
{
  const char *bank;
  const AcqLabelBeginning *beginnings; /* ended by one without words */
  const AcqLabelMarker *markers;       /* ended by one without a word */
} AcqLabelDialect;

extern const AcqLabelDialect acq_label_dialects[];
extern const gsize acq_label_n_dialects;

G_END_DECLS
