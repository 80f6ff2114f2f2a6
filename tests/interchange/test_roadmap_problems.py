"""Each mistake in a roadmap file is told in plain words, with its line and column."""

from __future__ import annotations

import pytest

from tracker.domain.errors import Problem

FIRST, SECOND = "stages[0].groups[0].skills", "stages[1].groups[0].skills"
KEPT = "another slug: those that begin with my- are kept for what learners make"

PROJECT = (
    "slug",
    "title",
    "brief",
    "hours",
    "skills",
    "criteria",
    "stretch",
    "was",
    "milestones",
)

# What is edited into what; where "§" stands in the edited file; what is told of it.
WRONG = [
    (
        "slug: address-book",
        "slug: address-book\n        breif: x",
        ("§breif:", "stages[1].projects[0].breif"),
        (
            "the unknown key 'breif'",
            f"one of {', '.join(PROJECT)}; did you mean 'brief'?",
        ),
    ),
    (
        "slug: trace-a-loop",
        "slug: trace-a-loop\n                wos: [trace]",
        ("§wos:", f"{FIRST}[1].outcomes[0].wos"),
        ("the unknown key 'wos'", "one of slug, text, was; did you mean 'was'?"),
    ),
    (
        "            summary: Doing things again.\n",
        "",
        ("§slug: loops", f"{FIRST}[1].summary"),
        ("nothing", "a line “summary: …”"),
    ),
    (
        'version: "2026.11"\n',
        "",
        ("§format:", "version"),
        ("nothing", "a line “version: …”"),
    ),
    (
        "title: A small road",
        "title: '  '",
        ("title: §'  '", "title"),
        ("nothing", "a text"),
    ),
    (
        "summary: Two stages.",
        "summary: [Two]",
        ("§summary: [Two]", "summary"),
        ("a list", "a text"),
    ),
    (
        "needs: [variables]",
        "needs: variables",
        ("needs: §variables", f"{FIRST}[1].needs"),
        ("'variables'", "a list"),
    ),
    (
        "title: Loops",
        'title: "Lo\\bops"',
        ('title: §"Lo', f"{FIRST}[1].title"),
        ("'Lo\\u0008ops'", "one line of text without control characters"),
    ),
    (
        "title: Loops",
        'title: "Lo\\nops"',
        ('title: §"Lo', f"{FIRST}[1].title"),
        ("'Lo\\u000aops'", "one line of text without control characters"),
    ),
    (
        "summary: Doing things again.",
        "summary: Doing \u202ethings\u202c again.",
        ("summary: §Doing", f"{FIRST}[1].summary"),
        ("'Doing \\u202ethings\\u202c again.'", "text without control characters"),
    ),
    (
        "title: Loops",
        f"title: {'long ' * 61}",
        ("title: §long", f"{FIRST}[1].title"),
        ("304 characters", "at most 300"),
    ),
    (
        "slug: trace-a-loop",
        "slug: Trace A Loop",
        ("slug: §Trace", f"{FIRST}[1].outcomes[0].slug"),
        (
            "'Trace A Loop'",
            "a short name of lower-case letters, digits and single hyphens",
        ),
    ),
    *(
        (
            f"slug: {slug}",
            f"slug: my-{slug}",
            (f"slug: §my-{slug}", f"{where}.slug"),
            (
                f"'my-{slug.strip()}'",
                KEPT,
            ),
        )
        for slug, where in (
            ("address-book", "stages[1].projects[0]"),
            ("add\n", "stages[1].projects[0].milestones[0]"),
        )
    ),
    (
        "slug: trace-a-loop",
        f"slug: {'a' * 61}",
        ("slug: §aaa", f"{FIRST}[1].outcomes[0].slug"),
        ("61 characters", "at most 60"),
    ),
    (
        "guide_page: first-steps",
        "guide_page: first-stops",
        ("guide_page: §first-stops", "stages[0].guide_page"),
        ("'first-stops', for which there is no guide page", "the name of a guide page"),
    ),
    (
        "guide_page: first-steps",
        "guide_page: ../secret",
        ("guide_page: §../secret", "stages[0].guide_page"),
        (
            "'../secret'",
            "a short name of lower-case letters, digits and single hyphens",
        ),
    ),
    (
        "    guide: |",
        "    guide_page: first-steps  # too\n    guide: |",
        ("§guide_page: first-steps  # too", "stages[1].guide_page"),
        ("both “guide” and “guide_page”", "one of them"),
    ),
    (
        "slug: second-steps",
        "slug: first-steps  # too",
        ("slug: §first-steps  # too", "stages[1].slug"),
        ("the slug 'first-steps' a second time", "a slug of its own"),
    ),
    (
        "slug: select",
        "slug: join  # too",
        ("slug: §join\n", f"{SECOND}[0].outcomes[1].slug"),
        ("the slug 'join' a second time", "a slug of its own"),
    ),
    (
        "slug: address-book",
        "slug: contact-form",
        ("slug: §contact-form", "stages[1].projects[0].slug"),
        (
            "'contact-form', which the catalogue already has",
            "its slug alone, as a reference, or a slug of its own",
        ),
    ),
    (
        "          - variables\n",
        "          - variables\n          - variables  # too\n",
        ("- §variables  # too", f"{FIRST}[1]"),
        ("'variables' a second time", "it once in a roadmap"),
    ),
    (
        "          - variables\n",
        "          - variables\n          - queries\n",
        ("- §queries\n", f"{FIRST}[1]"),
        ("'queries', which this file defines elsewhere", "it once in a roadmap"),
    ),
    (
        "      - contact-form",
        "      - contact-from",
        ("- §contact-from", "stages[0].projects[0]"),
        (
            "the unknown slug 'contact-from'",
            "a slug from the catalogue; did you mean 'contact-form'?",
        ),
    ),
    (
        "needs: [loops]",
        "needs: [loop]",
        ("[§loop]", f"{SECOND}[0].needs[0]"),
        (
            "the unknown slug 'loop'",
            "a skill's slug, from this file or the catalogue; did you mean 'loops'?",
        ),
    ),
    (
        "skills: [loops, queries]",
        "skills: [loops, nothing-like-it]",
        ("§nothing-like-it", "stages[1].projects[0].skills[1]"),
        (
            "the unknown slug 'nothing-like-it'",
            "a skill's slug, from this file or the catalogue",
        ),
    ),
    (
        "needs: [variables]",
        "needs: [variables, queries]",
        ("needs: [§loops]", f"{SECOND}[0].needs[0]"),
        ("a circle: loops → queries → loops", "needs that do not lead back"),
    ),
    (
        "needs: [loops]",
        "needs: [loops, queries]",
        ("needs: [loops, §queries]", f"{SECOND}[0].needs[1]"),
        ("a circle: queries → queries", "needs that do not lead back"),
    ),
    (
        "format: milepost-roadmap/1",
        "format: milepost-roadmap/2",
        ("§milepost-roadmap/2", "format"),
        ("'milepost-roadmap/2'", "'milepost-roadmap/1'"),
    ),
]


@pytest.mark.parametrize(("old", "new", "where", "told"), WRONG)
def test_each_problem_is_told_where_it_is(sample, edited, old, new, where, told):
    (at, path), (found, expected) = where, told
    before, after = at.split("§")
    text = sample.replace(old, new)
    assert text.count(before + after) == 1
    lines = text[: text.index(before + after) + len(before)].split("\n")

    assert edited(old, new) == [
        Problem("road.yaml", len(lines), len(lines[-1]) + 1, path, found, expected)
    ]


def test_a_skill_is_not_called_like_what_a_learner_makes(edited):
    first = min(edited("slug: loops", "slug: my-loops"), key=lambda p: p.line)
    assert (first.found, first.expected) == ("'my-loops'", KEPT)
