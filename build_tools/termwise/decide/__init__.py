"""Decisions: their rules and formulas compiled, evaluated and examined."""
