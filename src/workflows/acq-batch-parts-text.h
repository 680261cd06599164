/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-transaction.h"

G_BEGIN_DECLS

/* The payments that one bank line stands for, a line each: who, how much, what he wrote. NULL where the bank does not say; free
   it. */
char *acq_batch_parts_text (const AcqTransaction *transaction);

G_END_DECLS
