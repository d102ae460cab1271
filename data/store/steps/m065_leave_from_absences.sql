-- Whether somebody hears for a unit while on leave follows from the absence alone; the column holds only what a liaison
-- has chosen (提醒只发给B角). Leave had overwritten it, so for leave not over it is put back as it was last chosen.
UPDATE memberships SET hears = 1
WHERE hears = 0
AND EXISTS (SELECT 1 FROM absences WHERE ended_at IS NULL
    AND absences.person_id = memberships.person_id AND absences.unit_id = memberships.unit_id)
AND NOT (
    EXISTS (SELECT 1 FROM memberships AS other WHERE other.unit_id = memberships.unit_id AND other.role = 'deputy')
    AND ifnull((SELECT json_extract(detail, '$.alone') FROM audit
        WHERE action = 'deputy_hears' AND audit.person_id = memberships.person_id AND subject = CAST(unit_id AS TEXT)
        ORDER BY audit.id DESC LIMIT 1), 0)
);
