"""The Career page, wired to a journey: a module for each of its sections."""
