/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* (element-type utf8): the paragraphs of "Comment refaire ce calcul": rates, formula, imputation, what is left out, VAT. */
GPtrArray *acq_notice_notes_new (const AcqLetter *letter, const AcqNoticeFigures *figures);

G_END_DECLS
