"""The addresses of resources. No test opens a link: tests have no network."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.content.reading import lines_of, tell

ADDRESS = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\s\"'<>\\^`{|}]*)?")
TRACKING = re.compile(r"utm_.*|fbclid|gclid|msclkid|mc_[ce]id|ref_src|igshid")


def faults_of(url):
    """Yield what is wrong with an address."""
    parts = urlsplit(url)
    if not ADDRESS.fullmatch(url):
        yield "is no plain https address"
    if any(TRACKING.fullmatch(key) for key, _ in parse_qsl(parts.query)):
        yield "tells who sent the reader"
    if url.endswith("#") or (parts.fragment and parts.path in {"", "/"}):
        yield "has nothing but a fragment"


@pytest.fixture(scope="session")
def hosts(catalogue):
    return {
        urlsplit(resource.url).hostname
        for skill in catalogue.skills.values()
        for resource in skill.resources
    }


def test_every_address_is_well_formed_and_tells_nothing_of_the_reader(skills):
    tell(
        f"{skill.slug}: {resource.url} {fault}"
        for skill in skills
        for resource in skill.resources
        for fault in faults_of(resource.url)
    )


@pytest.mark.parametrize(
    "url",
    [
        "http://www.postgresql.org/docs/",
        "https://localhost/docs",
        "https://user:word@example.org/",
        "https://example.org/two words",
        "https://example.org/page?utm_source=milepost",
        "https://example.org/page?a=1&gclid=2",
        "https://example.org/#indexes",
        "https://example.org/page#",
        "#indexes",
    ],
)
def test_a_bad_address_is_recognised(url):
    assert list(faults_of(url))


def test_no_skill_gives_an_address_twice(skills):
    tell(
        f"{skill.slug}: {url}"
        for skill in skills
        for url, times in Counter(each.url for each in skill.resources).items()
        if times > 1
    )


def test_every_host_stands_on_the_list(hosts):
    new = sorted(hosts - set(lines_of("hosts.txt")))
    tell(f"Look at {host}, then add it to hosts.txt" for host in new)


def test_no_host_of_the_list_is_without_use(hosts):
    tell(f"Take {h} out of hosts.txt" for h in lines_of("hosts.txt") if h not in hosts)


def test_the_list_of_hosts_is_sorted_and_has_each_once():
    listed = lines_of("hosts.txt")
    assert listed == sorted(set(listed))
