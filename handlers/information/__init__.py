"""Work information: sent by units, taken into briefs by the office."""
