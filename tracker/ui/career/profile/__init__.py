"""The section of the Career page in which a learner presents themselves."""
