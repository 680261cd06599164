-- SPDX-License-Identifier: GPL-3.0-or-later
-- Letters and mails: rates of interest, and what the user changed in their texts.

-- Rates of half-years that the user entered, or confirmed with a source.
CREATE TABLE legal_rate (
  kind       TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  rate       INTEGER NOT NULL,
  checked_on TEXT,
  source     TEXT,
  PRIMARY KEY (kind, valid_from)
) STRICT, WITHOUT ROWID;
INSERT INTO legal_rate (kind, valid_from, rate)
  SELECT iif(key GLOB 'ecb_rate.*', 'ecb_rate', 'legal_rate_professional'),
         substr(key, -7, 4) || iif(substr(key, -1) = '1', '-01-01', '-07-01'),
         CAST(round(CAST(value AS REAL) * 100) AS INTEGER)
    FROM setting WHERE key GLOB 'ecb_rate.*' OR key GLOB 'legal_rate.*';
DELETE FROM setting WHERE key GLOB 'ecb_rate.*' OR key GLOB 'legal_rate.*';

-- How a customer is spoken to in French: vous or tu.
ALTER TABLE customer ADD COLUMN address_form TEXT NOT NULL DEFAULT 'vous';

-- The texts that the user wrote in place of those that come with the program; without a row those are in force. English
-- has the address form vous.
CREATE TABLE template (
  id           INTEGER PRIMARY KEY,
  model        TEXT NOT NULL,
  language     TEXT NOT NULL,
  address_form TEXT NOT NULL,
  subject      TEXT NOT NULL,
  body         TEXT NOT NULL,
  sms          TEXT,
  UNIQUE (model, language, address_form)
) STRICT;
