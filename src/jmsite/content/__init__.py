"""Reading sources: YAML with positions, documents, series, Markdown, and the schema."""
