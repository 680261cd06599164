/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-note-fields.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "acq-dispute-text.h"

static const AcqNoteFields kinds[] = {
  { ACQ_NOTE_KIND_PROMISE, N_ ("Promise to pay"), N_ ("Note a promise"), N_ ("Promised on"),
    N_ ("To be paid by"), TRUE, N_ ("Amount promised (all if empty)"), N_ ("In whose words"), FALSE,
    N_ ("No reminder leaves until that day. If nothing comes, the next one quotes the promise."),
    N_ ("Promise noted") },
  { ACQ_NOTE_KIND_DISPUTE, N_ ("Dispute"), N_ ("Note a dispute"), N_ ("Disputed since"), N_ ("Until (open if empty)"), FALSE,
    N_ ("Amount disputed (all if empty)"), N_ ("What is disputed"), FALSE,
    N_ ("What is disputed is not asked for; the rest still is."), N_ ("Dispute noted") },
  { ACQ_NOTE_KIND_HOLD, N_ ("Hold"), N_ ("Hold reminders back"), NULL, N_ ("Until (open if empty)"), FALSE,
    NULL, N_ ("Reason"), FALSE, N_ ("Nothing leaves up to and including that day."), N_ ("Reminders held back") },
  { ACQ_NOTE_KIND_EXCLUDE, N_ ("Exclusion"), N_ ("Never remind"), NULL, NULL, FALSE, NULL, N_ ("Reason"), FALSE,
    N_ ("No reminder leaves any more, until you withdraw this."), N_ ("Excluded from reminders") },
  { ACQ_NOTE_KIND_CALL, N_ ("Call"), N_ ("Note a call"), N_ ("Called on"), NULL, FALSE, NULL,
    N_ ("What was said"), FALSE, N_ ("It counts as a contact: the next message keeps its distance."),
    N_ ("Call noted") },
  { ACQ_NOTE_KIND_ANSWER, N_ ("Answer to read"), N_ ("Note an answer"), N_ ("Received on"), NULL, FALSE, NULL,
    N_ ("What it says"), FALSE, N_ ("Nothing leaves until you say that you have read it."), N_ ("Answer noted") },
  { ACQ_NOTE_KIND_WAIVER, N_ ("Late interest given up"), N_ ("Give up late interest"), N_ ("Up to and including"), NULL, FALSE,
    NULL, N_ ("Reason"), TRUE,
    N_ ("Interest up to that day and the indemnity are not claimed any more; the invoice is. Later days bear interest again."),
    N_ ("Late interest given up") },
  { ACQ_NOTE_KIND_HANDOVER, N_ ("Handed over"), N_ ("Note that it was handed over"), N_ ("Handed over on"), NULL, FALSE, NULL,
    N_ ("To whom (lawyer, agency, commissaire de justice)"), TRUE,
    N_ ("Nothing is sent to the customer any more, until you withdraw this: who has the file collects."),
    N_ ("Handover noted") },
  { ACQ_NOTE_KIND_POSTPONE, N_ ("Due day postponed"), N_ ("Postpone the due day"), N_ ("Agreed on"),
    N_ ("New due day"), TRUE, NULL, N_ ("Reason"), FALSE,
    N_ ("Reminders and lateness count from that day. Late interest still counts from the day on the invoice, unless you give it "
        "up."),
    N_ ("Due day postponed") },
};

const AcqNoteFields *
acq_note_fields_list (gsize *ret_n)
{
  *ret_n = G_N_ELEMENTS (kinds);
  return kinds;
}

GListModel *
acq_note_fields_list_categories (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (int category = 0; category < ACQ_N_DISPUTE_CATEGORIES; category++)
    gtk_string_list_append (words, acq_dispute_category_text ((AcqDisputeCategory) category));
  return G_LIST_MODEL (words);
}
