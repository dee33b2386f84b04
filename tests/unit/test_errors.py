"""The tree of errors is the one that its module draws."""

import re

import pytest

from kg import errors


def tree(kind):
    return {kind} | {found for child in kind.__subclasses__() for found in tree(child)}


def test_the_drawing_names_every_error():
    drawn = set(re.findall(r"[A-Z]\w+", errors.__doc__.split("::")[1]))

    assert {kind.__name__ for kind in tree(errors.KgError)} == drawn


@pytest.mark.parametrize(
    ("branch", "code"),
    [
        (errors.CheckFailed, 1),
        (errors.InputError, 2),
        (errors.SetupError, 3),
        (errors.ServiceError, 4),
    ],
)
def test_a_branch_has_one_exit_code(branch, code):
    assert {kind.exit_code for kind in tree(branch)} == {code}


def test_a_service_error_says_whether_to_try_again():
    assert errors.QueryTimeout("slow", retryable=True).retryable
    assert not errors.StoreUnavailable("gone").retryable
