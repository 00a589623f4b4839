"""Drawings as data: a template draws them, and they know nothing of HTML."""
