"""Files in and out, one module a format; every reader is bounded and names lines."""

from __future__ import annotations
