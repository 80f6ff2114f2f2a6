"""Whole stories in the running window."""

from __future__ import annotations

from tests.pages.fixtures import (  # noqa: F401
    _look_as_before,
    choose_file,
    choose_folder,
    chosen_folder,
    data,
    fit,
    milepost,
    mine,
    new_folder,
    one,
    qapp_args,
    running,
)
