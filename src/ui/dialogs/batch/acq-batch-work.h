/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-departure.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqBatchWork:
 *
 * What is done with the letters of a day on the company's thread, and how far it has come. Counted: the window and the job
 * both hold it. The letters are the thread's while a job runs.
 */
typedef struct
{
  AcqLetterBatch *batch; /* NULL until they are drafted */
  GArray *places;        /* (element-type guint): the chosen ones, as they are to lie on the pile */
  AcqLetterCover cover;
  char *path;          /* of one PDF; nullable */
  char *folder;        /* for a PDF each; nullable */
  AcqLetterPile *pile; /* what came of it; NULL before, and on an error */
  AcqQueue *queue;     /* of the day; NULL until the letters are drafted */
  AcqCompanyView *view;
  int n_done; /* steps; read and written atomically, as below */
  int n_all;
} AcqBatchWork;

AcqBatchWork *acq_batch_work_new (const AcqCompanyView *view);
AcqBatchWork *acq_batch_work_ref (AcqBatchWork *self);
void acq_batch_work_unref (gpointer self);

/* From 0 to 1, while a job runs. */
double acq_batch_work_get_progress (AcqBatchWork *self);

/* The callback takes the answer by acq_open_company_ask_finish(): the work itself, or NULL with the error. */
void acq_batch_work_draft_async (AcqBatchWork *self, AcqOpenCompany *company, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
void acq_batch_work_check_async (AcqBatchWork *self, AcqOpenCompany *company, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer data);
/* By acq_open_company_change_finish(). */
void acq_batch_work_go_async (AcqBatchWork *self, AcqOpenCompany *company, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer data);

G_END_DECLS
