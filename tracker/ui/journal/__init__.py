"""The Journal page: what was done, day by day or week by week, and a search in it."""
