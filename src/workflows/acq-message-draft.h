/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-job.h"
#include "acq-mail-template.h"
#include "acq-mail-text.h"
#include "acq-planning.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_MESSAGE_DRAFT_MAIL,
  ACQ_MESSAGE_DRAFT_LETTER,        /* a reminder on paper */
  ACQ_MESSAGE_DRAFT_FORMAL_NOTICE, /* one letter a debtor */
  ACQ_MESSAGE_DRAFT_CALL,
} AcqMessageDraftKind;

/* The copy of an invoice that goes with the message. */
typedef struct
{
  char *number;
  char *name; /* of the file: "F2026-0243.pdf" */
  GBytes *copy;
} AcqDraftAttachment;

/* One letter; it can leave by acq_letter_issue_draft() where it is a notice. */
typedef struct
{
  char *customer; /* code of the debtor; of the recipient for a reminder, which tells of all debtors */
  GBytes *pdf;    /* NULL: refused */
  AcqLetterResult *result; /* of a notice that may leave; else NULL */
  GError *refusal;         /* with the codes that block it; NULL where there is a PDF */
} AcqDraftLetter;

/**
 * AcqMessageDraft:
 *
 * What leaves for a planned message, to be looked at. Owns all that it holds, and needs neither file nor plan once made.
 */
typedef struct
{
  AcqMessageDraftKind kind;
  AcqTemplateModel template_model; /* of its words, as the two below */
  AcqTemplateVariant template_variant;
  gboolean fell_back;  /* there is no template in the recipient's language */
  char *unread_template; /* that the user's own words are passed over, and why, in his language; nullable */
  AcqContactRole role; /* of the contact; OTHER where there is none */
  char *name;          /* of the contact; nullable */
  char *address;      /* e-mail, phone number, or the lines of the postal address; NULL where there is none */
  char *recipient;    /* both as one line: "Claire Perrin <compta@perrin.example>"; never NULL */
  AcqMailText *text;  /* of mail and letter: what it says; of a call: its guide; NULL for a notice */
  GPtrArray *letters; /* (element-type AcqDraftLetter) of letters and notices; empty otherwise */
  GPtrArray *attachments;    /* (element-type AcqDraftAttachment) of mails, in the order of the items */
  GPtrArray *missing_copies; /* (element-type utf8) numbers of invoices of a mail without a copy */
  gboolean lacks_account;    /* the company's IBAN is not known, so that nobody can pay */
} AcqMessageDraft;

/**
 * acq_message_draft_new:
 * @planning: of that file
 * @message: of a plan of that planning
 * @accepted: (nullable): codes of a notice that the user overrules
 *
 * Nothing is written and nothing is decided. What stands in the draft comes from the message's own items, and for a
 * notice from its debtors' invoices.
 *
 * Returns: (transfer full): %NULL where the file cannot be read or the letters' faces are missing; a notice that must not
 *   leave is in the draft, with its refusal
 */
AcqMessageDraft *acq_message_draft_new (AcqCompanyFile *file, AcqPlanning *planning,
                                        const AcqPlanMessage *message, const char *const *accepted,
                                        GError **error);
/* As above among many that are drafted together: so many notices will leave before those of this message. */
AcqMessageDraft *acq_message_draft_new_behind (AcqCompanyFile *file, AcqPlanning *planning,
                                               const AcqPlanMessage *message, const char *const *accepted,
                                               guint n_before, GError **error);
void acq_message_draft_free (AcqMessageDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqMessageDraft, acq_message_draft_free)

G_END_DECLS
