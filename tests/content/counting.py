"""What counts on a road for a learner who has done nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.db.outlines import outline_json, read_outline
from tracker.domain.progress import Progress
from tracker.domain.standing import StageStanding, count_lane, count_stage

if TYPE_CHECKING:
    from tracker.domain.roadmap import Roadmap


def count_stages(roadmap: Roadmap) -> list[StageStanding]:
    """Return what counts in each stage, with the first lane of each fork."""
    return [count_stage(outline, Progress({})) for outline in _outlines(roadmap)]


def count_lanes(roadmap: Roadmap) -> dict[str, StageStanding]:
    """Return what counts in each lane of each fork, by the slug of the lane."""
    return {
        name: count_lane(outline.fork, name, Progress({}))
        for outline in _outlines(roadmap)
        if outline.fork
        for name in outline.fork.lanes
    }


def _outlines(roadmap):
    return [read_outline(stage.slug, outline_json(stage)) for stage in roadmap.stages]
