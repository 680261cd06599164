/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-menu.h"

#include <glib/gi18n.h>

#include "acq-release-draft.h"

static void
add_note (GMenu *menu, const char *label, AcqNoteKind kind, const char *number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.add-note", "(sss)", acq_note_kind_to_code (kind), number, "");
  g_menu_append_item (menu, item);
}

static void
add_action (GMenu *menu, const char *label, const char *action, const char *number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", number);
  g_menu_append_item (menu, item);
}

/* For the last payment. */
static void
add_receipt (GMenu *menu, const char *number)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Write a receipt…"), NULL);

  g_menu_item_set_action_and_target (item, "win.write-receipt", "(sx)", number, G_GINT64_CONSTANT (0));
  g_menu_append_item (menu, item);
}

static GMenu *
list_facts (const char *number)
{
  GMenu *menu = g_menu_new ();

  add_action (menu, _ ("Note a payment…"), "win.add-payment", number);
  add_note (menu, _ ("Note a promise…"), ACQ_NOTE_KIND_PROMISE, number);
  add_note (menu, _ ("Note a dispute…"), ACQ_NOTE_KIND_DISPUTE, number);
  add_note (menu, _ ("Note a call…"), ACQ_NOTE_KIND_CALL, number);
  return menu;
}

static GMenu *
list_reminders (const char *number)
{
  GMenu *menu = g_menu_new ();

  add_note (menu, _ ("Put on hold…"), ACQ_NOTE_KIND_HOLD, number);
  add_note (menu, _ ("Postpone the due day…"), ACQ_NOTE_KIND_POSTPONE, number);
  add_note (menu, _ ("Already reminded…"), ACQ_NOTE_KIND_REMINDED, number);
  add_note (menu, _ ("Exclude from reminders…"), ACQ_NOTE_KIND_EXCLUDE, number);
  add_note (menu, _ ("Give up late interest…"), ACQ_NOTE_KIND_WAIVER, number);
  return menu;
}

static void
add_release (GMenu *menu, const AcqInvoiceLine *line)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Ask for the retention…"), NULL);

  g_menu_item_set_action_and_target (item, "win.release-retention", "(ss)", line->customer->code,
                                     line->invoice->number);
  g_menu_append_item (menu, item);
}

GMenu *
acq_invoice_menu_new (const AcqInvoiceLine *line, AcqDay today)
{
  const char *number = line->invoice->number;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();

  if (acq_invoice_line_pass (line, ACQ_INVOICE_FILTER_OPEN))
    {
      g_autoptr (GMenu) facts = list_facts (number);
      g_autoptr (GMenu) reminders = list_reminders (number);

      g_menu_append_section (menu, NULL, G_MENU_MODEL (facts));
      g_menu_append_section (menu, NULL, G_MENU_MODEL (reminders));
    }
  if (acq_retention_is_due (line->invoice, today))
    add_release (own, line);
  if (line->invoice->balance < line->invoice->total && line->invoice->total > 0)
    add_receipt (own, number);
  add_action (own, _ ("Edit the invoice…"), "win.edit-invoice", number);
  g_menu_append (own, _ ("Copy the number"), "invoice.copy-number");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  return menu;
}
