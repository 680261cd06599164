/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-job.h"

AcqLetterRequest *
acq_letter_request_copy (const AcqLetterRequest *self)
{
  AcqLetterRequest *copy = g_memdup2 (self, sizeof *self);

  copy->customer = g_strdup (self->customer);
  copy->number = g_strdup (self->number);
  copy->output = g_strdup (self->output);
  copy->accepted = (const char *const *) g_strdupv ((char **) self->accepted);
  copy->reason = g_strdup (self->reason);
  copy->payments = g_memdup2 (self->payments, self->n_payments * sizeof *self->payments);
  copy->terms = acq_retention_terms_copy (self->terms);
  return copy;
}

void
acq_letter_request_free (AcqLetterRequest *self)
{
  if (self == NULL)
    return;
  g_free ((char *) self->customer);
  g_free ((char *) self->number);
  g_free ((char *) self->output);
  g_strfreev ((char **) self->accepted);
  g_free ((char *) self->reason);
  g_free ((gint64 *) self->payments);
  acq_retention_terms_free ((AcqRetentionTerms *) self->terms);
  g_free (self);
}
