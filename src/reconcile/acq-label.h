/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-payment-provider.h"
#include "acq-transaction.h"

G_BEGIN_DECLS

/**
 * AcqLabel:
 *
 * What the texts of one bank line say, folded (ASCII capitals and digits). French banks wrap the payer in words of
 * their own ("VIR SEPA RECU /DE … /MOTIF …", "VIR INST RECU DE: … MOTIF: …"); where they do not, payer and remittance
 * cannot be told apart and both are the whole text.
 */
typedef struct
{
  char **payer_words;                 /* name words: no banking words, no legal forms, no bare digits */
  char *payer_name;                   /* these and the articles between them, joined without spaces */
  char **words;                       /* all words of label and remittance, in order */
  char *payer_key;                    /* nullable; see acq_payer_key() */
  gboolean says_deposit;              /* "acompte" */
  gboolean cheque_deposit;            /* "remise de chèques": names no payer */
  guint n_cheques;                    /* "3 chèques"; 0: not said */
  const AcqPaymentProvider *provider; /* nullable: pays out what others paid */
} AcqLabel;

AcqLabel *acq_label_read (const AcqTransaction *transaction);
void acq_label_free (AcqLabel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLabel, acq_label_free)

/**
 * acq_payer_key:
 *
 * The words by which a payer is known again: up to four words of the name without digits, legal forms and banking words.
 *
 * Returns: (transfer full) (nullable): %NULL where nothing tells who paid ("virement", "sans", a cheque deposit, a payout): that
 *   must never be learned
 */
char *acq_payer_key (const AcqTransaction *transaction);

/* The words of a customer's name that count, in order: without legal forms and articles, unless nothing else is left.
   Free with g_strfreev(). */
char **acq_name_words (const char *name);
/* The same with the articles, joined without spaces: what a cut name is the beginning of. Free it. */
char *acq_name_join (const char *name);

G_END_DECLS
