-- The few rows that every tick or message looks for are found without reading through the many.
-- Who has quiet hours, whose role ends, who is to come; dialogs that have ended; what somebody filed, was asked.

CREATE INDEX people_with_quiet_hours ON people (telegram_id) WHERE quiet_from IS NOT NULL;
CREATE INDEX memberships_that_end ON memberships (until) WHERE until IS NOT NULL;
CREATE INDEX arrivals_by_state ON arrivals (state);
CREATE INDEX dialogs_ended ON dialogs (touched_at) WHERE state = 'ended';
CREATE INDEX filings_by_person ON filings (person_id, filed_at);
CREATE INDEX broadcast_recipients_by_person ON broadcast_recipients (person_id);
