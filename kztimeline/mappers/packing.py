"""Results of pure functions as bytes and back, by the type that the function says it returns."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any, get_type_hints

import msgspec

_ENCODER = msgspec.msgpack.Encoder()


def pack(value: object) -> bytes:
    """A record, or any of its parts, as MessagePack."""
    return _ENCODER.encode(value)


def unpack(work: Callable[..., Any], packed: bytes) -> Any:  # noqa: ANN401  what `work` returns
    """What `work` returned; `msgspec.MsgspecError` where the bytes are nothing of the kind."""
    return _decoder(bare(work)).decode(packed)


def bare(work: Callable[..., Any]) -> Callable[..., Any]:
    """The function within a `partial`."""
    return work.func if isinstance(work, partial) else work


@cache
def _decoder(function: Callable[..., Any]) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(get_type_hints(function)["return"])
