-- SPDX-License-Identifier: GPL-3.0-or-later
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
