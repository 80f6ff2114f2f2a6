"""What is said of a data file that cannot be used, by the kind of `StorageError`."""

from __future__ import annotations

from tracker.words import tr


def title_of(kind: str) -> str:
    """Return what is wrong, as a title."""
    return tr(_TITLES.get(kind, _TITLES["failed"]))


def kept(kind: str) -> str:
    """Return what is safe."""
    match kind:
        case "damaged" | "empty":
            return tr(
                "The file was left as it is, and so were the backups. Nothing is "
                "deleted, whatever you choose here."
            )
        case "missing":
            return tr("Nothing was made in its place, and the backups are untouched.")
        case "foreign" | "newer":
            return tr("Nothing in the file was changed.")
        case "replaced":
            return tr("What was saved before was written to a file of its own.")
        case _:
            return tr("Everything that was saved before is safe.")


def advice(kind: str, *, restorable: bool) -> str:
    """Return what helps; ``restorable`` says whether there is a backup."""
    if restorable:
        return tr(
            "Restore a backup: it takes the place of the file, which stays in the "
            "folder under another name. What you did after the backup is missing then."
        )
    sentence = _ADVICE.get(kind, _NO_BACKUP if kind in _LOST else _USUAL)
    return tr(sentence)


_TITLES = {
    "locked": "Another program is using your data file",
    "full": "The disk is full",
    "read-only": "Milepost may not write to your data folder",
    "damaged": "Your data file is damaged",
    "empty": "Your data file is empty",
    "missing": "Your data file is not there",
    "foreign": "This is not a data file of Milepost",
    "newer": "Your data file is from a newer Milepost",
    "replaced": "Your data file was replaced",
    "failed": "Your data file could not be used",
}
_LOST = frozenset({"damaged", "empty", "missing"})
_USUAL = "Try again. If it stays like this, copy the details and ask for help."
_NO_BACKUP = (
    "There is no backup in the data folder. If you keep copies of your own, put one in "
    "its place and try again; else choose another folder or start anew."
)
_ADVICE = {
    "locked": "Close the other Milepost, or whatever copies the folder, and try again.",
    "full": "Free some space on the disk and try again.",
    "read-only": (
        "Give yourself write access to the folder and try again, or choose another one."
    ),
    "newer": "Update Milepost, or choose another data folder.",
    "foreign": "Choose another data folder, or move the other program’s file away.",
    "replaced": "Try again to go on with the file that is there now.",
}
