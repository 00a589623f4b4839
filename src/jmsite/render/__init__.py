"""From the site to its pages: which there are, where they stand and what is on them."""
