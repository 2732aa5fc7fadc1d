"""Frozen types: the whole glossary as one immutable value."""
