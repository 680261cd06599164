/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-formal-notice.h"

G_BEGIN_DECLS

/* What no invoice tells of a private works contract. Texts are nullable and belong to it. */
typedef struct
{
  char *contract;      /* its number: "M2025-014" */
  AcqDay contract_day; /* ACQ_DAY_NONE: not given */
  char *works;         /* "menuiseries extérieures" */
  AcqDay accepted;     /* when the works were accepted; ACQ_DAY_NONE: not given, which blocks */
  guint n_reserves;
  AcqDay lifted;       /* of the last reserve; ACQ_DAY_NONE: not lifted */
  gboolean unopposed;  /* the company states that no opposition was notified to it; there is no letter without that */
  char *enclosures;    /* what goes with it; NULL: the acceptance report, and that of the reserves; "": nothing */
} AcqRetentionTerms;

AcqRetentionTerms acq_retention_terms_init (void);
AcqRetentionTerms *acq_retention_terms_copy (const AcqRetentionTerms *self);
void acq_retention_terms_free (AcqRetentionTerms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqRetentionTerms, acq_retention_terms_free)

/* One invoice of which a part is kept back. Amounts in cents, VAT included. */
typedef struct
{
  char *works; /* "Décompte définitif"; nullable */
  char *number;
  AcqDay issued;
  gint64 total;
  gint64 settled;
  gint64 retained; /* what is still kept of it: total − settled, or the letter is not for it */
  AcqLetterBar bars;
} AcqReleaseItem;

/**
 * AcqRetentionRelease:
 *
 * The request to pay out what was kept back for a year as security (loi n° 71-584 du 16 juillet 1971). It reproaches nothing and
 * claims nothing beside the sum. Company, customer and recipient are borrowed.
 */
typedef struct
{
  const AcqCompany *company;
  const AcqCustomer *customer;
  const AcqCustomer *recipient;
  char *reference; /* "RG-2026-0003" */
  AcqDay day;
  AcqDay deadline;
  gboolean day_is_working; /* by the company's calendar, as the one below */
  gboolean deadline_is_working;
  int most;   /* hundredths of a per cent that the law lets be kept: 500 */
  int months; /* after the acceptance, of the law: 12 */
  AcqRetentionTerms terms;
  GPtrArray *items; /* (element-type AcqReleaseItem) by day of issue */
} AcqRetentionRelease;

AcqRetentionRelease *acq_retention_release_new (void);
void acq_retention_release_free (AcqRetentionRelease *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqRetentionRelease, acq_retention_release_free)

/* Borrowed; the caller may name the works. */
AcqReleaseItem *acq_retention_release_add (AcqRetentionRelease *self, const char *number, AcqDay issued, gint64 total,
                                           gint64 settled, gint64 retained);

/* The last day of the year for which it may be kept; ACQ_DAY_NONE where the acceptance is not known. */
AcqDay acq_retention_release_end (const AcqRetentionRelease *self);
/* Cents. */
gint64 acq_retention_release_total (const AcqRetentionRelease *self);

/**
 * acq_retention_release_write:
 *
 * The letter as a PDF, on one page where the invoices are not many. It does not judge: acq_retention_release_find_flaws() does.
 * The same letter gives the same bytes.
 *
 * Returns: (transfer full): %NULL with an ACQ_LETTER_ERROR (FIGURES where something else of an invoice is open)
 */
GBytes *acq_retention_release_write (AcqLetterPress *press, const AcqRetentionRelease *letter,
                                     AcqLetterReport *ret_report, GError **error);

G_END_DECLS
