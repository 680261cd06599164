/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence-case.h"

/* The debt of the story on another day: nothing stands below any more. */
static void
move_to (LetterCase *story, AcqDay day)
{
  story->letter->day = day;
  story->letter->for_third_party = TRUE;
  for (guint i = 0; i < story->letter->items->len; i++)
    {
      AcqLetterItem *item = g_ptr_array_index (story->letter->items, i);

      item->below = FALSE;
      g_clear_pointer (&item->interest, acq_late_interest_free);
      if (story->letter->rule != ACQ_RATE_RULE_NONE)
        letter_case_add_interest (story, item);
    }
}

static void
add_copy (AcqEvidenceFile *file, AcqEvidencePieceKind kind, const char *title, AcqDay day)
{
  acq_evidence_file_add (file, kind, title, day)->copy = letter_case_make_copy (title);
}

static void
add_reminder (AcqEvidenceFile *file, const char *title, AcqDay day, const char *number)
{
  AcqEvidencePiece *piece = acq_evidence_file_add (file, ACQ_EVIDENCE_PIECE_REMINDER, title, day);
  AcqEvidenceDemand *demand
    = acq_evidence_piece_set_demand (piece, "courriel", "compta@deux-rives.example", NULL);

  acq_evidence_demand_add (demand, number, acq_day_new (2026, 9, 11), 115200);
}

static void
add_pieces (AcqEvidenceFile *file)
{
  add_copy (file, ACQ_EVIDENCE_PIECE_CREDITOR_REGISTRATION, NULL, acq_day_new (2026, 12, 2));
  add_copy (file, ACQ_EVIDENCE_PIECE_DEBTOR_REGISTRATION, NULL, acq_day_new (2026, 12, 2));
  add_copy (file, ACQ_EVIDENCE_PIECE_CONTRACT, "Devis n° D2025-061 signé par le débiteur",
            acq_day_new (2025, 4, 14));
  add_copy (file, ACQ_EVIDENCE_PIECE_TERMS, NULL, acq_day_new (2025, 4, 14));
  add_copy (file, ACQ_EVIDENCE_PIECE_DELIVERY, "Procès-verbal de réception sans réserve, accueil",
            acq_day_new (2025, 10, 9));
  acq_evidence_file_add_claim (file);
  add_reminder (file, "Rappel : F2025-0187, F2025-0241, F2026-0012, F2026-0057", acq_day_new (2026, 9, 3),
                "F2025-0187");
  add_reminder (file, "Rappel : F2026-0098", acq_day_new (2026, 9, 22), "F2026-0098");
  add_reminder (file, "Rappel : les cinq factures précédentes", acq_day_new (2026, 10, 20), "F2025-0187");
  add_reminder (file, "Rappel : F2026-0119", acq_day_new (2026, 10, 27), "F2026-0119");
  add_reminder (file, "Dernière relance (et rappel de F2026-0119)", acq_day_new (2026, 11, 6), "F2025-0187");
  add_copy (file, ACQ_EVIDENCE_PIECE_NOTICE, "Mise en demeure et ses annexes", acq_day_new (2026, 11, 23));
  add_copy (file, ACQ_EVIDENCE_PIECE_NOTICE_PROOF, NULL, acq_day_new (2026, 11, 25));
}

void
evidence_case_set_up (EvidenceCase *fixture, gconstpointer data)
{
  AcqEvidenceFile *file = acq_evidence_file_new ();
  AcqDay day = acq_day_new (2026, 12, 14);

  fixture->story = letter_case_new_hotel ();
  fixture->press = acq_letter_press_new (NULL);
  fixture->file = file;
  move_to (fixture->story, day);
  file->letter = g_steal_pointer (&fixture->story->letter);
  file->law = fixture->story->rates;
  file->reader = ACQ_EVIDENCE_READER_COURT;
  file->court = g_strdup ("Tribunal de commerce de Besançon");
  file->works = g_strdup ("de menuiserie et d’agencement");
  file->notice.day = acq_day_new (2026, 11, 23);
  file->notice.received = acq_day_new (2026, 11, 25);
  file->interest_until = acq_day_new (2026, 12, 31);
  fixture->story->letter = file->letter;
  file->statement = letter_case_new_statement (fixture->story);
  fixture->story->letter = NULL;
  file->statement->for_third_party = TRUE;
  for (guint i = 0; i < file->letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (file->letter->items, i);
      AcqEvidenceLimitation known
        = { item->issued - 1, acq_limitation_of_debt (file->law, ACQ_DEBTOR_REGIME_PROFESSIONAL,
                                                      item->issued - 1, item->issued) };

      g_array_append_val (file->limitations, known);
    }
  add_pieces (file);
}

void
evidence_case_tear_down (EvidenceCase *fixture, gconstpointer data)
{
  acq_evidence_file_free (fixture->file);
  acq_letter_press_free (fixture->press);
  letter_case_free (fixture->story);
}
