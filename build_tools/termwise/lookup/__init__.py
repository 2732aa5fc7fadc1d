"""The glossary as files read it: what is derived from it, and who reads what."""
