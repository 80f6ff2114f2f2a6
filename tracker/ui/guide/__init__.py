"""The Guide page: everything there is to read, with a search over all of it."""
