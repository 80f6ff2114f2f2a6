"""The Career page: the ladder, adverts, applications, interviews, a profile."""
