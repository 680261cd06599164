-- SPDX-License-Identifier: GPL-3.0-or-later
-- Late interest and indemnities are claims of their own: what a receipt pays of them never changes an invoice.

CREATE TABLE interest_payment (
  receipt_id INTEGER NOT NULL REFERENCES receipt (id) ON DELETE CASCADE,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  penalties  INTEGER NOT NULL CHECK (penalties >= 0),
  indemnity  INTEGER NOT NULL CHECK (indemnity >= 0),
  PRIMARY KEY (receipt_id, invoice_id),
  CHECK (penalties + indemnity > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX interest_payment_invoice ON interest_payment (invoice_id);
