-- SPDX-License-Identifier: GPL-3.0-or-later
-- The company's own scenarios, and presets that it has changed (these have the preset's code). Presets as they come with the
-- program are not here.

CREATE TABLE scenario (
  id               INTEGER PRIMARY KEY,
  code             TEXT NOT NULL UNIQUE,
  name             TEXT,
  position         INTEGER NOT NULL,
  minimum_interval INTEGER NOT NULL,
  sequel           TEXT NOT NULL
) STRICT;

CREATE TABLE scenario_step (
  scenario_id     INTEGER NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
  position        INTEGER NOT NULL,
  code            TEXT NOT NULL,
  level           INTEGER NOT NULL,
  anchor          TEXT NOT NULL,
  offset_days     INTEGER NOT NULL,
  channel         TEXT NOT NULL,
  fallback        TEXT NOT NULL,
  tone            TEXT NOT NULL,
  mode            TEXT NOT NULL,
  role            TEXT NOT NULL,
  minimum_amount  INTEGER NOT NULL DEFAULT 0,
  or_new_customer INTEGER NOT NULL DEFAULT 0,
  kinds           INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (scenario_id, position),
  UNIQUE (scenario_id, code)
) STRICT, WITHOUT ROWID;

-- Who gets a scenario without being named: all of its conditions hold.
CREATE TABLE scenario_condition (
  scenario_id INTEGER NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
  position    INTEGER NOT NULL,
  criterion   TEXT NOT NULL,
  value       INTEGER NOT NULL,
  PRIMARY KEY (scenario_id, position)
) STRICT, WITHOUT ROWID;

-- Named by hand: a customer, or one invoice. The scenario is a code, so that one of a preset stays when the preset's row goes.
CREATE TABLE scenario_choice (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER UNIQUE REFERENCES customer (id) ON DELETE CASCADE,
  invoice_id  INTEGER UNIQUE REFERENCES invoice (id) ON DELETE CASCADE,
  scenario    TEXT NOT NULL,
  CHECK ((customer_id IS NULL) <> (invoice_id IS NULL))
) STRICT;

-- What a message sounded like when it was approved: its scenario may change or go.
ALTER TABLE message ADD COLUMN tone TEXT;
ALTER TABLE message_item ADD COLUMN tone TEXT;
ALTER TABLE reminder ADD COLUMN tone TEXT;
CREATE TEMP TABLE tone_of_step (step TEXT PRIMARY KEY, tone TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO tone_of_step VALUES
  ('before_due', 'informative'),
  ('second_reminder', 'firm'),
  ('proposal', 'proposal'),
  ('last_reminder', 'last'),
  ('last_notice', 'last'),
  ('formal_notice', 'formal_notice');
UPDATE message SET tone = coalesce ((SELECT t.tone FROM tone_of_step AS t WHERE t.step = message.step), 'courteous');
UPDATE message_item
  SET tone = coalesce ((SELECT t.tone FROM tone_of_step AS t WHERE t.step = message_item.step), 'courteous');
UPDATE reminder SET tone = coalesce ((SELECT t.tone FROM tone_of_step AS t WHERE t.step = reminder.step), 'courteous')
  WHERE step IS NOT NULL;
DROP TABLE temp.tone_of_step;
