/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"
#include "acq-store-error.h"

G_BEGIN_DECLS

/**
 * AcqConnection:
 *
 * One connection to one SQLite database, confined to the thread that opened it. Prepared statements are kept
 * by their text, which must be static; texts are never composed.
 */
typedef struct _AcqConnection AcqConnection;

/**
 * AcqRows:
 *
 * A statement at work. Values are bound by a format, one character each:
 * i: gint64; z: gint64, 0 meaning NULL; b: gboolean (int); t: const char * or NULL; d: AcqDay or ACQ_DAY_NONE
 * for NULL; B: GBytes * or NULL. Texts and bytes must live until the rows are freed or the next step.
 */
typedef struct _AcqRows AcqRows;

/* For a program to call once, before it has threads or connections: makes all of them quicker. */
void acq_connection_set_up (void);

/* Opens or, if asked, creates. Sets foreign keys, WAL, synchronous FULL, a time-out for locks. */
AcqConnection *acq_connection_open (const char *path, gboolean create, GError **error);
/* A private database in memory, for tests. */
AcqConnection *acq_connection_open_memory (GError **error);
void acq_connection_close (AcqConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqConnection, acq_connection_close)

/* Runs one or several statements without values. */
gboolean acq_connection_exec (AcqConnection *self, const char *sql, GError **error);
/* Runs one statement to its end with the values of the format. */
gboolean acq_connection_run (AcqConnection *self, GError **error, const char *sql, const char *format, ...);
/* Starts one statement; step through it with acq_rows_next(). */
AcqRows *acq_connection_query (AcqConnection *self, GError **error, const char *sql, const char *format, ...);
/* The first column of the first row as an integer. FALSE on an error; *ret_value stays as it was where there
   is no row. */
gboolean acq_connection_get_int (AcqConnection *self, gint64 *ret_value, GError **error, const char *sql,
                                 const char *format, ...);
gint64 acq_connection_last_id (AcqConnection *self);
/* Rows that the last statement inserted, changed or deleted. */
gint64 acq_connection_changes (AcqConnection *self);

/* IMMEDIATE transactions do not nest. */
gboolean acq_connection_begin (AcqConnection *self, GError **error);
gboolean acq_connection_commit (AcqConnection *self, GError **error);
/* Does nothing outside a transaction. */
void acq_connection_rollback (AcqConnection *self);

/* Copies the database as it is now into a new file. Fails if that file exists. */
gboolean acq_connection_backup (AcqConnection *self, const char *path, GError **error);

/* TRUE with a row; FALSE at the end, or on an error, which is then set. */
gboolean acq_rows_next (AcqRows *self, GError **error);
gint64 acq_rows_int (AcqRows *self, int column);
gboolean acq_rows_is_null (AcqRows *self, int column);
/* Valid until the next step. */
const char *acq_rows_text (AcqRows *self, int column);
char *acq_rows_dup_text (AcqRows *self, int column);
AcqDay acq_rows_day (AcqRows *self, int column);
/* (transfer full) (nullable) */
GBytes *acq_rows_dup_bytes (AcqRows *self, int column);
/* Gives the statement back; NULL is allowed. */
void acq_rows_free (AcqRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqRows, acq_rows_free)

G_END_DECLS
