"""Put what has been made in the place of what was there: whole, or not at all."""
