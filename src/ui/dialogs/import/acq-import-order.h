/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-item.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqImportOrder:
 *
 * Files to read on the company's thread, with how far that is. Counted; the main thread may look at the progress and cancel
 * while the company's thread works, and at the rest once that is over.
 */
typedef struct _AcqImportOrder AcqImportOrder;

AcqImportOrder *acq_import_order_new (void);
AcqImportOrder *acq_import_order_ref (AcqImportOrder *self);
void acq_import_order_unref (AcqImportOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqImportOrder, acq_import_order_unref)

void acq_import_order_add (AcqImportOrder *self, AcqImportItem *item);
void acq_import_order_cancel (AcqImportOrder *self);
/* Of all files, in thousandths. */
int acq_import_order_get_progress (AcqImportOrder *self);

/* An AcqAskFunc: reads the first file and keeps nothing. The answer is an AcqImportPreview; data is the order. */
gpointer acq_import_order_preview (AcqCompanyFile *file, gpointer data, GCancellable *cancellable,
                                   GError **error);
/* An AcqChangeFunc: imports all files, each by itself. TRUE where at least one came in. */
gboolean acq_import_order_carry_out (AcqCompanyFile *file, gpointer data, GCancellable *cancellable,
                                     GError **error);

/* What became of one file. */
typedef struct
{
  AcqImportItem *item;     /* owned */
  int kind;                /* its kind when the order was given */
  GHashTable *mapping;     /* (nullable) what was told of its columns then */
  AcqImportKind mapped_kind; /* of what, where something was */
  guint n_told;
  AcqColumnMapping *columns; /* (nullable) of a table that could not be read, to be asked about */
  gboolean columns_remembered;
  AcqImportResult *result; /* NULL: it was not imported */
  GError *error;           /* NULL: it was, or its turn did not come before the order was cancelled */
} AcqImportOutcome;

/* (element-type AcqImportOutcome): in the order of the files. */
GPtrArray *acq_import_order_get_outcomes (AcqImportOrder *self);

G_END_DECLS
