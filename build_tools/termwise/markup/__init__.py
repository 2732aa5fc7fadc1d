"""Parts of files, each written in the form of the file that they stand in."""
