"""What the documents show as a file is one that Milepost takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracker.workspace import check_file

ROOT = Path(__file__).parent.parent
_YAML = re.compile(r"```yaml\n(format: .*?)```", re.DOTALL)


@pytest.mark.parametrize("document", ["README.md", "docs/roadmap-format.md"])
def test_every_roadmap_in_a_document_passes_the_check(document, tmp_path):
    examples = _YAML.findall((ROOT / document).read_text(encoding="utf-8"))
    assert examples
    for number, example in enumerate(examples):
        path = tmp_path / f"{number}.yaml"
        path.write_text(example, encoding="utf-8")
        assert check_file(path) == ("roadmap", ())
