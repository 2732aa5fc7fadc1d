"""Termwise turns a folder of YAML into a glossary site that helps people decide."""

__version__ = "0.1.0"
