"""Which filing of a unit counts for a round."""

LAST_FILING = "(SELECT max(id) FROM filings WHERE unit_return_id = unit_returns.id)"
"""In SQL the id of the last filing of a unit's return, whether or not it was given back."""
COUNTED_FILING = f"""(SELECT id FROM filings WHERE id = {LAST_FILING}
    AND id NOT IN (SELECT filing_id FROM filings_given_back))"""
"""In SQL the id of the filing of a unit's return that counts, NULL where there is none: the last one, unless it was
given back."""
