/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"

G_BEGIN_DECLS

/* A company file in a folder of its own, open on one day. */
typedef struct
{
  char *folder;
  char *path;
  AcqClock clock;
  AcqCompanyFile *file;
  AcqConnection *connection; /* the file's */
} StoreCase;

/* An empty file on 2026-11-20. */
StoreCase *store_case_new (void);
/* A copy of a file that was made before, on a day: copying is quick where making is not. */
StoreCase *store_case_new_copy (GBytes *bytes, AcqDay today);
/* Removes the folder with all that lies in it. */
void store_case_free (StoreCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StoreCase, store_case_free)

/* What stands at the day of store_case_new(). */
AcqClock store_case_clock (void);
/* The path of a file in the folder. Free it. */
char *store_case_path (const StoreCase *self, const char *name);
/* Writes a text there and returns its path. Free it. */
char *store_case_write (const StoreCase *self, const char *name, const char *text);
/* For somebody else to open: the case has no file and no connection any more. */
void store_case_close (StoreCase *self);
void store_case_reopen (StoreCase *self);

/* Runs SQL as one change that the program could have made, with its line in the journal. */
void store_case_change (const StoreCase *self, const char *sql);
/* What another program could do to the file: runs SQL without the journal's triggers and without checking references. */
void store_case_tamper (const StoreCase *self, const char *sql);
/* What another program reads: the first column of the first row as text; NULL where it is. Free it. */
char *store_case_ask (const StoreCase *self, const char *sql);

/**
 * store_case_dump:
 * @whole: with what is never taken back: journal, imports, their rejected lines and revisions
 *
 * All rows of all tables as text. Parts that are written anew with their row (due items, contacts…) count by what they say.
 */
char *store_case_dump (const StoreCase *self, gboolean whole);
/* Fails with the first line in which the dump now is another. */
void store_case_assert_dump (const StoreCase *self, gboolean whole, const char *expected);

/* The file proves itself. */
void store_case_assert_sound (const StoreCase *self);
/* Verification finds damage and names it with these words. */
void store_case_assert_damaged (const StoreCase *self, const char *words);

G_END_DECLS
