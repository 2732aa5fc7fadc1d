"""What builds keep from one to the next. It knows nothing of glossaries, and may always be lost."""
