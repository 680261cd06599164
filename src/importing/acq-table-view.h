/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer.h"
#include "acq-import-format.h"
#include "acq-table-headings.h"
#include "acq-written-day.h"

G_BEGIN_DECLS

/* The cells of a table by what they mean. */
typedef struct
{
  const AcqTable *table;
  const AcqTableHeadings *headings;
  const AcqImportSource *source;
  AcqDayOrder day_order[ACQ_N_FIELDS]; /* of the columns that hold days */
} AcqTableView;

/* Whether a cell was there and could be read. */
typedef enum
{
  ACQ_CELL_ABSENT, /* no such column, or empty */
  ACQ_CELL_READ,
  ACQ_CELL_WRONG,
} AcqCellState;

/* Looks through the columns of days to find their order: each by itself, those that do not tell by the others. */
void acq_table_view_init (AcqTableView *self, const AcqTable *table, const AcqTableHeadings *headings,
                          const AcqImportSource *source);

/* "" where there is none. */
const char *acq_table_view_text (const AcqTableView *self, guint row, AcqTableField field);
/* NULL where there is none. Free it. */
char *acq_table_view_dup (const AcqTableView *self, guint row, AcqTableField field);
AcqCellState acq_table_view_day (const AcqTableView *self, guint row, AcqTableField field, AcqDay *ret_day);
/* In minor units of that currency; a code or sign of a currency beside the figure is passed over. */
AcqCellState acq_table_view_amount (const AcqTableView *self, guint row, AcqTableField field,
                                    AcqCurrency currency, gint64 *ret_amount);
AcqCellState acq_table_view_amount_at (const AcqTableView *self, guint row, guint column,
                                       AcqCurrency currency, gint64 *ret_amount);
/* "oui", "x", "1", a name: TRUE; "non", "0", nothing: FALSE. */
gboolean acq_table_view_flag (const AcqTableView *self, guint row, AcqTableField field);
/* The column's, else the file's; ACQ_CURRENCY_NONE where the cell holds no currency. */
AcqCurrency acq_table_view_currency (const AcqTableView *self, guint row);

/* A row without anything of its own: empty, the headings again, a title, a total. */
gboolean acq_table_view_is_decoration (const AcqTableView *self, guint row);

/* What the row tells of the customer. Never NULL, perhaps nameless. */
AcqCustomer *acq_table_view_customer (const AcqTableView *self, guint row);

G_END_DECLS
