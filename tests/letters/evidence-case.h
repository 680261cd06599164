/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-file.h"
#include "letter-case.h"

G_BEGIN_DECLS

/* The hotel's debt of letter_case_new_hotel() three weeks after the notice, on 14 December 2026, with all that a court
   asks for; a fixture. */
typedef struct
{
  LetterCase *story;
  AcqLetterPress *press;
  AcqEvidenceFile *file;
} EvidenceCase;

void evidence_case_set_up (EvidenceCase *fixture, gconstpointer data);
void evidence_case_tear_down (EvidenceCase *fixture, gconstpointer data);

G_END_DECLS
