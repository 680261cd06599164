/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/* What the user overrules of a letter that should not leave as it is, and why. */
typedef struct
{
  char **codes; /* NULL-terminated */
  char *reason;
} AcqAcceptance;

AcqAcceptance *acq_acceptance_copy (const AcqAcceptance *self); /* NULL for NULL */
void acq_acceptance_free (AcqAcceptance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqAcceptance, acq_acceptance_free)

/**
 * acq_acceptance_ask_async:
 * @codes: that block the letter and that he may overrule, separated by ", "
 *
 * Says in words what is wrong and asks for the reason, without which there is no going on.
 */
void acq_acceptance_ask_async (GtkWindow *parent, AcqOpenCompany *company, const char *codes, GAsyncReadyCallback callback,
                               gpointer data);
/* (transfer full): NULL where the letter is rather not written. */
AcqAcceptance *acq_acceptance_ask_finish (GAsyncResult *result);

G_END_DECLS
