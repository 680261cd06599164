/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-cli.h"
#include "acq-ledger.h"
#include "acq-message.h"

G_BEGIN_DECLS

/* Each in its own file; see the table for usage. */
AcqCliExit acq_cli_create (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_set (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_demo (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_import (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_undo (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_list (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_reconcile (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_match (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_unmatch (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_pay (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_note (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_agree (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_interest (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_plan (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_why (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_approve (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_scenario (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_letter (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_kpi (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_forecast (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_export (AcqCli *self, int argc, char **argv);
AcqCliExit acq_cli_verify (AcqCli *self, int argc, char **argv);

/* What was typed behind "export"; all but the output is for evidence files alone. All nullable. */
typedef struct
{
  char *output;
  char *customer;
  char **invoices;
  char *reader;
  char *court;
  char *works;
  char **documents; /* "contract=PATH" */
  char *accept;
  char *reason;
} AcqCliExportOptions;

AcqCliExit acq_cli_export_evidence (AcqCli *self, const char *path, const AcqCliExportOptions *options);

/* The parts of "list". */
AcqCliExit acq_cli_list_customers (AcqCli *self, AcqCompanyFile *file);
AcqCliExit acq_cli_list_invoices (AcqCli *self, AcqCompanyFile *file, const char *status,
                                  const char *customer);
AcqCliExit acq_cli_list_transactions (AcqCli *self, AcqCompanyFile *file);
AcqCliExit acq_cli_list_messages (AcqCli *self, AcqCompanyFile *file);
/* One of them, inside a list. */
void acq_cli_add_message (AcqCli *self, const AcqLedger *ledger, const AcqMessage *message);
AcqCliExit acq_cli_list_notes (AcqCli *self, AcqCompanyFile *file);
AcqCliExit acq_cli_list_journal (AcqCli *self, AcqCompanyFile *file);
AcqCliExit acq_cli_list_batches (AcqCli *self, AcqCompanyFile *file);

G_END_DECLS
