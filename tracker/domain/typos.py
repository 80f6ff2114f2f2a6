"""Slips of the pen."""

from __future__ import annotations


def one_typo(one: str, other: str) -> bool:
    """Tell whether one changed, missing, added or swapped character is between them."""
    at = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    a, b = one[at:], other[at:]
    return (
        a[1:] == b[1:]
        or a[1:] == b
        or a == b[1:]
        or (a[:2] == b[1::-1] and a[2:] == b[2:])
    )
