"""The site's own words: one catalogue a language, and its numbers, dates and spans of time."""

from jmsite.words.catalogue import LANGUAGES, language_of
from jmsite.words.figures import direction, region_of
from jmsite.words.words import Words

__all__ = ["LANGUAGES", "Words", "direction", "language_of", "region_of"]
