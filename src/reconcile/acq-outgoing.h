/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-solving.h"

G_BEGIN_DECLS

/* How much must tie a returned payment to the one that it undoes. */
typedef enum
{
  ACQ_RETURN_SURE,
  ACQ_RETURN_TIED,
  ACQ_RETURN_ANY,
} AcqReturnStage;

/* Posts a returned payment against the one that it undoes, and notes why; FALSE where none is tied to it well enough. The task's
   outcome is the caller's. */
gboolean acq_outgoing_post_return (AcqSolving *self, AcqTask *task, AcqReturnStage stage);

/* The same for money that pays a credit note out: for sure only, or whatever is likely. */
gboolean acq_outgoing_post_refund (AcqSolving *self, AcqTask *task, gboolean sure_only);

/* The same for what a payment had too much: its invoice is then open for just that, and the rest of the payment is for it. Never
   sure, and nothing is posted in this run, so that nobody else is thought to pay it. */
gboolean acq_outgoing_note_excess (AcqSolving *self, AcqTask *task);

G_END_DECLS
