"""A project: from its folders and settings to the files of a site."""
