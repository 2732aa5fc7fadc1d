"""Text fields: what their signs mean, and how they are written out."""
