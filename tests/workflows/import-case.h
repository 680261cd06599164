/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-job.h"
#include "store-case.h"

G_BEGIN_DECLS

/* Writes the text to a file of that name and imports it. NULL with the error where it is refused; the file then is as it
   was, to the last byte of its rows. */
AcqImportResult *import_case_try (StoreCase *self, const char *name, const char *text, GError **error);
/* Imports a text that must be taken, and compares "added updated duplicates rejected". Returns the batch. */
gint64 import_case_read (StoreCase *self, const char *name, const char *text, const char *counts);
void import_case_undo (StoreCase *self, gint64 batch);
/* The first column of the first row, as text. */
void import_case_expect (const StoreCase *self, const char *sql, const char *expected);

/* An OFX statement: account (NULL: none named), then lines "day amount id label" ("-" for no id), NULL-terminated. Free it. */
char *import_case_ofx (const char *account, const char *const *lines);

/* Headings of a table of invoices, and of an accounting export. */
#define INVOICES "Numéro facture;Date facture;Échéance;Code client;Client;Total TTC;Payé;Solde\n"
#define FEC                                                                                                  \
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|"      \
  "PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n"
#define SALE(entry, day, customer, number, amount, letters)                                                  \
  "VE|Ventes|" entry "|" day "|411000|Clients|" customer "|Client " customer "|" number "|" day              \
  "|Facture|" amount "|0,00|" letters "||||\n"
#define BANK(entry, day, customer, amount, letters)                                                          \
  "BQ|Banque|" entry "|" day "|411000|Clients|" customer "|Client " customer "||" day "|VIR " customer       \
  "|0,00|" amount "|" letters "||||\n"                                                                       \
  "BQ|Banque|" entry "|" day "|512000|Banque||||" day "|VIR " customer "|" amount "|0,00|||||\n"

G_END_DECLS
