"""All built-in rules, in one place."""

from declint.rules.fnd import (
    amount_implausible,
    amount_in_text_differs,
    annual_funding_sum,
    annual_over_project,
    multi_year_goal_missing,
    one_year_total_differs,
    project_funding_sum,
)
from declint.rules.kit import AnyRule
from declint.rules.org import (
    implementing_unit_differs,
    supervisor_differs,
)
from declint.rules.syn import (
    amount_not_plain,
    duplicate_key,
    encoding_not_utf8,
    schema_violation,
    unreadable_file,
)
from declint.rules.tgt import (
    baseline_missing,
    bound_always_or_never_true,
    direction_reversed,
    exact_target_for_open_count,
    fraction_of_a_whole,
    number_format_differs,
    percentage_at_least_100,
    percentage_out_of_range,
    target_missing,
    target_not_a_number,
    target_unreadable,
    target_vague,
)
from declint.rules.unt import (
    head_count_or_attendance,
    per_unit_missing,
    unit_contradicts_name,
    unit_differs,
    unit_missing,
)
from declint.rules.yea import (
    deadline_outside_period,
    period_wrong,
    wrong_year,
)

RULES: tuple[AnyRule, ...] = (
    annual_funding_sum.check,
    project_funding_sum.check,
    annual_over_project.check,
    one_year_total_differs.check,
    amount_implausible.check,
    amount_in_text_differs.check,
    multi_year_goal_missing.check,
    implementing_unit_differs.check,
    supervisor_differs.check,
    unreadable_file.check,
    schema_violation.check,
    duplicate_key.check,
    encoding_not_utf8.check,
    amount_not_plain.check,
    percentage_at_least_100.check,
    percentage_out_of_range.check,
    bound_always_or_never_true.check,
    target_missing.check,
    target_unreadable.check,
    target_vague.check,
    target_not_a_number.check,
    direction_reversed.check,
    number_format_differs.check,
    fraction_of_a_whole.check,
    baseline_missing.check,
    exact_target_for_open_count.check,
    unit_contradicts_name.check,
    per_unit_missing.check,
    head_count_or_attendance.check,
    unit_differs.check,
    unit_missing.check,
    wrong_year.check,
    period_wrong.check,
    deadline_outside_period.check,
)
"""Every built-in rule, by code."""
