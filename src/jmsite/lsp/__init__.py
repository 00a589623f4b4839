"""The language server: what an editor shows while its author writes."""
