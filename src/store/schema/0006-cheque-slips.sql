-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cheque deposits: what stands on a cheque, and which cheques were handed to the bank together.

CREATE TABLE cheque_slip (
  id        INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  day       TEXT NOT NULL,
  currency  TEXT NOT NULL,
  total     INTEGER NOT NULL,
  n_cheques INTEGER NOT NULL
) STRICT;

-- One cheque that settles several invoices is several receipts with the same number, bank and drawer.
ALTER TABLE receipt ADD COLUMN cheque_number TEXT;
ALTER TABLE receipt ADD COLUMN cheque_bank TEXT;
ALTER TABLE receipt ADD COLUMN cheque_drawer TEXT;
ALTER TABLE receipt ADD COLUMN slip_id INTEGER REFERENCES cheque_slip (id);
CREATE INDEX receipt_slip ON receipt (slip_id) WHERE slip_id IS NOT NULL;
