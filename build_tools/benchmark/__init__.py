"""What a build costs, beside plain MkDocs."""
