"""Asking addresses on the web whether they are still there."""
