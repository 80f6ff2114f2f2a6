"""Words for what was read in an advert, for the window and the terminal."""

from __future__ import annotations

from tracker.domain.fit.reading import Reason
from tracker.words import tr


def reason_word(reason: Reason) -> str:
    """Return why a name that was found does not count."""
    return {
        Reason.NOT_ASKED: tr("said not to be needed"),
        Reason.OFFERED: tr("offered by the employer"),
        Reason.ABOUT: tr("about the employer"),
        Reason.APPLYING: tr("about applying"),
        Reason.TRADE: tr("means something else in another trade"),
    }[reason]


def doubt_sentence() -> str:
    """Return what is told of an advert that seems to be of another trade."""
    return tr(
        "This advert seems not to be about software: very little in it names a skill, "
        "so look at what was found before you trust the score."
    )


def language_sentence(code: str) -> str:
    """Return what is told of an advert whose phrases were not read.

    Args:
        code: Its language, as `tracker.domain.fit.reading.Reading` has it.
    """
    name = {
        "fr": tr("French"),
        "es": tr("Spanish"),
        "it": tr("Italian"),
        "pt": tr("Portuguese"),
        "nl": tr("Dutch"),
        "pl": tr("Polish"),
        "sv": tr("Swedish"),
        "tr": tr("Turkish"),
    }.get(code)
    if name is None:
        return tr(
            "This advert seems to be in a language that Milepost does not read. Names "
            "of technologies were found all the same, but phrases such as must or nice "
            "to have were not."
        )
    return tr(
        "This advert seems to be in {language}. Names of technologies were found all "
        "the same, but phrases such as must or nice to have were not read.",
        language=name,
    )
