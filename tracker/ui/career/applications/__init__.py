"""The section of applications: a board, and one application beside it."""
