/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-company-view.h"
#include "acq-file-lock.h"
#include "acq-undo-step.h"

G_BEGIN_DECLS

#define ACQ_TYPE_COMPANY_VIEW (acq_company_view_get_type ())
GType acq_company_view_get_type (void);

/**
 * AcqOpenCompany:
 *
 * A company file that the window has open. The file lives on a thread of its own, where one job runs after the other;
 * the main loop only ever holds views of it, which never change. After each change a new view is read and the property
 * "view" notifies.
 */
#define ACQ_TYPE_OPEN_COMPANY (acq_open_company_get_type ())
G_DECLARE_FINAL_TYPE (AcqOpenCompany, acq_open_company, ACQ, OPEN_COMPANY, GObject)

/* Nothing is read yet. */
AcqOpenCompany *acq_open_company_new (const char *path, AcqClock clock);

/* Opens the file and reads the first view. Errors are of ACQ_STORE_ERROR. */
void acq_open_company_load_async (AcqOpenCompany *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean acq_open_company_load_finish (AcqOpenCompany *self, GAsyncResult *result, GError **error);

const char *acq_open_company_get_path (AcqOpenCompany *self);
AcqClock acq_open_company_get_clock (AcqOpenCompany *self);
/* The company's name, or its file's while that is not known. */
const char *acq_open_company_get_name (AcqOpenCompany *self);
/* Borrowed, until the next "notify::view"; NULL before the first is read. */
const AcqCompanyView *acq_open_company_get_view (AcqOpenCompany *self);

/* Runs on the company's thread. Data is the job's own until it is freed, on the main thread. */
typedef gpointer (*AcqAskFunc) (AcqCompanyFile *file, gpointer data, GCancellable *cancellable,
                                GError **error);
typedef gboolean (*AcqChangeFunc) (AcqCompanyFile *file, gpointer data, GCancellable *cancellable,
                                   GError **error);

/**
 * acq_open_company_ask_async:
 * @func: reads and works out; changes nothing
 * @free_result: (nullable): for a result that nobody takes
 *
 * For what is not in the view: another day's plan, a draft of a letter, all bank lines.
 */
void acq_open_company_ask_async (AcqOpenCompany *self, AcqAskFunc func, gpointer data,
                                 GDestroyNotify free_data, GDestroyNotify free_result,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gpointer acq_open_company_ask_finish (AcqOpenCompany *self, GAsyncResult *result, GError **error);

/**
 * acq_open_company_change_async:
 * @done: (nullable): what was done, in the user's language, short: "Payment noted". It is offered for undo and the
 *   "changed" signal carries it; %NULL for a change that cannot be undone and needs no word
 * @func: one change of the company file, by a workflow
 *
 * Changes the file. The callback runs once the new view is there.
 */
void acq_open_company_change_async (AcqOpenCompany *self, const char *done, AcqChangeFunc func, gpointer data,
                                    GDestroyNotify free_data, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
gboolean acq_open_company_change_finish (AcqOpenCompany *self, GAsyncResult *result, GError **error);

/* Whether something is being changed: what is on show may be the past. */
gboolean acq_open_company_is_changing (AcqOpenCompany *self);

/* Offers to take back an import that a change function made; its batch stays in the list, marked as undone. Called on
   the main thread. */
void acq_open_company_offer_undo_of_import (AcqOpenCompany *self, const char *done, gint64 batch_id);
/* As above for files that one change function imported together, in their order. */
void acq_open_company_offer_undo_of_imports (AcqOpenCompany *self, const char *done, const gint64 *batches,
                                             gsize n_batches);

/* Takes back the last change that can be: acq_open_company_get_undo_label() is not NULL. */
void acq_open_company_undo_async (AcqOpenCompany *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean acq_open_company_undo_finish (AcqOpenCompany *self, GAsyncResult *result, GError **error);
/* What undo would take back, in the user's language; NULL where there is nothing, and while something is being changed. */
const char *acq_open_company_get_undo_label (AcqOpenCompany *self);

/* Who else has the file open, while it can only be read here; NULL where it can be changed. Property "read-only" tells when it
   changes. */
const AcqLockHolder *acq_open_company_get_holder (AcqOpenCompany *self);
/* Takes the file over from a machine that left its name, because the user says that it is not open there. */
void acq_open_company_take_over (AcqOpenCompany *self);

/* Reads again what another program may have changed, or because the day has changed. */
void acq_open_company_refresh (AcqOpenCompany *self);

G_END_DECLS
