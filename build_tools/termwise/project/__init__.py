"""A project as it is on disk: its settings, its glossary and own pages, and what is wrong there."""
