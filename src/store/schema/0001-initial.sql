-- SPDX-License-Identifier: GPL-3.0-or-later
-- Days are ISO 8601 texts, amounts integers in minor units of the currency beside them, enumerations the snake_case
-- codes of the command line. Columns named balance and matched are derived; "acquit-cli verify" proves them.

CREATE TABLE company_detail (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One import of one file. Never deleted: an import that was taken back stays, marked as undone.
CREATE TABLE batch (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  format      TEXT NOT NULL,
  path        TEXT NOT NULL,
  file_hash   TEXT NOT NULL,
  imported_on TEXT NOT NULL,
  read        INTEGER NOT NULL DEFAULT 0,
  added       INTEGER NOT NULL DEFAULT 0,
  updated     INTEGER NOT NULL DEFAULT 0,
  duplicates  INTEGER NOT NULL DEFAULT 0,
  rejected    INTEGER NOT NULL DEFAULT 0,
  balance     TEXT NOT NULL DEFAULT 'absent',
  undone      INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A line that was refused stays here as a task until it is mended or dismissed.
CREATE TABLE rejection (
  id        INTEGER PRIMARY KEY,
  batch_id  INTEGER NOT NULL REFERENCES batch (id),
  place     INTEGER NOT NULL,
  reason    TEXT NOT NULL,
  detail    TEXT,
  dismissed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX rejection_batch ON rejection (batch_id);

CREATE TABLE customer (
  id              INTEGER PRIMARY KEY,
  code            TEXT NOT NULL UNIQUE,
  code_generated  INTEGER NOT NULL DEFAULT 0,
  name            TEXT NOT NULL,
  name_key        TEXT NOT NULL,
  kind            TEXT NOT NULL,
  kind_source     TEXT NOT NULL,
  siren           TEXT,
  siret           TEXT,
  vat_number      TEXT,
  address         TEXT,
  postcode        TEXT,
  city            TEXT,
  country         TEXT,
  language        TEXT,
  recipient_id    INTEGER REFERENCES customer (id),
  payer_id        INTEGER REFERENCES customer (id),
  terms           TEXT,
  credit_limit    INTEGER,
  insolvent_since TEXT,
  precious        INTEGER NOT NULL DEFAULT 0,
  shortfall       TEXT,
  batch_id        INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX customer_name_key ON customer (name_key);
CREATE INDEX customer_siren ON customer (siren) WHERE siren IS NOT NULL;
CREATE INDEX customer_recipient ON customer (recipient_id) WHERE recipient_id IS NOT NULL;
CREATE INDEX customer_payer ON customer (payer_id) WHERE payer_id IS NOT NULL;

CREATE TABLE contact (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  role        TEXT NOT NULL,
  name        TEXT,
  email       TEXT,
  phone       TEXT
) STRICT;
CREATE INDEX contact_customer ON contact (customer_id);

CREATE TABLE invoice (
  id               INTEGER PRIMARY KEY,
  number           TEXT NOT NULL UNIQUE,
  customer_id      INTEGER NOT NULL REFERENCES customer (id),
  kind             TEXT NOT NULL,
  issued           TEXT NOT NULL,
  performed        TEXT,
  currency         TEXT NOT NULL,
  total            INTEGER NOT NULL,
  prepaid          INTEGER NOT NULL DEFAULT 0,
  balance          INTEGER NOT NULL,
  order_reference  TEXT,
  engagement       TEXT,
  deposited        TEXT,
  deposit_status   TEXT,
  corrects         TEXT,
  penalty_note     TEXT,
  indemnity_note   TEXT,
  discount_note    TEXT,
  factored         INTEGER NOT NULL DEFAULT 0,
  cancelled        INTEGER NOT NULL DEFAULT 0,
  opening          INTEGER NOT NULL DEFAULT 0,
  old_item         INTEGER NOT NULL DEFAULT 0,
  reminders_before INTEGER NOT NULL DEFAULT 0,
  last_reminder_before TEXT,
  batch_id         INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX invoice_customer ON invoice (customer_id);

CREATE TABLE due_item (
  id         INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL,
  due        TEXT NOT NULL,
  currency   TEXT NOT NULL,
  amount     INTEGER NOT NULL,
  balance    INTEGER NOT NULL
) STRICT;
CREATE INDEX due_item_invoice ON due_item (invoice_id);
-- Outstanding, overdue and aged balance read this index alone.
CREATE INDEX due_item_open ON due_item (currency, due, balance) WHERE balance <> 0;

CREATE TABLE vat_line (
  id             INTEGER PRIMARY KEY,
  invoice_id     INTEGER NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
  rate           INTEGER NOT NULL,
  base           INTEGER NOT NULL,
  tax            INTEGER NOT NULL,
  reverse_charge INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX vat_line_invoice ON vat_line (invoice_id);

-- What an import changed in a row that was there before: the row as it was, so that the import can be taken back.
CREATE TABLE revision (
  id        INTEGER PRIMARY KEY,
  batch_id  INTEGER NOT NULL REFERENCES batch (id),
  subject   TEXT NOT NULL,
  row_id    INTEGER NOT NULL,
  before    TEXT NOT NULL
) STRICT;
CREATE INDEX revision_batch ON revision (batch_id);
CREATE INDEX revision_row ON revision (subject, row_id);

CREATE TABLE attachment (
  id         INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  bytes      BLOB NOT NULL,
  batch_id   INTEGER REFERENCES batch (id),
  UNIQUE (invoice_id, sha256)
) STRICT;

CREATE TABLE account (
  id       INTEGER PRIMARY KEY,
  iban     TEXT,
  number   TEXT,
  name     TEXT,
  bank     TEXT,
  currency TEXT NOT NULL,
  batch_id INTEGER REFERENCES batch (id)
) STRICT;

CREATE TABLE statement (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  batch_id   INTEGER REFERENCES batch (id),
  reference  TEXT,
  first_day  TEXT,
  last_day   TEXT,
  opening    INTEGER,
  closing    INTEGER,
  balance    TEXT NOT NULL DEFAULT 'absent'
) STRICT;
CREATE INDEX statement_account ON statement (account_id);

CREATE TABLE bank_transaction (
  id                INTEGER PRIMARY KEY,
  account_id        INTEGER NOT NULL REFERENCES account (id),
  batch_id          INTEGER REFERENCES batch (id),
  booked            TEXT NOT NULL,
  value_day         TEXT,
  amount            INTEGER NOT NULL,
  matched           INTEGER NOT NULL DEFAULT 0,
  label             TEXT NOT NULL,
  bank_ref          TEXT,
  counterparty      TEXT,
  counterparty_iban TEXT,
  remittance        TEXT,
  end_to_end        TEXT,
  cheque_number     TEXT,
  means             TEXT NOT NULL,
  returned          INTEGER NOT NULL DEFAULT 0,
  return_reason     TEXT,
  ignored           INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX bank_transaction_day ON bank_transaction (account_id, booked, amount);
CREATE INDEX bank_transaction_batch ON bank_transaction (batch_id);

-- The parts of a batch entry.
CREATE TABLE transaction_part (
  id                INTEGER PRIMARY KEY,
  transaction_id    INTEGER NOT NULL REFERENCES bank_transaction (id) ON DELETE CASCADE,
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
CREATE INDEX transaction_part_parent ON transaction_part (transaction_id);

CREATE TABLE receipt (
  id             INTEGER PRIMARY KEY,
  transaction_id INTEGER UNIQUE REFERENCES bank_transaction (id),
  customer_id    INTEGER REFERENCES customer (id),
  day            TEXT NOT NULL,
  amount         INTEGER NOT NULL,
  currency       TEXT NOT NULL,
  means          TEXT NOT NULL,
  state          TEXT NOT NULL,
  state_since    TEXT NOT NULL,
  source         TEXT NOT NULL,
  reason         TEXT,
  replaced_by    INTEGER REFERENCES receipt (id),
  state_before   TEXT,
  beside         INTEGER REFERENCES receipt (id),
  batch_id       INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX receipt_beside ON receipt (beside) WHERE beside IS NOT NULL;
CREATE INDEX receipt_unlinked ON receipt (amount, day) WHERE transaction_id IS NULL;
CREATE INDEX receipt_replaced ON receipt (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE INDEX receipt_batch ON receipt (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX receipt_customer ON receipt (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE allocation (
  id         INTEGER PRIMARY KEY,
  receipt_id INTEGER NOT NULL REFERENCES receipt (id),
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  amount     INTEGER NOT NULL CHECK (amount <> 0),
  origin     TEXT NOT NULL,
  UNIQUE (receipt_id, invoice_id)
) STRICT;
CREATE INDEX allocation_invoice ON allocation (invoice_id);

CREATE TABLE payer_alias (
  key           TEXT NOT NULL,
  is_iban       INTEGER NOT NULL,
  customer_id   INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  confirmations INTEGER NOT NULL,
  PRIMARY KEY (key, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX payer_alias_customer ON payer_alias (customer_id);

CREATE TABLE note (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  invoice_id  INTEGER REFERENCES invoice (id),
  amount      INTEGER,
  day         TEXT NOT NULL,
  until       TEXT,
  reason      TEXT,
  closed      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX note_customer ON note (customer_id);
CREATE INDEX note_invoice ON note (invoice_id) WHERE invoice_id IS NOT NULL;

CREATE TABLE payment_plan (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  agreed      TEXT NOT NULL,
  ended       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX payment_plan_customer ON payment_plan (customer_id);

CREATE TABLE plan_instalment (
  plan_id INTEGER NOT NULL REFERENCES payment_plan (id) ON DELETE CASCADE,
  due     TEXT NOT NULL,
  amount  INTEGER NOT NULL,
  PRIMARY KEY (plan_id, due)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_invoice (
  plan_id    INTEGER NOT NULL REFERENCES payment_plan (id) ON DELETE CASCADE,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  PRIMARY KEY (plan_id, invoice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_invoice_invoice ON plan_invoice (invoice_id);

CREATE TABLE reminder (
  id         INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  due        TEXT,
  day        TEXT NOT NULL,
  step       TEXT,
  level      INTEGER NOT NULL,
  channel    TEXT,
  message_id INTEGER REFERENCES message (id)
) STRICT;
CREATE INDEX reminder_message ON reminder (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX reminder_invoice ON reminder (invoice_id);

-- What the user said of an invoice that was late when the first file came in, and what that wrote.
CREATE TABLE old_item_answer (
  invoice_id           INTEGER PRIMARY KEY REFERENCES invoice (id) ON DELETE CASCADE,
  answer               TEXT NOT NULL,
  receipt_id           INTEGER REFERENCES receipt (id) ON DELETE SET NULL,
  note_id              INTEGER REFERENCES note (id) ON DELETE SET NULL,
  reminders_before     INTEGER NOT NULL,
  last_reminder_before TEXT
) STRICT;
CREATE INDEX old_item_answer_receipt ON old_item_answer (receipt_id) WHERE receipt_id IS NOT NULL;
CREATE INDEX old_item_answer_note ON old_item_answer (note_id) WHERE note_id IS NOT NULL;

-- A reminder that the user approved. The same step goes to the same recipient once a round; a round ends when it was sent.
CREATE TABLE message (
  id                INTEGER PRIMARY KEY,
  recipient_id      INTEGER NOT NULL REFERENCES customer (id),
  state             TEXT NOT NULL,
  approved          TEXT NOT NULL,
  day               TEXT NOT NULL,
  scenario          TEXT NOT NULL,
  step              TEXT NOT NULL,
  level             INTEGER NOT NULL,
  round             INTEGER NOT NULL,
  channel           TEXT NOT NULL,
  address           TEXT,
  release           INTEGER NOT NULL DEFAULT 0,
  currency          TEXT NOT NULL,
  total             INTEGER NOT NULL,
  overruled         TEXT,
  hash              TEXT,
  sent              TEXT,
  registered_number TEXT,
  UNIQUE (recipient_id, step, round)
) STRICT;

CREATE TABLE message_item (
  id         INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  due        TEXT NOT NULL,
  step       TEXT NOT NULL,
  level      INTEGER NOT NULL,
  amount     INTEGER NOT NULL
) STRICT;
CREATE INDEX message_item_message ON message_item (message_id);
CREATE INDEX message_item_invoice ON message_item (invoice_id);

-- Append-only. Each line's hash is the SHA-256 of the line before it and of its own words, so that no line can be
-- changed, dropped or slipped in without breaking all that follow.
CREATE TABLE journal (
  id       INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  day      TEXT NOT NULL,
  action   TEXT NOT NULL,
  subject  TEXT,
  detail   TEXT,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE (ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN
  SELECT RAISE (ABORT, 'the journal is append-only');
END;
