-- The page of corrections reads the newest withdrawals; among a million changes there are few.
CREATE INDEX change_withdrawals ON change (sequence DESC) WHERE action IN ('redacted', 'retracted', 'merged');
