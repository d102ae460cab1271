-- What somebody has sent or done is found without reading what all others have.
-- Indexes by person: the last thing somebody sent or did is the one that may be put right or taken back.

CREATE INDEX reports_by_person_id ON reports (person_id);
CREATE INDEX extensions_by_person_id ON extensions (person_id);
CREATE INDEX information_by_person_id ON information (person_id);
CREATE INDEX steps_by_written_by ON steps (written_by);
CREATE INDEX steps_by_done_by ON steps (done_by);
