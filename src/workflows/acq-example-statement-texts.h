/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-company.h"

G_BEGIN_DECLS

/* The fresh statement of one account (0 or 1) in four forms. All are plain ASCII but the CSV's heading, which is UTF-8 until it is
   encoded. Free each. */
char *acq_example_statement_ofx (const AcqExample *self, guint account);      /* OFX 1.02, SGML */
char *acq_example_statement_camt (const AcqExample *self, guint account);     /* camt.053.001.08 */
char *acq_example_statement_cfonb120 (const AcqExample *self, guint account); /* AFB 120, lines of 120 */
char *acq_example_statement_csv (const AcqExample *self, guint account); /* as Crédit Mutuel writes it */

G_END_DECLS
