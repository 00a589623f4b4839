"""Makes `docs/reference/` from the types, the rules, the mistakes of form and the commands."""
