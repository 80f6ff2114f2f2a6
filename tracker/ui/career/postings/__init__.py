"""Job fit: the adverts that a learner keeps, and how well each of them fits."""
