/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-bank-accounts.h"

G_BEGIN_DECLS

/**
 * AcqAccountStrip:
 *
 * The bank accounts side by side: name, how far they were read, whether that adds up, and the balance.
 */
#define ACQ_TYPE_ACCOUNT_STRIP (acq_account_strip_get_type ())
G_DECLARE_FINAL_TYPE (AcqAccountStrip, acq_account_strip, ACQ, ACCOUNT_STRIP, GtkWidget)

/* (element-type AcqBankAccount): is not kept. */
void acq_account_strip_set_accounts (AcqAccountStrip *self, const GPtrArray *accounts, AcqDay today);

/* What an account is called: its bank and its name, or its number. Free it. */
char *acq_account_strip_name_account (const AcqBankAccount *account);

G_END_DECLS
