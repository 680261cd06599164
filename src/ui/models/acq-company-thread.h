/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-company-file.h"

G_BEGIN_DECLS

/**
 * AcqCompanyThread:
 *
 * The thread on which one company file lives from its opening to its closing: a connection belongs to the thread that
 * opened it. Jobs run one after the other, in the order in which they were given.
 */
typedef struct _AcqCompanyThread AcqCompanyThread;

/* Runs on the thread and returns the task. The file is NULL until a job has opened it. */
typedef void (*AcqCompanyJob) (AcqCompanyFile **file, GTask *task);

AcqCompanyThread *acq_company_thread_new (void);
/* Takes the task. One whose cancellable was cancelled before its turn is returned unrun. */
void acq_company_thread_take (AcqCompanyThread *self, GTask *task, AcqCompanyJob job);
/* Waits for the jobs that were given, closes the file and frees the thread. */
void acq_company_thread_end (AcqCompanyThread *self);

/* Has a function run on the main context of a task, never on the thread that asks: what belongs to the main thread must not
   be touched, or freed, elsewhere. */
void acq_company_thread_hand_over (GTask *task, GSourceFunc func, gpointer data, GDestroyNotify free_data);

G_END_DECLS
