-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an agreement or a receipt gave up of the claims beside the principal.

-- NULL: interest and indemnity; "interest" or "indemnity": that one alone.
ALTER TABLE note ADD COLUMN waives TEXT;
-- The last day whose interest is owed as long as the plan is kept; NULL: interest runs on.
ALTER TABLE payment_plan ADD COLUMN interest_stop TEXT;
