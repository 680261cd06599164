-- SPDX-License-Identifier: GPL-3.0-or-later
-- Letters as they left, and what the post said of them.

-- Of no customer's: a slip of cheques. What the user overruled stands beside it with his reason. A registered letter that came
-- back unclaimed has reached its recipient all the same.
CREATE TABLE issued_letter (
  id                INTEGER PRIMARY KEY,
  model             TEXT NOT NULL,
  reference         TEXT NOT NULL UNIQUE,
  customer_id       INTEGER REFERENCES customer (id),
  day               TEXT NOT NULL,
  n_pages           INTEGER NOT NULL,
  total_due         INTEGER NOT NULL,
  accepted          TEXT,
  reason            TEXT,
  sha256            TEXT NOT NULL,
  pdf               BLOB NOT NULL,
  registered_number TEXT,
  posted            TEXT,
  presented         TEXT,
  received          TEXT,
  returned          TEXT
) STRICT;
CREATE INDEX issued_letter_customer ON issued_letter (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE issued_letter_invoice (
  letter_id  INTEGER NOT NULL REFERENCES issued_letter (id) ON DELETE CASCADE,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  PRIMARY KEY (letter_id, invoice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX issued_letter_invoice_invoice ON issued_letter_invoice (invoice_id);

-- The counter's slip, the acknowledgement of receipt, the envelope that came back: scanned.
CREATE TABLE letter_proof (
  id        INTEGER PRIMARY KEY,
  letter_id INTEGER NOT NULL REFERENCES issued_letter (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL,
  name      TEXT NOT NULL,
  added     TEXT NOT NULL,
  sha256    TEXT NOT NULL,
  bytes     BLOB NOT NULL,
  UNIQUE (letter_id, sha256)
) STRICT;
