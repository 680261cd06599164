/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-bulk.h"

#include <glib/gi18n.h>

#include "acq-dialogs.h"
#include "acq-shared-note.h"
#include "acq-told-change.h"

#define HOLD_DAYS 14

typedef struct
{
  AcqNoteKind kind;
  AcqDay until;
  char **numbers;
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_strfreev (deed->numbers);
  g_free (deed);
}

static gboolean
carry_out (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  const Deed *deed = data;
  const AcqNoteEntry entry = { .kind = deed->kind, .amount = -1, .day = ACQ_DAY_NONE, .until = deed->until };

  return acq_fact_enter_shared_note (file, &entry, (const char *const *) deed->numbers, error);
}

static char **
list_numbers (const AcqInvoiceListing *listing, const GArray *places, gboolean only_open)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    {
      const AcqInvoiceLine *line = acq_invoice_listing_line (listing, g_array_index (places, guint, i));

      if (!only_open || acq_invoice_line_pass (line, ACQ_INVOICE_FILTER_OPEN))
        g_ptr_array_add (numbers, g_strdup (line->invoice->number));
    }
  g_ptr_array_add (numbers, NULL);
  return (char **) g_ptr_array_free (numbers, FALSE);
}

static char *
write_done (AcqNoteKind kind, guint n)
{
  if (kind == ACQ_NOTE_KIND_HOLD)
    return g_strdup_printf (
      ngettext ("%u invoice put on hold for 14 days", "%u invoices put on hold for 14 days", n), n);
  return g_strdup_printf (
    ngettext ("%u invoice excluded from reminders", "%u invoices excluded from reminders", n), n);
}

void
acq_invoice_bulk_note (GtkWidget *widget, AcqOpenCompany *company, const AcqInvoiceListing *listing,
                       const GArray *places, AcqNoteKind kind)
{
  Deed *deed;
  g_autofree char *done = NULL;

  g_return_if_fail (kind == ACQ_NOTE_KIND_HOLD || kind == ACQ_NOTE_KIND_EXCLUDE);
  deed = g_new0 (Deed, 1);
  deed->kind = kind;
  deed->until = kind == ACQ_NOTE_KIND_HOLD ? listing->view->books->today + HOLD_DAYS : ACQ_DAY_NONE;
  deed->numbers = list_numbers (listing, places, TRUE);
  if (deed->numbers[0] == NULL)
    {
      deed_free (deed);
      acq_dialogs_tell (widget, _ ("Nothing was changed"), _ ("Nothing is left to pay of what is selected."));
      return;
    }
  done = write_done (kind, g_strv_length (deed->numbers));
  acq_open_company_change_async (company, done, carry_out, deed, deed_free, NULL, acq_told_change_cb,
                                 g_object_ref (widget));
}

void
acq_invoice_bulk_copy (GtkWidget *widget, const AcqInvoiceListing *listing, const GArray *places)
{
  g_auto (GStrv) numbers = list_numbers (listing, places, FALSE);
  g_autofree char *text = g_strjoinv ("\n", numbers);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}
