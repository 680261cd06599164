/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* The sentences of a formal notice to someone who owes no penalties: principal alone, the legal rate without a figure from
   receipt on (articles 1231-6 and 1344-1 of the Code civil), and no cost of collection (L111-8 of the Code des procédures
   civiles d'exécution). As in acq-notice-text.h. */

char *acq_consumer_opening (const AcqLetter *letter, const AcqNoticeFigures *figures);
char *acq_consumer_demand (const AcqLetter *letter, const AcqNoticeFigures *figures);
char *acq_consumer_law (const AcqLetter *letter);
char *acq_consumer_dispute (const AcqLetter *letter, const AcqNoticeFigures *figures);
/* Article L612-1 of the Code de la consommation; NULL for associations and co-ownerships. */
char *acq_consumer_mediator (const AcqLetter *letter);

G_END_DECLS
