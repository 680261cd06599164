/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-layout.h"
#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* How tightly a notice is set. */
typedef enum
{
  ACQ_NOTICE_FIT_NORMAL,
  ACQ_NOTICE_FIT_COMPACT, /* less leading and padding, never smaller type */
  ACQ_NOTICE_FIT_LIST,    /* compact, and the invoices stand in an annex */
  ACQ_N_NOTICE_FITS,
} AcqNoticeFit;

/* What a body is made from, and what it tells of itself. */
typedef struct
{
  const AcqLetter *letter;
  const AcqNoticeFigures *figures;
  const char *pieces; /* list of the pieces; nullable */
  AcqNoticeFit fit;
  guint demand_part;     /* set: the part that demands, which belongs on the first page */
  guint last_part;       /* set: the last of the letter proper */
  guint list_part;       /* set where has_list */
  guint interest_part;   /* set where has_interest: the first of the interest annex */
  gboolean has_list;     /* set: the annex of invoices follows */
  gboolean has_interest; /* set: the annex of interest follows */
} AcqNoticeBody;

/* Adds the letter proper, its closing, and its annexes. */
void acq_notice_body_add_to (AcqNoticeBody *self, AcqLetterLayout *layout);

G_END_DECLS
