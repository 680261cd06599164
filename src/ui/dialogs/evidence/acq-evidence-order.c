/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-order.h"

struct _AcqEvidenceOrder
{
  char *customer;
  AcqEvidenceReader reader;
  char *court;
  char *works;
  GArray *documents; /* (element-type AcqEvidenceDocument) with paths of their own */
  char *output;
  AcqAcceptance *accepted;
  int progress; /* thousandths; atomic */
};

static void
clear_document (gpointer data)
{
  AcqEvidenceDocument *document = data;

  g_free ((char *) document->path);
}

AcqEvidenceOrder *
acq_evidence_order_new (const char *customer, AcqEvidenceReader reader, const char *court, const char *works,
                        const GArray *documents, const char *output, const AcqAcceptance *accepted)
{
  AcqEvidenceOrder *self = g_atomic_rc_box_new0 (AcqEvidenceOrder);

  self->customer = g_strdup (customer);
  self->reader = reader;
  self->court = g_strdup (court);
  self->works = g_strdup (works);
  self->documents = g_array_new (FALSE, FALSE, sizeof (AcqEvidenceDocument));
  g_array_set_clear_func (self->documents, clear_document);
  for (guint i = 0; i < documents->len; i++)
    {
      AcqEvidenceDocument document = g_array_index (documents, AcqEvidenceDocument, i);

      document.path = g_strdup (document.path);
      g_array_append_val (self->documents, document);
    }
  self->output = g_strdup (output);
  self->accepted = acq_acceptance_copy (accepted);
  return self;
}

AcqEvidenceOrder *
acq_evidence_order_ref (AcqEvidenceOrder *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_order (gpointer data)
{
  AcqEvidenceOrder *self = data;

  g_free (self->customer);
  g_free (self->court);
  g_free (self->works);
  g_array_unref (self->documents);
  g_free (self->output);
  acq_acceptance_free (self->accepted);
}

void
acq_evidence_order_unref (AcqEvidenceOrder *self)
{
  g_atomic_rc_box_release_full (self, clear_order);
}

static AcqEvidenceRequest
request_of (const AcqEvidenceOrder *self)
{
  return (AcqEvidenceRequest){
    .customer = self->customer,
    .reader = self->reader,
    .court = self->court,
    .works = self->works,
    .documents = (const AcqEvidenceDocument *) (gconstpointer) self->documents->data,
    .n_documents = self->documents->len,
    .output = self->output,
    .accepted = self->accepted == NULL ? NULL : (const char *const *) self->accepted->codes,
    .reason = self->accepted == NULL ? NULL : self->accepted->reason,
  };
}

AcqEvidenceResult *
acq_evidence_order_survey (AcqEvidenceOrder *self, AcqCompanyFile *file, GError **error)
{
  AcqEvidenceRequest request = request_of (self);

  return acq_evidence_survey (file, &request, error);
}

static void
report_progress (gpointer user_data, guint n_done, guint n_pieces)
{
  AcqEvidenceOrder *self = user_data;

  g_atomic_int_set (&self->progress, (int) (n_done * 1000 / MAX (n_pieces, 1)));
}

gboolean
acq_evidence_order_write (AcqEvidenceOrder *self, AcqCompanyFile *file, GCancellable *cancellable, GError **error)
{
  AcqEvidenceRequest request = request_of (self);
  g_autoptr (AcqEvidenceResult) result
    = acq_evidence_export (file, &request, report_progress, self, cancellable, error);

  return result != NULL;
}

double
acq_evidence_order_get_progress (AcqEvidenceOrder *self)
{
  return g_atomic_int_get (&self->progress) / 1000.0;
}
