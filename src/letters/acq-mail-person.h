/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-tongue.h"

G_BEGIN_DECLS

/* How somebody is spoken to; nobody's sex or first name is guessed. Free what is returned. */

/* "Madame Perrin", "Ms Perrin" where the name says so, "Madame", "Madam" where it does not tell which of its words are the
   first name; NULL without a civility. */
char *acq_mail_address_person (AcqTongue tongue, const char *name);
/* "Claire" of "Mme Claire Perrin" or "PERRIN Claire"; NULL where the name does not tell. */
char *acq_mail_first_name (const char *name);

G_END_DECLS
