"""In which language an advert is, told by its small words."""

from __future__ import annotations

from collections import Counter
from itertools import repeat

_LOOKED_AT = 3_000  # characters from the beginning
_FEWEST = 12  # words; a shorter text may be in any language
_SMALL_WORDS = {
    "en": "the and of with you your we for in to is are our will have be as or on a",
    "de": "und der die das mit für wir du sie in zu ist im den von dein ihre ein auf",
    "fr": "et le la les de des vous nous pour une un du dans avec sur est votre à au",
    "es": "y el la los las de con para una un en que su por nuestro tu se del como",
    "it": "e il la di con per una un che del della nel nostro tuo sono gli le in",
    "pt": "e o a os as de com para uma um em que seu por nosso do da se na são",
    "nl": "en de het een van met voor je wij in op te is ons jouw zijn aan als bij",
    "pl": "i w z na do się oraz dla jest o nie w od po naszego twoje lub że",
    "sv": "och att det som en för med vi du i på av är till har ett din våra om",
    "tr": "ve bir için ile bu olan olarak da de en çok biz siz veya",
}
_OF = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}
_SHARE = 0.12  # of all words; running text has twice as many small words


def language_of(blank: str) -> str:
    """Return the code of a text's language; ``other`` if it is none of those known.

    Args:
        blank: The text in small letters, with nothing but letters and digits.

    Returns:
        An empty text where there is too little to tell, such as a list of names.
    """
    words = blank[:_LOOKED_AT].split()
    if len(words) < _FEWEST:
        return ""
    counted = Counter(words)
    scores = {
        code: sum(map(counted.get, known, repeat(0))) for code, known in _OF.items()
    }
    best = max(scores, key=lambda code: scores[code])
    if scores[best] < _SHARE * len(words):
        return ""
    read = max(("en", "de"), key=lambda code: scores[code])
    # Names of technologies are English everywhere; a mixed advert is still read.
    return read if scores[read] * 5 >= scores[best] * 4 else best
