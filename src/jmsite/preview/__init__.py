"""The preview: a site served from memory, made again when a source changes.

It is given the flow as a callable and knows nothing of pages; it writes nothing to the disk.
"""
