/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-change-text.h"

#include <glib/gi18n.h>

static const struct
{
  const char *action;
  const char *phrase;
} phrases[] = {
  { "create", NC_ ("change", "New company file") },
  { "example", NC_ ("change", "Example company") },
  { "set", NC_ ("change", "Settings") },
  { "import", NC_ ("change", "Import") },
  { "undo", NC_ ("change", "Change taken back") },
  { "match", NC_ ("change", "Match of a bank line") },
  { "match_short", NC_ ("change", "Match of a payment that fell short") },
  { "match_payout", NC_ ("change", "Match of a payment provider’s payout") },
  { "unmatch", NC_ ("change", "Match taken back") },
  { "reconcile", NC_ ("change", "Sure matches accepted") },
  { "ignore", NC_ ("change", "Bank line ignored") },
  { "unignore", NC_ ("change", "Bank line taken up again") },
  { "add_label_rule", NC_ ("change", "Rule for labels that are never a customer’s") },
  { "remove_label_rule", NC_ ("change", "Rule for labels taken back") },
  { "certainty", NC_ ("change", "What makes a match sure") },
  { "rename_account", NC_ ("change", "Name of a bank account") },
  { "dismiss", NC_ ("change", "Refused lines dismissed") },
  { "payment", NC_ ("change", "Payment") },
  { "move_payment", NC_ ("change", "Payment moved on") },
  { "take_back_payment", NC_ ("change", "Payment taken back") },
  { "payment_plan", NC_ ("change", "Payment plan") },
  { "end_plan", NC_ ("change", "End of a payment plan") },
  { "promise", NC_ ("change", "Promise") },
  { "dispute", NC_ ("change", "Dispute") },
  { "hold", NC_ ("change", "Hold") },
  { "exclude", NC_ ("change", "Exclusion") },
  { "call", NC_ ("change", "Call") },
  { "reminded", NC_ ("change", "Reminder sent elsewhere") },
  { "answer", NC_ ("change", "Answer of the customer") },
  { "waiver", NC_ ("change", "Late interest given up") },
  { "handover", NC_ ("change", "Debt handed over") },
  { "postpone", NC_ ("change", "Due day postponed") },
  { "rates", NC_ ("change", "Rates of a half-year") },
  { "close_note", NC_ ("change", "Note withdrawn") },
  { "read_answer", NC_ ("change", "Answer read") },
  { "old_items", NC_ ("change", "Answers about late invoices") },
  { "new_customer", NC_ ("change", "New customer") },
  { "edit_customer", NC_ ("change", "Customer changed") },
  { "forget_payer", NC_ ("change", "Payer forgotten") },
  { "new_invoice", NC_ ("change", "New invoice") },
  { "edit_invoice", NC_ ("change", "Invoice changed") },
  { "approve", NC_ ("change", "Reminder approved") },
  { "withdraw", NC_ ("change", "Approval withdrawn") },
  { "posted", NC_ ("change", "Letter posted") },
  { "called", NC_ ("change", "Call made") },
  { "letter", NC_ ("change", "Letter written") },
  { "take_back_slip", NC_ ("change", "Deposit slip taken back") },
  { "describe_cheque", NC_ ("change", "Details of a cheque") },
  { "evidence", NC_ ("change", "Evidence file written") },
  { "claim", NC_ ("change", "Claim in insolvency proceedings") },
  { "edit_template", NC_ ("change", "Template changed") },
  { "restore_template", NC_ ("change", "Original template taken up again") },
};

const char *
acq_change_text (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_strcmp0 (phrases[i].action, action) == 0)
      return g_dpgettext2 (NULL, "change", phrases[i].phrase);
  return action;
}
