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
