"""Reading and writing files: where sources come from, where the site goes."""
