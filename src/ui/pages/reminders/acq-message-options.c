/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-message-options.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"
#include "acq-flaw-text.h"
#include "acq-held-lines.h"
#include "acq-letter-error.h"
#include "acq-queue-text.h"

static gboolean
is_letter (AcqChannel channel)
{
  return channel == ACQ_CHANNEL_LETTER || channel == ACQ_CHANNEL_REGISTERED_LETTER;
}

static gboolean
has_all_letters (const AcqMessageCase *details)
{
  const AcqMessageDraft *draft = details == NULL ? NULL : details->draft;

  if (draft == NULL || draft->letters->len == 0)
    return FALSE;
  for (guint i = 0; i < draft->letters->len; i++)
    if (((const AcqDraftLetter *) draft->letters->pdata[i])->pdf == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_words (const AcqMessageCase *details)
{
  return details != NULL && details->draft != NULL && details->draft->text != NULL;
}

char *
acq_message_options_flaws (const AcqMessageCase *details)
{
  const GPtrArray *letters = details == NULL || details->draft == NULL ? NULL : details->draft->letters;
  GString *codes = g_string_new (NULL);

  for (guint i = 0; letters != NULL && i < letters->len; i++)
    {
      const GError *refusal = ((const AcqDraftLetter *) letters->pdata[i])->refusal;

      if (refusal == NULL)
        continue;
      if (!g_error_matches (refusal, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED)
          || !acq_flaw_text_may_accept (refusal->message))
        {
          g_string_free (codes, TRUE);
          return NULL;
        }
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", refusal->message);
    }
  return g_string_free (codes, codes->len == 0);
}

static void
decide_queued (AcqMessageOptions *options, const AcqPlanMessage *message, const AcqMessageCase *details)
{
  g_autofree char *flaws = NULL;

  options->may_postpone = TRUE;
  options->may_hold = TRUE;
  if (message->channel == ACQ_CHANNEL_CALL)
    {
      options->go = ACQ_MESSAGE_GO_CALLED;
      options->go_ready = has_words (details);
      return;
    }
  if (details != NULL && details->draft != NULL && details->draft->kind == ACQ_MESSAGE_DRAFT_MAIL)
    {
      options->go = ACQ_MESSAGE_GO_APPROVE;
      options->go_ready = has_words (details);
      return;
    }
  options->go
    = is_letter (message->channel) || details != NULL ? ACQ_MESSAGE_GO_PRINT : ACQ_MESSAGE_GO_APPROVE;
  options->go_ready = has_all_letters (details);
  flaws = acq_message_options_flaws (details);
  if (flaws == NULL)
    return;
  options->go = ACQ_MESSAGE_GO_ACCEPT;
  options->go_ready = TRUE;
}

static void
decide_approved (AcqMessageOptions *options, const AcqQueueApproved *approved, const AcqMessageCase *details)
{
  AcqChannel channel = acq_queue_text_approved_channel (approved);

  options->may_withdraw = TRUE;
  if (approved->message == NULL)
    {
      /* What was posted before the books changed has gone all the same. */
      options->go = is_letter (channel) ? ACQ_MESSAGE_GO_POSTED : ACQ_MESSAGE_GO_NONE;
      options->go_ready = is_letter (channel);
      return;
    }
  if (channel == ACQ_CHANNEL_CALL)
    options->go = ACQ_MESSAGE_GO_CALLED;
  else if (is_letter (channel))
    options->go = ACQ_MESSAGE_GO_POSTED;
  else
    options->go = ACQ_MESSAGE_GO_COPY;
  options->go_ready = channel == ACQ_CHANNEL_CALL || is_letter (channel) || has_words (details);
  options->may_print_again = is_letter (channel) && has_all_letters (details);
}

/* A message that lacks something is decided on as one that lacks nothing: once all of it can be seen, each letter of it too. */
static void
decide_held (AcqMessageOptions *options, const AcqQueueHeld *held, const AcqMessageCase *details)
{
  g_autofree char *flaws = held->message == NULL ? NULL : acq_message_options_flaws (details);

  options->may_hold = TRUE;
  options->go = acq_held_may_be_overruled (held) ? ACQ_MESSAGE_GO_OVERRULE : ACQ_MESSAGE_GO_NONE;
  options->go_ready = held->message == NULL || has_words (details) || has_all_letters (details);
  if (flaws == NULL || options->go == ACQ_MESSAGE_GO_NONE)
    return;
  options->go = ACQ_MESSAGE_GO_ACCEPT;
  options->go_ready = TRUE;
}

AcqMessageOptions
acq_message_options_find (AcqQueueRow *row, const AcqMessageCase *details)
{
  AcqMessageOptions options = { 0 };
  const AcqQueueHeld *held = acq_queue_row_get_held (row);

  options.may_save = has_all_letters (details);
  if (acq_queue_row_get_queue (row)->is_preview)
    return options;
  if (acq_queue_row_get_queued (row) != NULL)
    decide_queued (&options, acq_queue_row_get_message (row), details);
  else if (acq_queue_row_get_approved (row) != NULL)
    decide_approved (&options, acq_queue_row_get_approved (row), details);
  else if (held != NULL)
    decide_held (&options, held, details);
  return options;
}

const char *
acq_message_go_label (AcqMessageGo go)
{
  switch (go)
    {
    case ACQ_MESSAGE_GO_APPROVE:
      return _ ("Approve sending");
    case ACQ_MESSAGE_GO_PRINT:
      return _ ("Print…");
    case ACQ_MESSAGE_GO_ACCEPT:
      return _ ("Write it anyway…");
    case ACQ_MESSAGE_GO_CALLED:
      return _ ("Call made…");
    case ACQ_MESSAGE_GO_POSTED:
      return _ ("Posted…");
    case ACQ_MESSAGE_GO_OVERRULE:
      return _ ("Remind anyway…");
    case ACQ_MESSAGE_GO_COPY:
      return _ ("Copy the text");
    case ACQ_MESSAGE_GO_NONE:
      break;
    }
  return NULL;
}

static const char *
find_approved_remark (const AcqQueueApproved *approved)
{
  AcqChannel channel = acq_queue_text_approved_channel (approved);

  if (approved->message == NULL && is_letter (channel))
    return _ (
      "Something has changed since it was approved: a payment, a promise, an address. If it was posted "
      "before that, say when. If not, withdraw the approval; what is planned now stands above.");
  if (approved->message == NULL)
    return _ ("Something has changed since it was approved: a payment, a promise, a contact. It will not "
              "leave as it was. Withdraw "
              "the approval; what is planned now stands above.");
  if (channel == ACQ_CHANNEL_MAIL)
    return _ ("Approved. Acquit cannot send e-mails yet: a later version will. Until then, copy the text "
              "into your own mail "
              "program.");
  return is_letter (channel)
           ? _ ("Printed or to be printed. Say when it was posted: the reminders are counted from then on.")
           : _ ("To be called. Note the call once it was made.");
}

char *
acq_message_options_remark (AcqQueueRow *row, const AcqMessageCase *details)
{
  AcqQueue *queue = acq_queue_row_get_queue (row);
  g_autofree char *day = NULL;

  if (acq_queue_row_get_approved (row) != NULL)
    return g_strdup (find_approved_remark (acq_queue_row_get_approved (row)));
  if (queue->is_preview)
    {
      day = acq_day_text (queue->day, queue->view->books->today);
      return g_strdup_printf (
        _ ("Preview of %s, if nobody pays until then. Nothing can be approved from here."), day);
    }
  if (details != NULL && details->draft != NULL && details->draft->lacks_account)
    return g_strdup (
      _ ("Your IBAN is not known, so that nobody can pay by transfer. Give it in the preferences."));
  return details == NULL || details->draft == NULL ? NULL : g_strdup (details->draft->unread_template);
}
