/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-message-case.h"
#include "acq-queue-row.h"

G_BEGIN_DECLS

/* What the one large button does. */
typedef enum
{
  ACQ_MESSAGE_GO_NONE,
  ACQ_MESSAGE_GO_APPROVE,
  ACQ_MESSAGE_GO_PRINT,
  ACQ_MESSAGE_GO_ACCEPT, /* a notice is blocked by what the user may overrule */
  ACQ_MESSAGE_GO_CALLED,
  ACQ_MESSAGE_GO_POSTED,
  ACQ_MESSAGE_GO_OVERRULE, /* what holds it back, or what it lacks */
  ACQ_MESSAGE_GO_COPY,
} AcqMessageGo;

/* What can be done with a row. */
typedef struct
{
  AcqMessageGo go;
  gboolean go_ready; /* all that is decided on is shown */
  gboolean may_postpone;
  gboolean may_hold;
  gboolean may_withdraw;
  gboolean may_save;
  gboolean may_print_again;
} AcqMessageOptions;

/* @details: (nullable): NULL while it is worked out */
AcqMessageOptions acq_message_options_find (AcqQueueRow *row, const AcqMessageCase *details);
/* The words on the button, in the user's language; NULL for none. */
const char *acq_message_go_label (AcqMessageGo go);
/* What deserves to be said above the message: that nothing is sent yet, that it no longer holds, that the account is not
   known. NULL where there is nothing to say. Free it. */
char *acq_message_options_remark (AcqQueueRow *row, const AcqMessageCase *details);
/* The codes that block a notice and may be accepted; NULL where there are none, or others as well. Free it. */
char *acq_message_options_flaws (const AcqMessageCase *details);

G_END_DECLS
