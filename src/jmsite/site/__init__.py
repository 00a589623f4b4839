"""The site as a whole: every kind, indexed, with what refers to what and where all of it stands."""
