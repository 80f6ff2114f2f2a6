"""What a job advert asks for, and how well a learner fits it.

`vocabulary` knows the names, `reader.read_posting` finds them in a text and says how
much each is wanted, `scoring.fit_of` compares that with a learner. `docs/fit.md` tells
the rules. All of it is pure: the same text and names give the same answer anywhere.
"""
