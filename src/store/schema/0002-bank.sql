-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reading the bank: what the user decided once for all later files and lines.

-- Receipts whose label holds these words, folded and in this order, are never a customer's.
CREATE TABLE label_rule (
  id      INTEGER PRIMARY KEY,
  words   TEXT NOT NULL UNIQUE,
  created TEXT NOT NULL
) STRICT;

-- The rule that left a line out: it is a receipt again where the rule goes.
ALTER TABLE bank_transaction ADD COLUMN label_rule_id INTEGER REFERENCES label_rule (id);
CREATE INDEX bank_transaction_label_rule ON bank_transaction (label_rule_id) WHERE label_rule_id IS NOT NULL;

-- How the columns of a table are to be read. A table is known again by the hash of its heading row; "columns" is a JSON
-- object as "import --mapping" takes it.
CREATE TABLE column_mapping (
  headings_hash TEXT PRIMARY KEY,
  kind          TEXT NOT NULL,
  columns       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- statement, report or notice: only the first covers days and has balances that prove something.
ALTER TABLE statement ADD COLUMN kind TEXT NOT NULL DEFAULT 'statement';

-- A provisional line was only reported during its day; a statement that tells it too takes it over. The ids of the order
-- and of the batch in it are those of ISO 20022 (MsgId, PmtInfId).
ALTER TABLE bank_transaction ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bank_transaction ADD COLUMN message_id TEXT;
ALTER TABLE bank_transaction ADD COLUMN payment_id TEXT;
CREATE INDEX bank_transaction_provisional ON bank_transaction (account_id) WHERE provisional;

-- What the bank said apart of the payments in one line. It waits until that line is there; the account is kept by its name,
-- for one that no statement tells of must not become an account.
CREATE TABLE notice (
  id             INTEGER PRIMARY KEY,
  batch_id       INTEGER REFERENCES batch (id),
  transaction_id INTEGER REFERENCES bank_transaction (id) ON DELETE SET NULL,
  iban           TEXT,
  number         TEXT,
  currency       TEXT NOT NULL,
  booked         TEXT NOT NULL,
  amount         INTEGER NOT NULL,
  label          TEXT NOT NULL,
  bank_ref       TEXT,
  message_id     TEXT,
  payment_id     TEXT
) STRICT;
CREATE INDEX notice_batch ON notice (batch_id);
CREATE INDEX notice_day ON notice (booked, amount);
CREATE INDEX notice_transaction ON notice (transaction_id) WHERE transaction_id IS NOT NULL;
CREATE INDEX notice_waiting ON notice (booked, amount) WHERE transaction_id IS NULL;

CREATE TABLE notice_part (
  id                INTEGER PRIMARY KEY,
  notice_id         INTEGER NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
  amount            INTEGER NOT NULL,
  label             TEXT NOT NULL,
  bank_ref          TEXT,
  counterparty      TEXT,
  counterparty_iban TEXT,
  remittance        TEXT,
  end_to_end        TEXT,
  means             TEXT NOT NULL,
  returned          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX notice_part_notice ON notice_part (notice_id);

-- The parts that a line was lent by a notice.
ALTER TABLE transaction_part ADD COLUMN notice_id INTEGER REFERENCES notice (id);
CREATE INDEX transaction_part_notice ON transaction_part (notice_id) WHERE notice_id IS NOT NULL;
