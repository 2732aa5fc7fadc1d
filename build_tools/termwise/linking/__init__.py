"""Links between entries: the markup that makes them, and what follows from them."""
