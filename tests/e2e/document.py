"""The account document, compared member by member."""

import json


class Number(str):
    """A number as it is written: 1 and 1.0 are not the same document."""


def parse(text):
    return json.loads(text, parse_int=Number, parse_float=Number)


def differences(before, after, path=""):
    """The members in which two documents differ, as paths such as settings[3].value."""
    if isinstance(before, dict) and isinstance(after, dict):
        found = []
        for key in sorted(before.keys() | after.keys()):
            member = f"{path}.{key}" if path else key
            found += differences(before[key], after[key], member) if key in before and key in after else [member]
        return found
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return [name for i, pair in enumerate(zip(before, after)) for name in differences(*pair, f"{path}[{i}]")]
    return [] if type(before) is type(after) and before == after else [path]
