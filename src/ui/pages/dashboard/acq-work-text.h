/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-todays-work.h"

G_BEGIN_DECLS

/**
 * AcqWorkText:
 *
 * One thing to do in the user's words, and where it is done. An action without a page is the window's import; the page
 * "session" is the reminder session, "deposit" the dialog for cheques that go to the bank.
 */
typedef struct
{
  const char *icon;
  char *title;
  char *detail; /* "" for none */
  char *amount; /* nullable */
  const char *button;
  const char *page; /* nullable */
  char *target;
} AcqWorkText;

AcqWorkText *acq_work_text_new (const AcqWorkItem *item, AcqDay today);
void acq_work_text_free (AcqWorkText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqWorkText, acq_work_text_free)

G_END_DECLS
