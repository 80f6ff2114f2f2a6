"""Proof in the window: what stands on a thing, and how more is added."""
