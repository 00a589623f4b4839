"""What changed between two states of a project: in the journeys, not in the lines."""
