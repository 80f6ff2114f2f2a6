"""The Projects page: a board, a list, and one project beside them."""
