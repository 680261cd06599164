/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"

#include <glib/gi18n.h>

static const AcqCliVerb verbs[] = {
  { "create", "FILE --name N [--siren S] [--iban I] [--profile P.json]", N_ ("make a new company file"),
    acq_cli_create },
  { "set", "FILE KEY=VALUE…", N_ ("write details of the sender and settings"), acq_cli_set },
  { "demo", "FILE [--files DIR]", N_ ("make the example company, and files of it to import"), acq_cli_demo },
  { "import", "FILE PATH… [--as auto|invoices|statement|customers|ledger] [--mapping M.json] [--dry-run]",
    N_ ("read statements, invoices, customers, accounting exports"), acq_cli_import },
  { "undo", "FILE BATCH|SLIP", N_ ("take an import or a deposit slip back"), acq_cli_undo },
  { "list", "FILE customers|invoices|transactions|messages|notes|journal|batches [--status S] [--customer C]",
    N_ ("show what the file holds"), acq_cli_list },
  { "reconcile", "FILE [--apply]", N_ ("propose what receipts pay; --apply posts the sure ones"),
    acq_cli_reconcile },
  { "match", "FILE TRANSACTION INVOICE=AMOUNT… [--interest]", N_ ("say what a receipt pays"), acq_cli_match },
  { "unmatch", "FILE TRANSACTION [INVOICE]", N_ ("take a match back"), acq_cli_unmatch },
  { "pay",
    "FILE INVOICE AMOUNT --on DAY --means cheque|cash|card|transfer|compensation|write_off [--reason TEXT]"
    " [--number TEXT] [--bank TEXT] [--drawer TEXT]",
    N_ ("enter a payment without a bank line"), acq_cli_pay },
  { "note",
    "FILE promise|dispute|hold|exclude|call|reminded|answer|waiver|handover|postpone --invoice N|--customer C"
    " [--amount A] [--until DAY] [--on DAY] [--reason TEXT]"
    " [--category price|quantity|quality|not_ordered|document|details|other] [--person TEXT]",
    N_ ("enter a fact that holds or changes reminders"), acq_cli_note },
  { "agree", "FILE --customer C|--invoice N,… --instalments K --first DAY",
    N_ ("keep a payment plan: monthly instalments of what is overdue"), acq_cli_agree },
  { "interest", "FILE INVOICE [--at DAY]", N_ ("work out late interest and indemnity"), acq_cli_interest },
  { "plan", "FILE [--until DAY]", N_ ("who is to be reminded, and who is not and why"), acq_cli_plan },
  { "why", "FILE INVOICE [--on DAY]", N_ ("explain the decision about one invoice"), acq_cli_why },
  { "approve", "FILE --all|--customer C [--overrule NEED,…]", N_ ("approve the reminders planned for today"),
    acq_cli_approve },
  { "scenario",
    "FILE list, or FILE import PATH, or FILE export CODE --output PATH, or FILE remove|default|first CODE, or FILE choose CODE|none"
    " --customer C|--invoice N",
    N_ ("steps of reminders: show, take from a file, write to one, say who gets which"), acq_cli_scenario },
  { "letter",
    "FILE --customer C|--invoice N --model formal_notice|statement|payment_plan|receipt|cheque_slip|retention_release"
    " --output X.pdf [--accept CODE,… [--reason TEXT]] [--payments ID,…] [--penalties claimed|waived]"
    " [--indemnities claimed|waived] [--later-penalties claimed|waived] [--on DAY] [--accepted DAY] [--contract TEXT]"
    " [--contract-day DAY] [--works TEXT] [--reserves N] [--lifted DAY] [--no-opposition] [--enclosures TEXT]",
    N_ ("write a letter as a PDF"), acq_cli_letter },
  { "kpi", "FILE [--from DAY] [--to DAY]",
    N_ ("work out the figures of a period, with what they are made of"), acq_cli_kpi },
  { "forecast", "FILE [--weeks N]", N_ ("which receipts to expect, week by week"), acq_cli_forecast },
  { "export",
    "FILE customers|invoices|transactions|ageing|backup --output PATH, or FILE evidence --customer C --output "
    "X.pdf|X.zip [--invoice N…] [--for lawyer|bailiff|court] [--court NAME] [--works TEXT] [--document KIND=PATH…] "
    "[--accept CODE,… [--reason TEXT]]",
    N_ ("write tables as CSV, a copy of the company file, or an evidence file"), acq_cli_export },
  { "verify", "FILE", N_ ("prove the journal and every balance"), acq_cli_verify },
  { NULL, NULL, NULL, NULL },
};

const AcqCliVerb *
acq_cli_verbs (void)
{
  return verbs;
}
