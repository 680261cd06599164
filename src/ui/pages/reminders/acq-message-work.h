/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-acceptance.h"
#include "acq-message-case.h"
#include "acq-open-company.h"
#include "acq-queue-row.h"

G_BEGIN_DECLS

/* What the user does with the selected row. Each is one change that can be taken back; what goes wrong is told in a dialog above
   @asker. All outlive the row and the asker. */

/* Once the company file holds it. The row is the one of then: another may be on show by now. */
typedef void (*AcqMessageDoneFunc) (GtkWidget *asker, AcqQueueRow *row);
/* @accepted: (transfer full) */
typedef void (*AcqMessageAcceptedFunc) (GtkWidget *asker, AcqQueueRow *row, AcqAcceptance *accepted);

/* In spite of these needs, which the message may lack. */
void acq_message_work_approve (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row,
                               AcqNeeds overruled);
void acq_message_work_withdraw (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row);
/* @done: (nullable) */
void acq_message_work_postpone (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row, AcqDay day,
                                AcqMessageDoneFunc done);
/* Withdraws the notes that hold the row's invoices back. */
void acq_message_work_release (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row);
void acq_message_work_read_answers (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row);
void acq_message_work_take_right (GtkWidget *asker, AcqOpenCompany *company);

/* Asks whether the row's letter is to be written in spite of what blocks it, where all of that may be overruled. @accepted is
   called if it is. */
void acq_message_work_accept (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row,
                              const AcqMessageCase *details, AcqMessageAcceptedFunc accepted);

/* Prints the letters of a draft. What was planned is then approved, and the user asked when it was posted.
   @accepted: (nullable): with which the draft was made. */
void acq_message_work_print (GtkWidget *asker, AcqOpenCompany *company, AcqQueueRow *row,
                             const AcqMessageDraft *draft, const AcqAcceptance *accepted);
/* Saves the letter as a PDF where the user says. Nothing else is changed. */
void acq_message_work_save (GtkWidget *asker, AcqQueueRow *row, GBytes *pdf);

G_END_DECLS
