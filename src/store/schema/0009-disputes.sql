-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a dispute is about, as a code, and who at our side deals with it. NULL: nobody has said.

ALTER TABLE note ADD COLUMN category TEXT;
ALTER TABLE note ADD COLUMN person TEXT;
