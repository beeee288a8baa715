"""Texts reach a command as they were typed.

The command line's parser would load a library of validators, a sixth of the time that a small
folder takes, to find that a text is a text. What is something else still goes through it: numbers,
and switches set in the environment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any


def leave_as_typed(parameters: Iterable[Any]) -> None:
    """Let each parameter ask for its validator only where its value is not what it takes."""
    for parameter in parameters:
        described = getattr(parameter, "type_descriptor", None)
        validator = getattr(parameter, "get_runtime_param", None)
        if described and validator:
            parameter.get_runtime_param = _AsTyped(described, validator).itself


class _AsTyped:
    """Stands where the validator would, and loads it when it is needed."""

    def __init__(self, described: Any, validator: Callable[[], Any]) -> None:  # noqa: ANN401
        self._kind = described.annotation
        self._is_bounded = described.is_ranged
        self._validator = validator

    def itself(self) -> _AsTyped:
        """What a parameter takes for its validator."""
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401
        """The value, or what the validator makes of it."""
        if self._kind == list[str]:
            return () if value is None else list(value)
        is_text = self._kind is str and isinstance(value, str)
        is_number = self._kind is int and isinstance(value, int) and not self._is_bounded
        is_own = self._is_bounded and value == param.default
        if value is None or is_text or is_number or is_own:
            return value
        return self._validator().coerce(value, param=param, ctx=ctx)
