/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company.h"
#include "acq-connection.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* What letters say of the sender. */
AcqCompany *acq_settings_repository_load_company (AcqConnection *connection, GError **error);
/* NULL or "" takes the detail away. The key must be one of acq_company_keys(). */
gboolean acq_settings_repository_set_company (AcqConnection *connection, const char *key, const char *value,
                                              GError **error);

/* Settings of the program for this company. (transfer full) (nullable): NULL without an error where it was
   never set. */
char *acq_settings_repository_get (AcqConnection *connection, const char *key, GError **error);
gboolean acq_settings_repository_set (AcqConnection *connection, const char *key, const char *value,
                                      GError **error);

/* Ways of paying that were confirmed: one more for each call. */
gboolean acq_settings_repository_learn_payer (AcqConnection *connection, const char *key, gboolean is_iban,
                                              gint64 customer_id, GError **error);
/* Takes one confirmation back; the last one takes the alias with it. */
gboolean acq_settings_repository_forget_payer (AcqConnection *connection, const char *key, gint64 customer_id,
                                               GError **error);
gboolean acq_settings_repository_load_aliases (AcqConnection *connection, AcqLedger *ledger, GError **error);

G_END_DECLS
