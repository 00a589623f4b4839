"""The swimlane map: a journey as columns and lanes, ready to be drawn by anything."""
