"""Plugins of other people that need more than MkDocs' events: a module for each such need."""
