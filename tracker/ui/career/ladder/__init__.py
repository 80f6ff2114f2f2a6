"""The section of the ladder: levels as steps, roles, the plan, a target."""
