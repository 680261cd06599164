/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/* Lists the cheques in hand, lets the user choose those that go to the bank and note what stands on them, and shows their slip.
   Says so where there is none. */
void acq_deposit_dialog_present (GtkWindow *parent, AcqOpenCompany *company);

G_END_DECLS
