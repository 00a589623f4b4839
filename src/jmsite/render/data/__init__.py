"""The model of a site for programs: records, and the JSON and Markdown that are written of them."""
