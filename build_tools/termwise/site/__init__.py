"""A site: its pages and the files beside them, planned, made and published."""
