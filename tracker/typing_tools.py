"""Marks for the type checker that cost nothing at start."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

_Method = TypeVar("_Method")

if TYPE_CHECKING:
    from typing_extensions import override
else:

    def override(method: _Method) -> _Method:
        """Mark a method that replaces one of its base; see PEP 698."""
        return method


__all__ = ["override"]
