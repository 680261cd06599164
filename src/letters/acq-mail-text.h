/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "acq-tongue.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_MAIL_BLOCK_SALUTATION,
  ACQ_MAIL_BLOCK_PARAGRAPH,
  ACQ_MAIL_BLOCK_HEADING, /* whose debts follow, where one mail tells of several debtors */
  ACQ_MAIL_BLOCK_TABLE,
  ACQ_MAIL_BLOCK_PAYMENT, /* account and reference */
  ACQ_MAIL_BLOCK_SIGNATURE,
  ACQ_MAIL_BLOCK_IMPRINT, /* who the sender is by law, small */
} AcqMailBlockKind;

typedef enum
{
  ACQ_MAIL_ROW_HEAD,
  ACQ_MAIL_ROW_ITEM,
  ACQ_MAIL_ROW_GROUP, /* "S'y ajoute :", alone in its first cell */
  ACQ_MAIL_ROW_TOTAL, /* of the items above it; first and last cell */
} AcqMailRowKind;

/* A cell that says: none. */
#define ACQ_MAIL_NOTHING "–"

typedef struct
{
  AcqMailRowKind kind;
  char **cells;  /* one a column; "" where a cell is empty */
  gint64 amount; /* of an item or a total, in minor units; 0 otherwise */
} AcqMailRow;

/* One piece of a mail. A table has rows and no text, every other block a text with the marks of acq_letter_text_fill(). */
typedef struct
{
  AcqMailBlockKind kind;
  char *text;
  GPtrArray *rows; /* (element-type AcqMailRow) all of one width; the last column holds amounts */
  guint account;   /* of a table or a payment: place among the mail's accounts, from 1; 0: it is of none */
} AcqMailBlock;

/**
 * AcqMailText:
 *
 * A mail as data: what is shown, sent and copied is made from it.
 */
typedef struct
{
  AcqTongue tongue;
  char *subject;     /* without marks */
  GPtrArray *blocks; /* (element-type AcqMailBlock) */
  char *sms;         /* (nullable) the same said in one short line */
  GPtrArray *blanks; /* (element-type utf8) codes of the fields that had nothing to say, each once */
  gboolean is_cut;   /* it was too long, and lacks its end */
} AcqMailText;

/* In French; the tongue may be changed before anything is added. */
AcqMailText *acq_mail_text_new (void);
void acq_mail_text_free (AcqMailText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqMailText, acq_mail_text_free)

/* Takes the text; NULL adds nothing. Returns the block, borrowed, or NULL. */
AcqMailBlock *acq_mail_text_take (AcqMailText *self, AcqMailBlockKind kind, char *text);
/* @code: a static string. */
void acq_mail_text_add_blank (AcqMailText *self, const char *code);
/* Whether it may leave: it has a subject and says something beside who sends it, and nothing was cut off. */
gboolean acq_mail_text_is_whole (const AcqMailText *self);
/* An empty table at the end. Borrowed. */
AcqMailBlock *acq_mail_text_add_table (AcqMailText *self);
/* Copies the cells. */
void acq_mail_block_add_row (AcqMailBlock *self, AcqMailRowKind kind, gint64 amount,
                             const char *const *cells);

/* The whole body without marks, blocks parted by an empty line; a table's rows as lines that name their columns. */
char *acq_mail_text_to_plain (const AcqMailText *self);

/* A stretch of bytes in a text. */
typedef struct
{
  guint start;
  guint end;
} AcqTextRange;

/**
 * acq_mail_text_strip:
 * @marked: with the marks of acq_letter_text_fill()
 * @ret_bold: (out) (optional) (element-type AcqTextRange) (transfer full): what is bold in the result
 *
 * Returns: (transfer full): the text without its marks
 */
char *acq_mail_text_strip (const char *marked, GArray **ret_bold);

G_END_DECLS
