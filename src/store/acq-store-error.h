/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcqStoreError:
 * @ACQ_STORE_ERROR_FAILED: the database reported an error; the message says what was being done
 * @ACQ_STORE_ERROR_FULL: no room on the disk
 * @ACQ_STORE_ERROR_NOT_FOUND: there is no such file or row
 * @ACQ_STORE_ERROR_EXISTS: the file or row to be made is there already
 * @ACQ_STORE_ERROR_NOT_ACQUIT: the file is no company file
 * @ACQ_STORE_ERROR_NEWER: written by a newer version; left untouched
 * @ACQ_STORE_ERROR_DAMAGED: the file or its journal does not hold together
 * @ACQ_STORE_ERROR_BUSY: another program holds the file
 * @ACQ_STORE_ERROR_READ_ONLY: the file or its folder cannot be written to
 * @ACQ_STORE_ERROR_NETWORK_FOLDER: the file lies where SQLite's locks do not work
 * @ACQ_STORE_ERROR_OPEN_ELSEWHERE: another window or machine has the file, and here it is only shown; the message names it
 * @ACQ_STORE_ERROR_LATER_CHANGE: something that came later stands on what is to be taken back
 */
typedef enum
{
  ACQ_STORE_ERROR_FAILED,
  ACQ_STORE_ERROR_FULL,
  ACQ_STORE_ERROR_NOT_FOUND,
  ACQ_STORE_ERROR_EXISTS,
  ACQ_STORE_ERROR_NOT_ACQUIT,
  ACQ_STORE_ERROR_NEWER,
  ACQ_STORE_ERROR_DAMAGED,
  ACQ_STORE_ERROR_BUSY,
  ACQ_STORE_ERROR_READ_ONLY,
  ACQ_STORE_ERROR_NETWORK_FOLDER,
  ACQ_STORE_ERROR_LATER_CHANGE,
  ACQ_STORE_ERROR_OPEN_ELSEWHERE,
} AcqStoreError;

#define ACQ_STORE_ERROR (acq_store_error_quark ())
GQuark acq_store_error_quark (void);

G_END_DECLS
