"""The glossary as data for other programs, a module for each format."""
