"""The completeness checklist: whether a map holds what the literature asks of a map that works.

One file is one rule: its check, its words and its documentation. The table below is the list.
"""

from __future__ import annotations

from collections.abc import Mapping

from jmsite.checklist import (
    done_without_result,
    emotion_without_evidence,
    expired_evidence,
    future_without_current,
    goal_without_kpi,
    journey_without_evidence,
    journey_without_moment_of_truth,
    journey_without_owner,
    journey_without_persona,
    kpi_without_target,
    one_sided_evidence,
    opportunity_without_kpi,
    opportunity_without_owner,
    pain_point_without_evidence,
    pain_point_without_opportunity,
    persona_without_needs,
    phase_without_contact,
    phase_without_customer_goal,
    phase_without_duration,
    phase_without_emotion,
    phase_without_influence,
    phase_without_kpi,
    phase_without_mindset,
    phase_without_pain_point,
    phase_without_perception,
    phase_without_step,
    phase_without_touchpoint,
    segment_without_journey,
    silent_lane,
    single_channel_journey,
    stage_without_phase,
    stale_journey,
    stale_kpi,
    step_without_touchpoint,
    too_many_changes,
    too_many_steps,
    touchpoint_without_effort,
    touchpoint_without_initiator,
    unexplained_drop_off,
    unused_channel,
    unused_goal,
    unused_persona,
)
from jmsite.checklist.outcome import ChecklistMemory, Outcome
from jmsite.checklist.rule import Rule
from jmsite.checklist.score import Score, Scores
from jmsite.site.site import Site

__all__ = [
    "BY_CODE",
    "RULES",
    "RULE_NAMES",
    "ChecklistMemory",
    "Outcome",
    "Rule",
    "Score",
    "Scores",
    "explain",
    "rule_called",
    "run",
]

RULES: tuple[Rule, ...] = (
    journey_without_persona.RULE,
    persona_without_needs.RULE,
    unused_persona.RULE,
    segment_without_journey.RULE,
    phase_without_touchpoint.RULE,
    touchpoint_without_initiator.RULE,
    unused_channel.RULE,
    phase_without_contact.RULE,
    single_channel_journey.RULE,
    step_without_touchpoint.RULE,
    phase_without_pain_point.RULE,
    pain_point_without_opportunity.RULE,
    unexplained_drop_off.RULE,
    touchpoint_without_effort.RULE,
    pain_point_without_evidence.RULE,
    stage_without_phase.RULE,
    phase_without_step.RULE,
    too_many_steps.RULE,
    phase_without_duration.RULE,
    silent_lane.RULE,
    phase_without_customer_goal.RULE,
    goal_without_kpi.RULE,
    phase_without_kpi.RULE,
    unused_goal.RULE,
    journey_without_evidence.RULE,
    emotion_without_evidence.RULE,
    expired_evidence.RULE,
    one_sided_evidence.RULE,
    journey_without_owner.RULE,
    stale_journey.RULE,
    future_without_current.RULE,
    kpi_without_target.RULE,
    stale_kpi.RULE,
    done_without_result.RULE,
    opportunity_without_kpi.RULE,
    opportunity_without_owner.RULE,
    too_many_changes.RULE,
    phase_without_emotion.RULE,
    phase_without_mindset.RULE,
    journey_without_moment_of_truth.RULE,
    phase_without_perception.RULE,
    phase_without_influence.RULE,
)
BY_CODE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
# What `jmsite.yml` may call a rule: names, then codes.
RULE_NAMES: tuple[str, ...] = (*(rule.name for rule in RULES), *BY_CODE)


def run(site: Site, memory: ChecklistMemory | None = None) -> Outcome:
    """Ask a site the rules that its settings choose.

    With the ``memory`` of the last time only what changed is asked again; the outcome is the same.
    """
    memory = memory or ChecklistMemory()
    memory.keep_only(site.journeys)
    return Outcome(site, RULES, frozenset(RULE_NAMES), memory)


def rule_called(name: str) -> Rule | None:
    """Return the rule of a name or code, in small or capital letters; None where none has it."""
    wanted = name.strip().casefold()
    return next((r for r in RULES if wanted in (r.name, r.code.casefold())), None)


def explain(name: str) -> str | None:
    """Return the documentation of a rule, by name or code, as Markdown; None for another name."""
    rule = rule_called(name)
    if rule is None:
        return None
    status = f"`{rule.code}` · asked from the profile `{rule.profile}` on · {rule.severity.word}"
    return f"# {rule.name}\n\n{status}\n\n{rule.documentation.strip()}\n"
