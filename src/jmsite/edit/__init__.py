"""Changing sources: new projects and new files. Whatever is written is written whole or not."""
