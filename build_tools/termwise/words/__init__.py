"""What the interface says: its texts, and numbers and dates as a language has them."""
