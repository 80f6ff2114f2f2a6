"""The section of the Career page in which questions of an interview are practised."""
